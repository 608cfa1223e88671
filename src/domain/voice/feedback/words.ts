import { asSeen } from '#domain/as-seen.ts';
import type { RowOf } from '#domain/records/body.ts';
import { inForce } from '#domain/records/taken-back.ts';

/** Somebody’s own words: what in them could tell who it was, and what became of them once a coordinator had read them. */

/** A place in some words, and why it is pointed out. */
export type PointedOut = { readonly from: number; readonly to: number; readonly why: string };

const patterns: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, 'an e-mail address'],
  [/(?<![\w@])@[\w.]{2,}/g, 'a name on the internet'],
  [/(?<!\d)(?:\+|00)?\d(?:[\s().-]?\d){6,14}(?!\d)/g, 'a telephone number'],
  [/\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi, 'a postcode'],
  [
    /\b\d{1,4}[a-z]?,?\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?\s+(?:street|st|road|rd|avenue|ave|lane|close|drive|way|court|gardens|grove|terrace|crescent|place|square|hill|park)\b/giu,
    'an address',
  ],
];

/** Words of a text with where they stand. */
const wordsIn = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}’'-]{2,}/gu)].map((found) => ({ word: found[0], from: found.index }));

/** Words that begin with a capital for no other reason than that a sentence does, or that English writes so. */
const isCapital = (text: string, from: number): boolean => {
  const before = text.slice(0, from).trimEnd();
  return before !== '' && !/[.!?:;\n“"(-]$/.test(before) && /\p{Lu}/u.test(text[from] ?? '');
};
const usualCapitals = new Set(
  'i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english football zumba mma tv'.split(
    ' ',
  ),
);

/**
 * What a coordinator should look at twice: names the programme knows, what is written like one, numbers and addresses. It points out and decides
 * nothing: who it may be is for somebody who knows the park.
 * @param known first names of young people and of the team
 */
export function pointedOut(text: string, known: ReadonlySet<string>): PointedOut[] {
  const found: PointedOut[] = patterns.flatMap(([pattern, why]) =>
    [...text.matchAll(pattern)].map((each) => ({ from: each.index, to: each.index + each[0].length, why })),
  );
  const isTaken = (from: number, to: number) => found.some((each) => from < each.to && to > each.from);
  for (const { word, from } of wordsIn(text)) {
    const to = from + word.length;
    if (isTaken(from, to)) continue;
    const bare = asSeen(word.replace(/[’']s$/, ''));
    if (known.has(bare)) found.push({ from, to, why: 'a name that is known here' });
    else if (isCapital(text, from) && !usualCapitals.has(bare)) found.push({ from, to, why: 'perhaps a name' });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** The first names of somebody, as they are looked for. */
export const namesFor = (names: Iterable<string>): ReadonlySet<string> =>
  new Set(
    [...names].flatMap((name) =>
      asSeen(name)
        .split(' ')
        .filter((part) => part.length > 1),
    ),
  );

/** What became of some words once they were read. */
export type WordsVerdict = {
  readonly verdict: 'use' | 'changed' | 'keepBack';
  /** The words in place of those that were said, where they were changed. */
  readonly says: string | undefined;
  /** The idea they are a voice for. */
  readonly idea: string | null;
  /** The facts it rests on, to be named by the next one. */
  readonly facts: readonly string[];
};

const strictest = ['keepBack', 'changed', 'use'] as const;

/** What became of each answer’s words. Of two coordinators who read them at once, the stricter counts. */
export function verdictsOf(rows: readonly RowOf<'wordsRead'>[]): ReadonlyMap<string, WordsVerdict> {
  const facts = rows.map(({ id, body }) => ({ id, ...body, replaces: body.replaces ?? [] }));
  const standing = Map.groupBy(inForce(facts), ({ answer }) => answer);
  return new Map(
    [...standing].map(([answer, own]) => {
      const verdict = strictest.find((each) => own.some((fact) => fact.verdict === each)) ?? 'keepBack';
      const one = own.find((fact) => fact.verdict === verdict);
      const idea = own.find((fact) => fact.idea !== undefined)?.idea ?? null;
      return [answer, { verdict, says: one?.says, idea, facts: own.map(({ id }) => id) }];
    }),
  );
}

/** Words as they may be seen, after what became of them; null where they may not. */
export const seenAs = (words: string, verdict: WordsVerdict | undefined): string | null => {
  if (!verdict || verdict.verdict === 'keepBack') return null;
  return verdict.verdict === 'changed' ? (verdict.says ?? null) : words;
};
