import { describe, expect, test } from 'vitest';
import { fewest, fewestAsked, inFives, type Shielded, shielded, shieldedWords } from '#domain/reports/small-cells.ts';

/**
 * Figures of people, against somebody who knows the rule, everything that is shown, and exactly how many answered: every table up to some
 * size, everybody who may come or go, and one partner taken from two. What they conclude is found by looking at all that leave the same trace.
 */

/** Every way in which so many figures can come to a sum. */
function* waysTo(sum: number, figures: number): Generator<number[]> {
  if (figures === 1) yield [sum];
  else for (let n = 0; n <= sum; n += 1) for (const rest of waysTo(sum - n, figures - 1)) yield [n, ...rest];
}

const sumOf = (counts: readonly number[]) => counts.reduce((all, n) => all + n, 0);
const together = (one: readonly number[], other: readonly number[]) => one.map((n, at) => n + (other[at] ?? 0));
const same = (one: readonly number[], other: readonly number[]) =>
  one.every((n, at) => inFives(n) === inFives(other[at] ?? 0));

type Rule = (counts: readonly number[]) => readonly Shielded[];
/** Rounding and nothing else. */
const bare: Rule = (counts) => counts.map(inFives);

/** All values that each figure may have, by what is seen. */
class Seen {
  readonly may = new Map<string, { readonly of: Set<number>[]; quiet: boolean }>();

  /** @param quiet no figure takes a step */
  add(trace: string, values: readonly number[], quiet = true): void {
    const found = this.may.get(trace) ?? { of: values.map(() => new Set<number>()), quiet: false };
    for (const [at, n] of values.entries()) found.of[at]?.add(n);
    found.quiet ||= quiet;
    this.may.set(trace, found);
  }

  /** Traces, some without a step, after which a figure below five is known. */
  known(): string[] {
    return [...this.may].flatMap(([trace, { of, quiet }]) => {
      const known = of.some((values) => values.size === 1 && [...values].every((n) => n < fewest));
      return quiet && known ? trace : [];
    });
  }
}

/** What one table tells. */
function tables(rule: Rule, figures: number, most: number) {
  const seen = new Seen();
  let n = 0;
  for (let sum = 1; sum <= most; sum += 1)
    for (const counts of waysTo(sum, figures)) {
      seen.add(`${rule(counts)} of ${sum}`, counts);
      n += 1;
    }
  return { n, known: seen.known() };
}

/** What two tables tell that differ by one person, whose coming or going is known. */
function changes(rule: Rule, figures: number, most: number) {
  const seen = new Seen();
  const said = new Map<string, { answers: Set<number>; quiet: Set<number> }>();
  let n = 0;
  for (let sum = 1; sum < most; sum += 1)
    for (const counts of waysTo(sum, figures))
      for (let answer = 0; answer < figures; answer += 1) {
        const after = counts.map((each, at) => each + Number(at === answer));
        const trace = `${rule(counts)} of ${sum}, then ${rule(after)}`;
        seen.add(trace, [...counts, ...after], same(counts, after));
        const found = said.get(trace) ?? { answers: new Set(), quiet: new Set() };
        found.answers.add(answer);
        if (same(counts, after)) found.quiet.add(answer);
        said.set(trace, found);
        n += 1;
      }
  const told = [...said].flatMap(([trace, { answers, quiet }]) => (quiet.size > 0 && answers.size === 1 ? trace : []));
  return { n, known: seen.known(), told };
}

describe('figures that pick nobody out', () => {
  test.each([
    [3, 40],
    [4, 34],
    [5, 26],
    [6, 22],
  ])('of %i figures with any sum up to %i, no number below five can be worked out', (figures, most) => {
    const { n, known } = tables(shielded, figures, most);
    expect(n).toBeGreaterThan(10_000);
    expect(known).toEqual([]);
  });

  test.each([
    [3, 40],
    [4, 30],
    [5, 24],
  ])('of %i figures up to %i, one person more or less tells no small number and not what they said, unless a figure takes a step', (figures, most) => {
    const { n, known, told } = changes(shielded, figures, most);
    expect(n).toBeGreaterThan(30_000);
    expect(known).toEqual([]);
    expect(told).toEqual([]);
  });

  test('a step tells what whoever came said: that is left, for up to one person in five', () => {
    const all = [...waysTo(34, 3)].flatMap((counts) =>
      counts.map((_, answer) => [counts, counts.map((each, at) => each + Number(at === answer))] as const),
    );
    const shown = all.filter((both) => both.every((each) => !shielded(each).includes('hidden')));
    const steps = shown.filter(([counts, after]) => !same(counts, after));
    expect([shown.length, steps.length]).toEqual([1611, 318]);
  });

  test('of two partners together and one alone, no answer of the other is known where both show the same', () => {
    const known: string[] = [];
    let n = 0;
    for (const own of [20, 21, 22, 23])
      for (const others of [1, 2, 3, 5, 8, 20]) {
        const seen = new Seen();
        for (const one of waysTo(own, 3))
          for (const other of waysTo(others, 3)) {
            const all = together(one, other);
            seen.add(`${shielded(one)} | ${shielded(other)} | ${shielded(all)}`, other, same(one, all));
            n += 1;
          }
        known.push(...seen.known());
      }
    expect(n).toBeGreaterThan(300_000);
    expect(known).toEqual([]);
  });

  test('the checks find what rounding alone gives away', () => {
    expect(tables(bare, 3, 40).known).toContain('10,few,few of 8');
    expect(tables(bare, 3, 40).known).toContain('few,few,few of 12');
    expect(changes(bare, 3, 30).known.length).toBeGreaterThan(0);
    const exact: Rule = (counts) => counts.map((n) => (n < fewest ? 'few' : n));
    expect(changes(exact, 3, 30).told.length).toBeGreaterThan(0);
  });
});

describe('what a group is made of', () => {
  test.each([
    3, 4, 5,
  ])('%i parts never tell a group more closely than it is shown, and no part is known to one who knows the group', (figures) => {
    for (const groups of [
      [5, 6, 7],
      [8, 9, 10, 11, 12],
      [13, 14, 15, 16, 17],
      [18, 19, 20, 21, 22],
    ]) {
      const seen = new Seen();
      const mayBe = new Map<string, Set<number>>();
      for (const group of groups)
        for (const counts of waysTo(group, figures)) {
          const told = shielded(counts, inFives(group));
          mayBe.set(`${told}`, (mayBe.get(`${told}`) ?? new Set()).add(group));
          seen.add(`${told} of ${group}`, counts);
        }
      for (const each of mayBe.values()) expect([...each]).toEqual(groups);
      expect(seen.known()).toEqual([]);
    }
  });

  test('of a small group, and of a hidden one, nothing is told', () => {
    expect(shielded([3, 1, 0], 'few')).toEqual(['hidden', 'hidden', 'hidden']);
    expect(shielded([30, 9, 2], 'hidden')).toEqual(['hidden', 'hidden', 'hidden']);
  });
});

test('examples', () => {
  expect([0, 4, 5, 7, 8, 12, 13, 102].map(inFives)).toEqual(['few', 'few', 5, 5, 10, 10, 15, 100]);
  expect(shielded([31, 11, 3])).toEqual([30, 10, 'few']);
  expect(shielded([30, 12, 2, 0, 1])).toEqual([30, 10, 'few', 'few', 'few']);
  // 28 and nobody else: whoever knows that 28 answered would know that nobody said anything else.
  expect(shielded([28, 0, 0])).toEqual(['hidden', 'hidden', 'hidden']);
  expect(shielded([9, 6, 4])).toEqual(['hidden', 'hidden', 'hidden']);
  expect(sumOf([9, 6, 4])).toBeLessThan(fewestAsked);
  expect(['few', 'hidden', 10].map((each) => shieldedWords(each as Shielded))).toEqual([
    'fewer than 5',
    'not shown',
    10,
  ]);
});
