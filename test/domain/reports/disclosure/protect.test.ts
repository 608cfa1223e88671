import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Linked } from '#domain/reports/disclosure/linked.ts';
import { protect } from '#domain/reports/disclosure/protect.ts';
import { grid, onPaper, total } from './tables.ts';

/** Young people in October by age and gender, as on the page of the report. */
const october = [
  [9, 10, 6],
  [14, 18, 6],
  [8, 12, 5],
  [3, 5, 2],
];

const tables = fc.integer({ min: 1, max: 5 }).chain((columns) =>
  fc.array(fc.array(fc.oneof(fc.nat(4), fc.nat(12), fc.nat(60)), { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 6,
  }),
);

describe('what a funder sees', () => {
  test('two groups of 1 to 4 are hidden, and the smallest number beside each: every total stands', () => {
    expect(onPaper(october, protect(grid(october), 'funder'))).toEqual([
      [9, 10, 6, 25],
      [14, 18, 6, 38],
      ['[c]', 12, '[c]', 25],
      ['<5', 5, '<5', 10],
      [34, 45, 19, 98],
    ]);
  });

  test('a group of 1 to 4 beside one of 5 takes a total with it: nothing less would hide it', () => {
    const shown = protect(grid([[1, 5]]), 'funder');
    expect(onPaper([[1, 5]], shown).flat()).not.toContain(6);
  });

  test('four groups of one are not given away by a total that is itself below five', () => {
    const rows = [[1, 1, 1, 1]];
    expect(onPaper(rows, protect(grid(rows), 'funder'))[0]?.[4]).toBe('[c]');
  });

  test('whatever the table, a number is right or a code, zero is zero, 1 to 4 is never a number, and what is shown adds up', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const asked = grid(rows);
        const shown = protect(asked, 'funder');
        expect([...shown.keys()]).toEqual(asked.cells.map(({ key }) => key));
        for (const { key, n } of asked.cells) {
          const as = shown.get(key);
          if (n === 0) expect(as).toBe(0);
          else if (n < 5) expect(['few', 'hidden']).toContain(as);
          else expect([n, 'hidden']).toContain(as);
        }
        for (const { total: whole, parts } of asked.sums) {
          const numbers = parts.map((part) => shown.get(part));
          const known = numbers.filter((n) => typeof n === 'number');
          if (known.length === parts.length && typeof shown.get(whole) === 'number')
            expect(total(known)).toBe(shown.get(whole));
          // One code alone in a sum says what it hides.
          const codes = [...numbers, shown.get(whole)].filter((as) => typeof as !== 'number');
          expect(codes.length).not.toBe(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('it does not matter in which order figures and sums stand', () => {
    const turned = fc.tuple(tables, fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(turned, ([rows, lots]) => {
        const asked = grid(rows);
        const mix = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => [lots.next().value, each] as const)
            .sort(([a], [b]) => a - b)
            .map(([, each]) => each);
        const other: Linked = {
          cells: mix(asked.cells),
          sums: mix(asked.sums).map((sum) => ({ ...sum, parts: mix(sum.parts) })),
        };
        expect(new Map([...protect(other, 'funder')].sort())).toEqual(new Map([...protect(asked, 'funder')].sort()));
      }),
      { numRuns: 100 },
    );
  });
});

test('inside, nothing is hidden', () => {
  expect(onPaper(october, protect(grid(october), 'internal'))).toEqual([
    ...october.map((row) => [...row, total(row)]),
    [34, 45, 19, 98],
  ]);
});

test('in public every number is to the nearest five, and of a sensitive table none is below ten', () => {
  expect(onPaper(october, protect(grid(october), 'public'))).toEqual([
    [10, 10, 5, 25],
    [15, 20, 5, 40],
    [10, 10, 5, 25],
    ['<5', 5, '<5', 10],
    [35, 45, 20, 100],
  ]);
  const sensitive = onPaper(october, protect({ ...grid(october), sensitive: true }, 'public')).flat();
  expect(sensitive.filter((n) => typeof n === 'number' && n < 10)).toEqual([]);
  expect(sensitive).not.toContain('<5');
});

test('figures that do not add up are refused, not protected', () => {
  const cells = [
    { key: 'a', n: 3 },
    { key: 'b', n: 9 },
    { key: 'all', n: 13 },
  ];
  const sums = [{ total: 'all', parts: ['a', 'b'] }];
  expect(() => protect({ cells, sums }, 'funder')).toThrow('The parts of all come to 12, not to 13');
  const within = [{ small: 'b', large: 'a' }];
  expect(() => protect({ cells, sums: [], within }, 'funder')).toThrow('b is more than a');
});
