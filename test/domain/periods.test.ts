import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOf, rollingPeriods } from '#domain/periods.ts';
import { addDays, mondayOf } from '#domain/time.ts';

describe('a period that moves along with the day', () => {
  it.each([
    ['2026-11-22', 'this-week', '2026-11-16', '2026-11-22'],
    ['2026-11-22', 'last-week', '2026-11-09', '2026-11-15'],
    ['2026-11-22', 'last-7-days', '2026-11-16', '2026-11-22'],
    ['2026-11-23', 'last-7-days', '2026-11-17', '2026-11-23'],
    ['2026-11-22', 'last-4-weeks', '2026-10-26', '2026-11-22'],
    ['2026-11-22', 'this-month', '2026-11-01', '2026-11-30'],
    ['2026-11-22', 'last-month', '2026-10-01', '2026-10-31'],
    ['2027-01-01', 'last-month', '2026-12-01', '2026-12-31'],
    ['2028-03-31', 'last-month', '2028-02-01', '2028-02-29'],
    ['2026-11-22', 'last-3-months', '2026-09-01', '2026-11-30'],
    ['2026-11-22', 'last-quarter', '2026-07-01', '2026-09-30'],
    ['2026-01-31', 'last-quarter', '2025-10-01', '2025-12-31'],
    ['2026-03-31', 'last-quarter', '2025-10-01', '2025-12-31'],
    ['2026-04-01', 'last-quarter', '2026-01-01', '2026-03-31'],
    ['2026-11-22', 'this-year', '2026-01-01', '2026-12-31'],
    ['2028-02-29', 'last-year', '2027-01-01', '2027-12-31'],
  ] as const)('on %s, %s is %s to %s', (today, period, from, to) => {
    expect(daysOf(period, today)).toEqual({ from, to });
  });

  it('is whole, whatever the day: weeks from Monday to Sunday, the rest from a first to a last of a month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), fc.constantFrom(...rollingPeriods), (n, [period]) => {
        const today = addDays('2000-01-01', n);
        const { from, to } = daysOf(period, today);
        expect(from <= to).toBe(true);
        if (period === 'last-7-days') expect([addDays(from, 6), to]).toEqual([today, today]);
        else if (period.includes('week'))
          expect([mondayOf(from), mondayOf(addDays(to, 1))]).toEqual([from, addDays(to, 1)]);
        else expect([from.slice(8), addDays(to, 1).slice(8)]).toEqual(['01', '01']);
        const isOver = ['last-week', 'last-month', 'last-quarter', 'last-year'].includes(period);
        expect(to < today).toBe(isOver);
      }),
    );
  });
});
