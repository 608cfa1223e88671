import { describe, expect, test } from 'vitest';
import type { RowOf } from '#domain/records/body.ts';
import { type BoxRecords, boxReport } from '#domain/stock/given.ts';
import type { Kept } from '#domain/stock/sets.ts';
import { toMovement } from '#domain/stock/stock.ts';
import { toWish, wishLines } from '#domain/voice/wishes.ts';
import { move, row, south, store } from './builders.ts';

const sets: readonly Kept[] = [
  { id: 'small', body: { name: 'Under-10s set', kind: 'U10' } },
  { id: 'big', body: { name: 'Over-10s set', kind: 'O10' } },
  { id: 'ball', body: { name: 'Football', kind: 'ITM' } },
];
const partners = [
  { id: 'north', name: 'North' },
  { id: 'south', name: 'South' },
];
const given = (set: string, day: string, more: Record<string, unknown> = {}, id?: string) =>
  move({ kind: 'given out', from: store, set, day, at: `${day}T12:00:00.000Z`, ...more }, id);

const report = (rows: readonly RowOf<'movement' | 'transfer'>[], more: Partial<BoxRecords> = {}) =>
  boxReport({
    movements: rows.map(toMovement),
    sets,
    targets: [],
    partners,
    from: '2026-01-01',
    to: '2026-12-31',
    ...more,
  });

describe('boxes given out (T11)', () => {
  test('adds up by owner, kind and week; single items stand beside the boxes', () => {
    const rows = [
      given('small', '2026-06-01', { n: 2 }),
      given('big', '2026-06-10'),
      { ...given('big', '2026-06-24'), scope: south },
      given('ball', '2026-06-01', { n: 7 }),
    ];
    const { owners, all, weeks } = report(rows);
    expect(owners.map(({ name, under10, over10, boxes, other }) => [name, under10, over10, boxes, other])).toEqual([
      ['North', 2, 1, 3, 7],
      ['South', 0, 1, 1, 0],
    ]);
    expect([all.boxes, all.under10 + all.over10, all.other]).toEqual([4, 4, 7]);
    expect(weeks.map(({ week, boxes, soFar }) => [week, boxes, soFar])).toEqual([
      ['2026-06-01', 2, 2],
      ['2026-06-08', 1, 3],
      ['2026-06-15', 0, 3],
      ['2026-06-22', 1, 4],
    ]);
  });

  test('a box that came back or was taken back is not given out; one handed to another partner never was', () => {
    const rows = [
      given('small', '2026-06-01', { n: 3 }, 'given'),
      move({ kind: 'returned', set: 'small', to: store, settles: ['given'] }),
      given('big', '2026-06-01', {}, 'slip'),
      given('big', '2026-06-01', { undoes: 'slip' }),
      row(
        'handed',
        'transfer',
        { set: 'big', n: 9, from: store, day: '2026-06-01', at: '2026-06-01T12:00:00.000Z' },
        { alsoScope: south },
      ),
    ];
    expect(report(rows).all).toMatchObject({ under10: 2, over10: 0, boxes: 2 });
  });

  test.each([
    ['2026-06-01', '2026-06-01', 1],
    ['2026-06-01', '2026-06-07', 1],
    ['2026-06-01', '2026-06-08', 2],
    ['2026-06-01', '2026-07-12', 6],
  ])('from %s to %s is %i weeks begun', (first, last, weeks) => {
    expect(report([given('small', first), given('big', last)]).all).toMatchObject({ first, last, weeks });
  });

  test('people and families are each counted once; boxes to nobody named are not guessed at', () => {
    const rows = [
      given('small', '2026-06-01', { for: ['ana'], family: 'f1' }),
      given('big', '2026-06-01', { for: ['ben'], family: 'f1' }),
      given('small', '2026-06-08', { for: ['ana', 'cleo'] }),
      given('big', '2026-06-08', { for: ['dan'] }),
      given('big', '2026-06-08', { family: 'f2' }),
      given('big', '2026-06-08'),
    ];
    expect(report(rows).all).toMatchObject({ boxes: 6, named: 4, people: 4, families: 2 });
  });

  test('owed parts are printed until they are supplied, and a target stands beside its owner', () => {
    const owed = [{ set: 'ball', n: 2 }];
    const rows = [given('small', '2026-06-01', { owed }, 'short')];
    const targets = [{ partner: 'north', n: 120 }];
    expect(report(rows, { targets }).owners[0]).toMatchObject({ incomplete: 1, partsOwed: 2, target: 120 });
    expect(report(rows, { targets }).owners[1]).toMatchObject({ partsOwed: 0, target: null });
    const supplied = move({ kind: 'part supplied later', set: 'ball', n: 2, settles: ['short'] });
    expect(report([...rows, supplied]).all).toMatchObject({ incomplete: 0, partsOwed: 0, target: null });
  });

  test('boxes that lack something are counted, not the times they were given out', () => {
    const contents = { version: 2, 'part/1:rope': 1, 'part/2:rope': 2, 'part/2:cone': 4 };
    const known = sets.map((set) => (set.id === 'small' ? { ...set, body: { ...set.body, ...contents } } : set));
    const short = (n: number, owed: Record<string, number>, version?: number) =>
      given('small', '2026-06-01', {
        ...{ n, owed: Object.entries(owed).map(([part, lacking]) => ({ set: part, n: lacking })) },
        ...(version && { version }),
      });
    const incomplete = (...rows: RowOf<'movement'>[]) => report(rows, { sets: known }).all.incomplete;
    expect(incomplete(short(5, { rope: 5 }, 1))).toBe(5);
    expect(incomplete(short(5, { rope: 5 }, 2))).toBe(3);
    expect(incomplete(short(5, { rope: 2, cone: 9 }))).toBe(3);
    expect(incomplete(short(1, { rope: 1 }), short(2, { cone: 1 }))).toBe(2);
    // Of a set whose contents are not known: one at least.
    expect(report([short(5, { rope: 5 })]).all.incomplete).toBe(1);
  });

  test('only the period asked for is in it', () => {
    const rows = [given('small', '2026-05-31'), given('small', '2026-06-01'), given('small', '2026-07-01')];
    expect(report(rows, { from: '2026-06-01', to: '2026-06-30' }).all.boxes).toBe(1);
    expect(report([], {}).weeks).toEqual([]);
  });
});

describe('wishes (T12)', () => {
  const wish = (id: string, body: Record<string, unknown>) =>
    toWish(
      row(id, 'wish', {
        kind: 'equipment',
        age: 'U10',
        n: 1,
        day: '2026-06-01',
        at: '2026-06-01T12:00:00.000Z',
        ...body,
      }),
    );
  const lines = (wishes: ReturnType<typeof toWish>[]) =>
    wishLines(wishes, (id) => `the ${id}`).map(({ name, under10, over10, ageNotKnown, all }) => [
      name,
      under10,
      over10,
      ageNotKnown,
      all,
    ]);

  test('are summed by what and age, the most wished for first; own words that differ in case or room are one', () => {
    expect(
      lines([
        wish('w1', { what: 'ball' }),
        wish('w2', { what: 'ball', age: 'O10', n: 3 }),
        wish('w3', { words: 'A  trampoline', age: 'NK' }),
        wish('w4', { words: 'a trampoline' }),
        wish('w5', { kind: 'activity', what: 'dance' }),
      ]),
    ).toEqual([
      ['the ball', 1, 3, 0, 4],
      ['A trampoline', 1, 0, 1, 2],
      ['the dance', 1, 0, 0, 1],
    ]);
  });

  test('one that was taken back, on however many phones, or that arrives twice, counts once or not at all', () => {
    const first = wish('w1', { what: 'ball' });
    expect(lines([first, first, wish('w2', { what: 'ball' })])).toEqual([['the ball', 2, 0, 0, 2]]);
    expect(
      lines([first, wish('w3', { what: 'ball', undoes: 'w1' }), wish('w4', { what: 'ball', undoes: 'w1' })]),
    ).toEqual([]);
  });
});
