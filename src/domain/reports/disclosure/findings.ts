/** Free text before it leaves: what may tell who somebody is. A person looks at each and decides. */

/** What a place in a text may be. */
export type TextFindingKind = 'name' | 'phone' | 'postcode' | 'date of birth' | 'email' | 'school' | 'only one';
/** A place in a text, by its letters from `start` up to `end`. */
export type TextFinding = {
  readonly kind: TextFindingKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/** Names of people and schools that are on record. */
export type KnownNames = { readonly names: readonly string[]; readonly schools?: readonly string[] };

const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';
const year = '(?:19|20)\\d\\d';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const one = '(?:only|sole|one and only|lone|single|first|youngest|oldest|tallest)';
const who =
  '(?:girl|boy|lad|lass|child|kid|teenager|young (?:person|woman|man)|pupil|student|player|member|one|sisters?|brothers?|twins?|wheelchair user)s?';

const patterns: readonly (readonly [TextFindingKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu],
  // From a plus or a zero on, ten digits and more, however they are grouped.
  ['phone', /(?<![\p{L}\d])(?:\+|00|0|\(0)(?:[\s().-]{0,2}\d){9,13}(?!\d)/giu],
  ['postcode', /(?<![\p{L}\d])(?:[a-z]{1,2}\d[a-z\d]?)\s?\d[a-z]{2}(?![\p{L}\d])/giu],
  ['date of birth', /(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:(?:19|20)\d\d|\d\d)(?!\d)/giu],
  ['date of birth', /(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)/giu],
  ['date of birth', new RegExp(`(?<![\\p{L}\\d])${day}(?: of)? ${month},? ${year}(?!\\d)`, 'giu')],
  ['date of birth', new RegExp(`(?<!\\p{L})${month} ${day},? ${year}(?!\\d)`, 'giu')],
  ['date of birth', /(?<!\p{L})(?:born (?:on|in)|birthday (?:is|on|was)|d\.?o\.?b\.?)[^.\n]{0,30}/giu],
  [
    'school',
    /(?<!\p{L})(?:\p{Lu}[\p{L}'’.-]*\s+){1,4}(?:School|Academy|College|Primary|Secondary|Grammar|Juniors?|Infants?)(?!\p{L})/gu,
  ],
  [
    'only one',
    new RegExp(
      `(?<!\\p{L})(?:the|our|your|their|his|her|an?) ${one} (?:[\\p{L}-]+ ){0,3}?${who}(?!\\p{L})(?: (?:in|at|from|on|of|with|who)(?: [\\p{L}\\d-]+){1,3})?`,
      'giu',
    ),
  ],
];

/** Words that stand in names of people as well, and say nobody: `May came` is found, `in may` is not. */
const shortest = 2;

/** Letters as they are compared, one for one: without accents and capitals. */
const plain = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => {
    const letter = text[at] ?? '';
    const bare = letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    return bare.length === 1 ? bare : /[‘’]/.test(letter) ? "'" : letter;
  })
    .join('')
    .replace(/[‘’]/g, "'");

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}\p{M}]/u.test(letter);

/** Where some words stand by themselves; `Kayla’s` holds Kayla. */
function* placesOf(words: string, text: string): Generator<readonly [start: number, end: number]> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (!isLetter(text[at - 1]) && !isLetter(text[end])) yield [at, end];
  }
}

/** A name and each of its parts. */
const partsOf = (name: string): string[] => {
  const whole = plain(name.normalize('NFC')).trim().replace(/\s+/g, ' ');
  return [whole, ...whole.split(' ')].filter((part) => part.length >= shortest);
};

/**
 * What in a text may tell who somebody is, by its place. A part of a name counts only where it begins with a capital, as `will` and
 * `may` are words as well.
 */
export function findingsIn(text: string, known: KnownNames): TextFinding[] {
  const composed = plain(text);
  const found: TextFinding[] = [];
  const add = (kind: TextFindingKind, start: number, end: number) =>
    found.push({ kind, start, end, text: text.slice(start, end) });
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) add(kind, match.index, match.index + match[0].length);
  for (const school of known.schools ?? []) {
    const words = plain(school.normalize('NFC')).trim();
    if (words.length >= shortest) for (const [start, end] of placesOf(words, composed)) add('school', start, end);
  }
  for (const part of new Set(known.names.flatMap(partsOf)))
    for (const [start, end] of placesOf(part, composed))
      if (part.includes(' ') || /\p{Lu}/u.test(text[start] ?? '') || !/\p{Ll}/u.test(text[start] ?? ''))
        add('name', start, end);
  return withoutInner(found);
}

/** What lies within something longer of its kind says nothing more. */
const withoutInner = (found: readonly TextFinding[]): TextFinding[] =>
  found
    .filter(
      (each, at) =>
        !found.some(
          (other, place) =>
            other.kind === each.kind &&
            other.start <= each.start &&
            other.end >= each.end &&
            (other.end - other.start > each.end - each.start || place < at),
        ),
    )
    .sort((first, second) => first.start - second.start || first.end - second.end);
