import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fewest, type Shielded, shielded } from '#domain/reports/small-cells.ts';

/** Figures below five, against somebody who knows the sum, everything that is shown, and the rule by which others are hidden. */

/** Every way in which so many cells can come to a sum. */
function* waysTo(sum: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [sum];
  else for (let n = 0; n <= sum; n += 1) for (const rest of waysTo(sum - n, cells - 1)) yield [n, ...rest];
}

/** What can be concluded of small figures from what is shown: all that leave the same trace, taken together. */
function concluded(rule: (counts: readonly number[]) => readonly Shielded[], cells: number, most: number): string[] {
  const found: string[] = [];
  for (let sum = 1; sum <= most; sum += 1) {
    const alike = Map.groupBy(waysTo(sum, cells), (counts) => JSON.stringify(rule(counts)));
    for (const [shown, ways] of alike) {
      for (let at = 0; at < cells; at += 1) {
        const may = new Set(ways.map((counts) => counts[at] ?? 0));
        if (Math.min(...may) < fewest && may.size === 1) found.push(`${shown} of ${sum}: cell ${at} is ${[...may]}`);
      }
    }
  }
  return found;
}

/** The textbook: beside one small figure the smallest other. */
function textbook(counts: readonly number[]): Shielded[] {
  const small = counts.flatMap((n, at) => (n < fewest ? at : []));
  if (small.length !== 1) return counts.map((n) => (n < fewest ? 'few' : n));
  const others = counts.flatMap((n, at) => (n < fewest ? [] : { n, at })).sort((a, b) => a.n - b.n);
  return counts.map((n, at) => (n < fewest ? 'few' : at === others[0]?.at ? 'hidden' : n));
}

describe('figures that pick nobody out', () => {
  test.each([
    [2, 60],
    [3, 45],
    [4, 30],
    [5, 22],
  ])('of %i cells with any sum up to %i no small one can be worked out, by somebody who knows the rule', (cells, most) => {
    expect(concluded(shielded, cells, most)).toEqual([]);
  });

  test('the check finds what a weaker rule gives away', () => {
    const bare = (counts: readonly number[]): Shielded[] => counts.map((n) => (n < fewest ? 'few' : n));
    expect(concluded(bare, 3, 20).length).toBeGreaterThan(0);
    expect(concluded(textbook, 3, 30)).toContain('["hidden",12,"few"] of 28: cell 2 is 4');
  });

  test('what is shown is as it is and never small, what is called few is small, and a hidden one never stands alone', () => {
    const counts = fc.array(fc.oneof(fc.nat(9), fc.nat(400)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (all) => {
        const told = shielded(all);
        expect(told).toHaveLength(all.length);
        for (const [at, each] of told.entries()) {
          const n = all[at] ?? 0;
          if (typeof each === 'number') expect([each, each >= fewest]).toEqual([n, true]);
          if (each === 'few') expect(n).toBeLessThan(fewest);
        }
        const covered = told.filter((each) => typeof each !== 'number');
        if (covered.length === 1) expect([told, covered[0]]).toEqual([[covered[0]], 'hidden']);
      }),
    );
  });

  test('all that the sum tells of a small one is that it is small', () => {
    const counts = fc.array(fc.oneof(fc.nat(9), fc.nat(60)), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(counts, (all) => {
        const told = shielded(all);
        const covered = all.filter((_, at) => typeof told[at] !== 'number').reduce((sum, n) => sum + n, 0);
        const few = told.filter((each) => each === 'few').length;
        const hidden = told.filter((each) => each === 'hidden').length;
        if (few === 0) return;
        // Of one of them at 0 and of one at 4, the others still come to what is left.
        const mostOfOthers = hidden > 0 ? Number.POSITIVE_INFINITY : (few - 1) * (fewest - 1);
        expect(covered).toBeLessThanOrEqual(mostOfOthers);
        expect(covered - (fewest - 1)).toBeGreaterThanOrEqual(hidden * fewest);
      }),
    );
  });

  test('examples', () => {
    expect(shielded([30, 12, 9])).toEqual([30, 12, 9]);
    expect(shielded([30, 12, 4])).toEqual([30, 'hidden', 'few']);
    expect(shielded([30, 12, 2, 3, 1])).toEqual([30, 12, 'few', 'few', 'few']);
    expect(shielded([6, 2])).toEqual(['hidden', 'hidden']);
    expect(shielded([0, 0, 0])).toEqual(['hidden', 'hidden', 'hidden']);
  });
});
