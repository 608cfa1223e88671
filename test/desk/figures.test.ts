// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isUnfinished } from '#desk/figures.ts';
import { periodIn } from '#desk/period.ts';
import { barsOf, grainOf } from '#desk/weeks.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { instantAt, mondayOf } from '#domain/time.ts';
import { changedFields, filledFields } from '#forms/fields.ts';

const today = '2026-11-22';
const line = (day: string, named: number, counted: number, alreadyCounted = 0) =>
  ({ day, named, counted, alreadyCounted }) as SessionLine; // the fields a bar reads

describe('periods', () => {
  it('a week begins on Monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2026-11-16')).toBe('2026-11-16');
  });

  it.each([
    'from=2026-13-40&to=2026-14-01',
    'from=2026-11-02&to=2026-11-01',
    'period=ever',
    'from=2000-01-01&to=2026-01-01',
    'from=0002-11-01&to=0002-11-30',
    'from=0026-01-01&to=0026-12-31',
    // The month after the last there is came before every day, and was looked for without end.
    'from=9996-12-28&to=9999-12-31',
    '',
  ])('an address that holds no period (%s) means the last four weeks', (search) => {
    expect(periodIn(new URLSearchParams(search), today)).toEqual({
      preset: 'last-4-weeks',
      from: '2026-10-26',
      to: '2026-11-22',
    });
  });
});

describe('bars', () => {
  it('add up to the period, the first and last week cut where it is', () => {
    const period = { from: '2026-11-04', to: '2026-11-17' };
    const bars = barsOf([line('2026-11-03', 9, 9), line('2026-11-04', 3, 4, 1), line('2026-11-16', 2, 0)], period);
    expect(bars.map(({ words, named, counted }) => [words, named, counted])).toEqual([
      ['4–8 Nov', 3, 3],
      ['9–15 Nov', 0, 0],
      ['16–17 Nov', 2, 0],
    ]);
  });

  it('are weeks while they fit, then months, then years', () => {
    expect(grainOf({ from: '2026-09-01', to: '2026-11-22' })).toBe('week');
    expect(grainOf({ from: '2026-01-01', to: '2026-12-31' })).toBe('month');
    expect(grainOf({ from: '2024-01-01', to: '2026-12-31' })).toBe('year');
  });
});

describe('a form', () => {
  it('says only what it changed, and clears what was emptied', () => {
    const before = { name: 'Windmill Hill', ward: 'Gravesend', status: 'active' };
    expect(changedFields(before, { name: ' Windmill Hill ', ward: '', access: '' })).toEqual({ ward: null });
    expect(filledFields({ name: 'Stone', ward: '', lat: 51.4 })).toEqual({ name: 'Stone', lat: 51.4 });
  });
});

describe('what nobody finished', () => {
  const session = (status: string, day: string, from: string) =>
    ({ status, day, plannedStart: instantAt(day, from), actualStart: '' }) as SessionLine; // the fields that are read
  const midnight = Date.parse(instantAt('2026-11-25', '00:20'));

  it.each([
    ['an evening’s session is on after midnight', session('running', '2026-11-24', '22:00'), false],
    ['one left running the day before is not', session('running', '2026-11-24', '10:00'), true],
    ['one planned for the day before was never started', session('planned', '2026-11-24', '16:00'), true],
    ['one planned for today is to come', session('planned', '2026-11-25', '16:00'), false],
    ['a finished one is finished', session('finished', '2026-11-24', '10:00'), false],
  ])('%s', (_, line, is) => {
    expect(isUnfinished(line, midnight)).toBe(is);
  });
});
