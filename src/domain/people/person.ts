import { type AgeBand, ageBands } from '#domain/codes.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { addDays } from '#domain/time.ts';

/** What is known of a young person beside their name, read from the badge. */

/** What is read of a badge; of somebody not known here, nothing. */
export type Badge = ChangeOf<'person'>;

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
export function bandOn(day: string, badge: Badge): AgeBand {
  if (typeof badge.yearOfBirth === 'number') return bandOfAge(Number(day.slice(0, 4)) - badge.yearOfBirth);
  const known = ageBands.find(([code]) => code === badge.ageBand)?.[0];
  if (!known || typeof badge.ageBandOn !== 'string') return 'NK';
  return addDays(badge.ageBandOn, bandLastsDays) < day ? 'NK' : known;
}

/** `Mohammed S`: what the register calls somebody. A badge kept before names were read as people write them is read so here. */
export function nameOf(badge: Badge): string {
  const known = badge.knownAs ?? '';
  const initial = badge.initial ?? '';
  const { knownAs, initial: letter } = noWord.test(known + initial)
    ? badgeName(`${known} ${initial}`)
    : { knownAs: known, initial };
  return letter ? `${knownAs} ${letter}` : knownAs;
}

/** What a screen or a file calls somebody of whom only a number is left. */
export const erasedName = 'Someone who was erased';

/** What stands between words: all but letters, digits, apostrophes, hyphens and the two joiners that spell a word. */
const between = /[^\p{L}\p{M}\p{N}'’‘׳\p{Join_C}-]+/u;
/** What no badge keeps, and once did. */
const noWord = /[,;，،؛、:*&()[\]{}]/u;

/** The small words of a family name: `van der Berg`, `bin Ahmed`. */
const particles = new Set(
  'al ap ben bin bint da das de del della den der di dos du el ibn la las le lo los mac san st ten ter van von'.split(
    ' ',
  ),
);
const isParticle = (word: string): boolean => particles.has(word);

/** `Leo Smith Jr`: after a name, these are none. */
const suffixes = new Set(['jr', 'sr', 'ii', 'iii', 'iv', '2nd', '3rd', '4th']);

/** `Year 8`, `Y8`: the school year says which one is meant. */
const schoolYear = /(?<![\p{L}\p{M}\p{N}'’-])(?:years?|yrs?|y)[\s.]*\d{1,2}(?![\p{L}\p{N}])/giu;

/** `SMITH John`: the one word in capitals is the family's. */
const isShouted = (word: string): boolean =>
  [...word].length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();

/** As it is read: one form for each letter and apostrophe, and nothing that cannot be seen but the two joiners. */
const cleaned = (typed: string): string =>
  typed
    .replace(/[´`′‛]/gu, '’')
    .normalize('NFKC')
    .replace(/‐/gu, '-')
    .replace(/\u200b/gu, ' ')
    .replace(/(?![\p{Join_C}])\p{Cf}/gu, '')
    // What stands in brackets says which one is meant, not what they are called; a bracket may never be closed.
    .replace(/[([{].*?([)\]}]|$)/gu, ' ')
    .replace(schoolYear, ' ');

/** The names in a text, each without what hangs on it: `“Sam”`, `Leroy2`. A letter with a number, `T2`, is whole or none. */
function namesIn(text: string): string[] {
  const words = text.split(between).filter(Boolean);
  return words.flatMap((word, at) => {
    if (at > 0 && suffixes.has(word.toLowerCase())) return [];
    const name = word.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}\p{M}]+$/u, '');
    const isLabel = /\p{N}/u.test(word) && [...name].length === 1;
    if (isLabel) return at === 0 ? [word] : [];
    return name === '' ? [] : [name];
  });
}

/** Names without the small words of a family name, unless there is nothing else. */
function plain(names: readonly string[]): readonly string[] {
  const found = names.filter((name) => !isParticle(name));
  return found.length > 0 ? found : names;
}

/** `Smith, John` and `smith, john`, and neither `Zaki, the tall one` nor `John Smith, Derby`. */
function isTurned(before: readonly string[], after: readonly string[]): boolean {
  if (plain(before).length !== 1 || after.length === 0) return false;
  const names = plain(after);
  const isLower = names.length === 1 && /^\p{Ll}/u.test(before.join(''));
  return isLower || names.every((name) => (names.length === 1 ? /^\P{Ll}/u : /^\p{Lu}/u).test(name));
}

/** Given names and family name, in that order, whichever way round they were written. */
function inOrder(text: string): { given: readonly string[]; family: readonly string[] } {
  // One badge is one person: what is joined on, or stands after a dash, is about another or is no name.
  const parts = text.split(/[&+/|]|\s[-–—]+\s|\sand\s/u).map((part) => part.split(/[,;،؛、]/u).map(namesIn));
  const [first = [], second = []] =
    parts.map((part) => part.filter(({ length }) => length > 0)).find(({ length }) => length > 0) ?? [];
  if (isTurned(first, second)) return { given: plain(second), family: first };
  const shouted = first.filter(isShouted);
  if (shouted.length === 1 && first.length > 1)
    return { given: first.filter((word) => !isShouted(word)), family: shouted };
  const from = first.findIndex((word, at) => at > 0 && isParticle(word));
  const cut = from > 0 && from < first.length - 1 ? from : Math.max(1, first.length - 1);
  return { given: first.slice(0, cut), family: first.slice(cut) };
}

/**
 * What a badge keeps of a name as people write it: `Mohammed Salah` and `Salah, Mohammed (Y8)` are known as Mohammed, initial S.
 * One word has no initial. A family name is never kept, only its first letter; since the middle one of three words may be one,
 * one given name is kept, and two are written `Anne-Marie`. Nothing that is a name gives an empty `knownAs`.
 */
export function badgeName(typed: string): { knownAs: string; initial: string } {
  const text = cleaned(typed);
  const { given, family } = inOrder(text);
  const [named = ''] = plain(family);
  // A number or a sign may be what somebody is called, where there is no letter.
  const [known = text.split(/\s+/u).find((word) => /[\p{N}\p{So}]/u.test(word)) ?? ''] = given;
  return {
    knownAs: known.slice(0, 60),
    initial: [...named].find((letter) => /\p{L}/u.test(letter))?.toLocaleUpperCase('en-GB') ?? '',
  };
}
