/**
 * Figures of which nobody can be picked out: every number to the nearest five, and below five *fewer than 5*. *Why in fives: an
 * exact number tells, of two reports that differ by one person, what that person said.* It is how the statistics of higher education
 * in the UK tell the same of students (hesa.ac.uk, “Rounding and suppression to anonymise statistics”); but there 0 to 2 become 0, and
 * here nobody and four people look the same.
 */

/** Fewer than this many people are not told apart, and all others only by as many. */
export const fewest = 5;
/** Of fewer people than this nothing is told. */
export const fewestAsked = 20;
/** So far the sum of figures has to stay from the least and from the most that they may stand for. */
const spare = 2;

/** A number as it is shown. */
export type InFives = number | 'few';
/** The same, or hidden where its sum would say more of it. */
export type Shielded = InFives | 'hidden';

/** To the nearest five; a sum by itself, never from what was rounded. */
export const inFives = (n: number): InFives => (n < fewest ? 'few' : Math.round(n / fewest) * fewest);

type Range = readonly [least: number, most: number];

/** What a figure may stand for: *10* is 8 to 12, *5* is 5 to 7. */
function rangeOf(shown: InFives): Range {
  const half = Math.floor(fewest / 2);
  return shown === 'few' ? [0, fewest - 1] : [Math.max(fewest, shown - half), shown + half];
}

/**
 * How a row of figures is shown, all of them or none. *Why none: who was asked is no secret, so the sum may be known to one. Where
 * 8 people are shown as “10” and “fewer than 5”, nobody is among the few.* Whether they are shown goes by their sum and by what
 * would be shown, never by the numbers behind it: so neither tells what one person more or less said, unless a figure takes a step.
 * @param group what they are parts of, as it is shown; without it their sum is taken to be known
 */
export function shielded(counts: readonly number[], group?: Shielded): Shielded[] {
  const shown = counts.map(inFives);
  const least = sumOf(shown.map((each) => rangeOf(each)[0]));
  const most = sumOf(shown.map((each) => rangeOf(each)[1]));
  const sum = group === undefined ? known(sumOf(counts)) : group === 'hidden' ? null : rangeOf(group);
  const isSafe = sum !== null && least + spare <= sum[0] && sum[1] + spare <= most;
  return isSafe ? shown : counts.map(() => 'hidden');
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

const known = (sum: number): Range | null => (sum < fewestAsked ? null : [sum, sum]);

/** In words: `10`, `fewer than 5`, `not shown`. */
export const shieldedWords = (n: Shielded): number | string =>
  n === 'few' ? `fewer than ${fewest}` : n === 'hidden' ? 'not shown' : n;
