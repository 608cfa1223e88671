import * as v from 'valibot';
import type { Definitions } from '#domain/reports/notes.ts';

/** Numbers as they may be shown to somebody: themselves, or a code that says why they are not. */

/** How much a reader may see: `internal` all, `funder` no group of 1 to 4, `public` everything to the nearest five. */
export const profiles = ['internal', 'funder', 'public'] as const;
/** One of the profiles. */
export type ReaderProfile = (typeof profiles)[number];

const codes = ['few', 'hidden', 'low', 'not-recorded', 'not-applicable'] as const;

/**
 * A number as it may be shown: itself; `few`: 1 to 4; `hidden`: hidden so that a small group cannot be worked out; `low`: a percentage of
 * fewer than ten; `not-recorded`; `not-applicable`, as the percentage of none.
 */
export type ShownNumber = number | (typeof codes)[number];

/** The same, for answers. */
export const shownSchema = v.union([v.number(), v.picklist(codes)]);

const words = { few: '<5', hidden: '[c]', low: '[low]', 'not-recorded': '[x]', 'not-applicable': '[z]' } as const;

/** As it stands in a cell: `12`, `<5`, `[c]`, `[low]`, `[x]`, `[z]`. */
export const shownWords = (shown: ShownNumber): number | string => (typeof shown === 'number' ? shown : words[shown]);

/** What the codes stand for, in plain words: below every table that holds one. */
export const codesExplained: Definitions = [
  ['<5', 'A group of 1 to 4 people.'],
  ['[c]', 'Confidential: hidden so that a small group cannot be worked out from the numbers beside it.'],
  ['[low]', 'A percentage of fewer than ten, which would say more than there is to say.'],
  ['[x]', 'Not recorded.'],
  ['[z]', 'Does not apply, such as a percentage of none.'],
];

/** A percentage of fewer than this many is not shown. */
export const fewestForPercent = 10;

const isUnrecorded = (shown: ShownNumber) => shown === 'not-recorded' || shown === 'not-applicable';

/** To one decimal; a half goes away from zero, as people round. */
const toTenth = (n: number): number => (Math.sign(n) * Math.round(Math.abs(n) * 10 + 1e-9)) / 10 || 0;

/** So many in a hundred, to one decimal, from what is shown and from nothing else. */
export function percentOf(part: ShownNumber, whole: ShownNumber): ShownNumber {
  const missing = [part, whole].find(isUnrecorded);
  if (missing !== undefined) return missing;
  if (typeof part !== 'number' || typeof whole !== 'number') return 'hidden';
  if (whole === 0) return 'not-applicable';
  return whole < fewestForPercent ? 'low' : toTenth((part / whole) * 100);
}

/** How a number changed, and by so many in a hundred of what it was: −9.2; `not-applicable` where it was none. */
export function changeOf(
  now: ShownNumber,
  before: ShownNumber,
): { readonly n: ShownNumber; readonly percent: ShownNumber } {
  const missing = [now, before].find(isUnrecorded);
  if (missing !== undefined) return { n: missing, percent: missing };
  if (typeof now !== 'number' || typeof before !== 'number') return { n: 'hidden', percent: 'hidden' };
  return { n: now - before, percent: percentOf(now - before, before) };
}
