import { type AgeBand, ageBands } from '#domain/codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { addDays } from '#domain/time.ts';

/** What is known of a young person beside their name, read from the badge. */

/** A band older than this many days is *not known*: it is asked again rather than guessed. */
const bandLastsDays = 365;

const upTo: readonly (readonly [number, AgeBand])[] = [
  [7, '00-07'],
  [9, '08-09'],
  [12, '10-12'],
  [15, '13-15'],
  [17, '16-17'],
  [19, '18-19'],
  [24, '20-24'],
];

/** The band of an age in whole years. */
export function bandOfAge(years: number): AgeBand {
  return upTo.find(([last]) => years <= last)?.[1] ?? '25+';
}

/** The age band on a day: from the year of birth where it is known, else the band while it is fresh enough to be true. */
export function bandOn(day: string, badge: Body): AgeBand {
  if (typeof badge.yearOfBirth === 'number') return bandOfAge(Number(day.slice(0, 4)) - badge.yearOfBirth);
  const known = ageBands.find(([code]) => code === badge.ageBand)?.[0];
  if (!known || typeof badge.ageBandOn !== 'string') return 'NK';
  return addDays(badge.ageBandOn, bandLastsDays) < day ? 'NK' : known;
}

/** `Mohammed S`: what the register calls somebody. A badge kept before names were read as people write them is read so here. */
export function nameOf(badge: Body): string {
  const known = typeof badge.knownAs === 'string' ? badge.knownAs : '';
  const initial = typeof badge.initial === 'string' ? badge.initial : '';
  const { knownAs, initial: letter } = /[,;()[\]{}]/u.test(known + initial)
    ? badgeName(`${known} ${initial}`)
    : { knownAs: known, initial };
  return letter ? `${knownAs} ${letter}` : knownAs;
}

/** The small words of a family name: `van der Berg`, `bin Ahmed`. */
const particles = new Set(
  'al ap ben bin bint da das de del della den der di dos du el ibn la le lo mac san st ten ter van von'.split(' '),
);

/** Only letters, and what stands inside a name: `O’Neil`, `Anne-Marie`. */
const isName = (word: string): boolean => /^\p{L}[\p{L}\p{M}'’ʿʾ‘-]*$/u.test(word);

/** `SMITH John`: the one word in capitals is the family's. */
const isShouted = (word: string): boolean =>
  [...word].length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();

/** Given names and family name, in that order, whichever way round they were written. */
function inOrder(typed: string): { given: string[]; family: string[] } {
  // What stands in brackets or after a dash says which one is meant, not what they are called; a bracket may never be closed.
  const [before = '', after = ''] =
    typed
      .replace(/[([{].*?([)\]}]|$)/gu, ' ')
      .split(/[;/|]|\s[-–—]\s/u)[0]
      ?.split(',') ?? [];
  const wordsOf = (text: string) => text.split(/[\s._]+/u).filter(isName);
  const [first, second] = [wordsOf(before), wordsOf(after)];
  // `T2` is no name by its letters, and yet it is what somebody is called.
  if (first.length === 0 && before.trim() !== '') return { given: [before.trim()], family: [] };
  // `Smith, John`, and not `Zaki, the tall one`.
  const turned = second.length > 0 && (/^\P{Ll}/u.test(after.trim()) || /^\p{Ll}/u.test(before.trim()));
  if (turned && first.length > 0) return { given: second, family: first };
  const shouted = first.filter(isShouted);
  if (shouted.length === 1 && first.length > 1)
    return { given: first.filter((word) => !isShouted(word)), family: shouted };
  const from = first.findIndex(
    (word, at) => at > 0 && particles.has(word.toLowerCase()) && word === word.toLowerCase(),
  );
  const cut = from > 0 && from < first.length - 1 ? from : first.length - 1;
  return first.length > 1 ? { given: first.slice(0, cut), family: first.slice(cut) } : { given: first, family: [] };
}

/**
 * What a badge keeps of a name as people write it: `Mohammed Salah` and `Salah, Mohammed (Y8)` are known as Mohammed, initial S.
 * One word has no initial. A family name is never kept, only its first letter. Nothing that is a name gives an empty `knownAs`.
 */
export function badgeName(typed: string): { knownAs: string; initial: string } {
  const { given, family } = inOrder(typed.normalize('NFC'));
  const named = family.find((word) => !particles.has(word.toLowerCase())) ?? family[0] ?? '';
  return {
    knownAs: given.join(' ').slice(0, 60),
    initial: [...named].find((letter) => /\p{L}/u.test(letter))?.toLocaleUpperCase('en-GB') ?? '',
  };
}
