/**
 * Figures of which nobody can be picked out. What is below five is *fewer than 5*; and where the sum of a row of figures is known,
 * others are hidden with it, until all that can be worked out of a small one is that it is small.
 */

/** Fewer than this many people are not told apart. */
export const fewest = 5;

/** A figure as it may be shown: itself, *fewer than 5*, or hidden because another one could be worked out from it. */
export type Shielded = number | 'few' | 'hidden';

/**
 * What of some figures may be shown to somebody who knows what they add up to.
 *
 * Which others are hidden goes by their place, from the last one on, and never by their size; and when that is enough goes by their
 * sum with the small ones, which anybody can work out anyway. *Why: of 12, 12 and 4 with a sum of 28 the textbook hides the smallest
 * beside the 4. Whoever knows that rule knows the hidden one is at most 12, and so the 4.*
 *
 * Enough is where every small one may still be anything from 0 to 4. Where it never is, all are hidden.
 */
export function shielded(counts: readonly number[]): Shielded[] {
  const small = counts.filter((n) => n < fewest);
  if (small.length === 0) return [...counts];
  const hidden = new Set<number>();
  let sum = small.reduce((all, n) => all + n, 0);
  for (let at = counts.length - 1; !isEnough(small.length, hidden.size, sum); at -= 1) {
    if (at < 0) return counts.map(() => 'hidden');
    const n = counts[at] ?? 0;
    if (n < fewest) continue;
    hidden.add(at);
    sum += n;
  }
  return counts.map((n, at) => (n < fewest ? 'few' : hidden.has(at) ? 'hidden' : n));
}

/** Whether some small ones, with others hidden that are known not to be small, may each be anything from 0 to 4. */
function isEnough(small: number, hidden: number, sum: number): boolean {
  const most = fewest - 1;
  return hidden === 0 ? sum >= most && sum <= most * (small - 1) : sum >= most + fewest * hidden;
}

/** In words: `12`, `fewer than 5`, `not shown`. */
export const shieldedWords = (n: Shielded): number | string =>
  n === 'few' ? `fewer than ${fewest}` : n === 'hidden' ? 'not shown' : n;
