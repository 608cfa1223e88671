import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import {
  inUse,
  isAskedAgain,
  languagesOn,
  newestSource,
  saidMoreSince,
  wordingsOf,
} from '#domain/people/wordings/versions.ts';
import { type ChangeKind, type Language, type Purpose, purposes } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { WordingDocument } from '#domain/records/shapes/wording-document.ts';
import { aDocument, versionOf } from '#test/domain/a-wording.ts';

/** What was approved, what is in use and who is asked again. */

const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}T09:00:00.000Z`;
type Made = { document: WordingDocument; kind: ChangeKind; purposes?: Purpose[]; on: number };

const recordsOf = (made: readonly Made[]) => ({
  versions: made.map(({ document, on }) => ({ body: versionOf(document, day(on)) })),
  approvals: made.map(({ document, kind, purposes: more, on }) => {
    const said = { sha256: hashOf(document), kind, reason: 'because', who: 'Priya N', at: day(on) };
    return { body: more ? { ...said, purposes: more } : said };
  }),
});
const of = (...made: readonly Made[]) => wordingsOf(recordsOf(made));

const all = codesOf(purposes);
const english = (version: number, over: Partial<WordingDocument> = {}) =>
  aDocument({ version, stored: `In place ${version}.`, ...over });
const translated = (source: WordingDocument, language: Language, stored = 'Tutaj.') =>
  aDocument({
    version: source.version,
    language,
    translates: hashOf(source),
    stored,
    translator: 'Ola',
    reviewer: 'Ania',
  });

const one = english(1);
const two = english(2);
const three = english(3);
const first: Made = { document: one, kind: 'says more', purposes: all, on: 1 };

test('nothing is in use before something was approved, and what was only made is not', () => {
  expect(inUse([], 'en', 'plain')).toBeUndefined();
  const { versions } = recordsOf([first]);
  expect(wordingsOf({ versions, approvals: [] })).toEqual([]);
  expect(inUse(of(first), 'en', 'plain')?.version.sha256).toBe(hashOf(one));
  expect(inUse(of(first), 'en', 'easy')).toBeUndefined();
});

test('version 5 that only corrects a phone number, in nine languages, asks nobody again', () => {
  const corrected: Made = { document: two, kind: 'corrects only', on: 5 };
  const nine = codesOf([
    ['pa', ''],
    ['ro', ''],
    ['pl', ''],
    ['ur', ''],
  ] as const).flatMap((language): Made[] => [
    { document: translated(one, language), kind: 'translates', on: 2 },
    { document: translated(two, language), kind: 'translates', on: 6 },
  ]);
  const wordings = of(first, corrected, ...nine);
  for (const { sha256 } of wordings) expect([...saidMoreSince(wordings, sha256)], sha256).toEqual([]);
});

test('a new partner asks again about what is shared, and about nothing else, whatever language was signed', () => {
  const polish = translated(one, 'pl');
  const wordings = of(
    first,
    { document: polish, kind: 'translates', on: 2 },
    { document: two, kind: 'new partner', purposes: ['sharePartners'], on: 5 },
  );
  for (const signed of [one, polish]) {
    expect(isAskedAgain(wordings, hashOf(signed), 'sharePartners')).toBe(true);
    expect(isAskedAgain(wordings, hashOf(signed), 'photoPublic')).toBe(false);
  }
  expect(isAskedAgain(wordings, hashOf(two), 'sharePartners')).toBe(false);
});

test('a language without the newest version keeps its own, but for the purposes that say more', () => {
  const polish = translated(one, 'pl');
  const before: Made[] = [first, { document: polish, kind: 'translates', on: 2 }];
  const corrected = of(...before, { document: two, kind: 'corrects only', on: 5 });
  expect(inUse(corrected, 'pl', 'plain')).toMatchObject({ version: { sha256: hashOf(polish) }, asks: all, waits: [] });
  const more = of(...before, { document: two, kind: 'says more', purposes: ['photoPublic', 'research'], on: 5 });
  expect(inUse(more, 'pl', 'plain')).toMatchObject({
    version: { sha256: hashOf(polish) },
    waits: ['photoPublic', 'research'],
    asks: all.filter((each) => each !== 'photoPublic' && each !== 'research'),
  });
  expect(inUse(more, 'en', 'plain')).toMatchObject({ version: { sha256: hashOf(two) }, asks: all, waits: [] });
});

test('a sentence the Polish had left out asks again who signed the Polish, and nobody else', () => {
  const polish = translated(one, 'pl');
  const mended = translated(one, 'pl', 'Tutaj, i na serwerze.');
  const romanian = translated(one, 'ro');
  const wordings = of(
    first,
    { document: polish, kind: 'translates', on: 2 },
    { document: romanian, kind: 'translates', on: 2 },
    { document: mended, kind: 'says more', purposes: ['contact'], on: 4 },
  );
  expect(isAskedAgain(wordings, hashOf(polish), 'contact')).toBe(true);
  for (const other of [one, romanian, mended]) expect(isAskedAgain(wordings, hashOf(other), 'contact')).toBe(false);
  expect(inUse(wordings, 'pl', 'plain')).toMatchObject({ version: { sha256: hashOf(mended) }, waits: [] });
});

test('an answer to a text that nobody approved is asked again', () => {
  expect(saidMoreSince(of(first), 'ab'.repeat(32))).toBe('everything');
  expect(isAskedAgain(of(first), 'ab'.repeat(32), 'takePart')).toBe(true);
});

test('a translation is older than newer English, though it was approved later', () => {
  const late = translated(one, 'ur');
  const wordings = of(
    first,
    { document: two, kind: 'corrects only', on: 5 },
    { document: late, kind: 'translates', on: 9 },
  );
  expect(wordings.map(({ sha256 }) => sha256)).toEqual([hashOf(one), hashOf(late), hashOf(two)]);
  expect(newestSource(wordings)?.sha256).toBe(hashOf(two));
  expect(languagesOn(wordings)).toEqual(['en', 'ur']);
});

const somePurposes = fc.subarray(all, { minLength: 1 });
const somehow = fc.oneof(
  fc.record({ kind: fc.constant<ChangeKind>('corrects only') }),
  fc.record({ kind: fc.constantFrom<ChangeKind>('says more', 'new partner'), purposes: somePurposes }),
);
/** A programme's English, version by version, and the languages that followed some of it. */
const histories = fc
  .array(fc.tuple(somehow, fc.subarray<Language>(['pl', 'ro', 'ur']), somehow, fc.integer({ min: 0, max: 20 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((steps) =>
    steps.flatMap(([how, into, again, late], at): Made[] => {
      const source = english(at + 1);
      return [
        { document: source, on: at + 1, ...how },
        ...into.map((language): Made => ({ document: translated(source, language), on: at + 1 + late, ...again })),
      ];
    }),
  );

test('the order in which records arrive changes nothing', () => {
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat()), (made, chance) => {
      const mixed = made.map((each) => [chance.next().value, each] as const).sort(([a], [b]) => a - b);
      expect(of(...mixed.map(([, each]) => each))).toEqual(of(...made));
    }),
  );
});

test('more approvals never take anybody off the list of those who are asked again', () => {
  fc.assert(
    fc.property(histories, (made) => {
      const [now, before] = [of(...made), of(...made.slice(0, -1))];
      for (const { sha256 } of before)
        for (const purpose of all)
          if (isAskedAgain(before, sha256, purpose)) expect(isAskedAgain(now, sha256, purpose)).toBe(true);
    }),
  );
});

test('in every language each purpose is either asked or waits, and the newest English never waits', () => {
  fc.assert(
    fc.property(histories, (made) => {
      const wordings = of(...made);
      for (const language of languagesOn(wordings)) {
        const { asks = [], waits = [] } = inUse(wordings, language, 'plain') ?? {};
        expect([...asks, ...waits].sort()).toEqual([...all].sort());
      }
      expect(inUse(wordings, 'en', 'plain')?.waits).toEqual([]);
    }),
  );
});

test('three versions of English made apart stand in one order', () => {
  const apart = [english(2, { kept: 'a' }), english(2, { kept: 'b' })].map(
    (document, at): Made => ({ document, kind: 'corrects only', on: 3 + at }),
  );
  const wordings = of(first, ...apart, { document: three, kind: 'corrects only', on: 2 });
  expect(wordings.map(({ document }) => document.kept.slice(0, 1) + document.version)).toEqual([
    'A1',
    'a2',
    'b2',
    'A3',
  ]);
});
