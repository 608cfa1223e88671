import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { blocksFor, textsOf } from '#domain/people/wordings/blocks.ts';
import { differences, likelyChange } from '#domain/people/wordings/compare.ts';
import {
  type Draft,
  type DraftSetting,
  documentOf,
  missingIn,
  readingOf,
  whyNotSigned,
} from '#domain/people/wordings/draft.ts';
import { drawingOf, hashOfDrawing, pictogramIds, pictogramOf } from '#domain/people/wordings/pictograms.ts';
import { wordingsOf } from '#domain/people/wordings/versions.ts';
import { purposes } from '#domain/people-codes.ts';
import { hashOf } from '#domain/records/canonical.ts';
import { problemIn } from '#domain/records/records.ts';
import { aDocument, aQuestion, versionOf } from '#test/domain/a-wording.ts';

/** A draft, what is missing in it, and what it becomes. */

const controllers = [{ name: 'Refocus Project', address: '1 Hill Road, Northfleet', contact: '01632 960001' }];
const around: DraftSetting = { programme: 'Stepping Out', controllers, wordings: [] };
const all = codesOf(purposes);

/** A draft that says what a document says. */
const draftOf = (document = aDocument(), over: Draft = {}): Draft => ({
  ...{ language: document.language, style: document.style },
  ...Object.fromEntries(Object.entries(textsOf(document)).map(([block, text]) => [`text/${block}`, text])),
  ...Object.fromEntries(document.purposes.map(({ purpose }) => [`asks/${purpose}`, true])),
  'text/sharePartners:recipients': 'Refocus Project',
  ...over,
});
const read = (draft: Draft, beside = around): Draft => {
  const named = { ...draft, reviewer: 'Priya N' };
  return { ...named, reviewed: readingOf(named, beside) };
};

test('a draft that was written and read makes a document that may be stored', () => {
  const draft = read(draftOf());
  expect(whyNotSigned(draft, around)).toEqual([]);
  const document = documentOf(draft, around);
  expect(problemIn('wordingVersion', 'fact', 'programme', versionOf(document))).toBeNull();
  expect(document).toMatchObject({ version: 1, translates: null, programme: 'Stepping Out', controllers, months: 12 });
});

test('each text that is missing is named by its block', () => {
  const draft = draftOf(aDocument(), { 'text/photoPublic:ifNo': '  ', 'text/all:complain': null });
  expect(missingIn(draft, around)).toEqual([
    { block: 'photoPublic:ifNo', words: 'Photos for all to see: what follows from no: not written yet' },
    { block: 'all:complain', words: 'How to complain: not written yet' },
  ]);
});

test('any block left out is missed, and nothing else is', () => {
  const needed = blocksFor(all).filter((block) => !block.endsWith(':recipients'));
  fc.assert(
    fc.property(fc.subarray(needed), (left) => {
      const draft = draftOf(aDocument(), Object.fromEntries(left.map((block) => [`text/${block}`, null])));
      expect(missingIn(draft, around).map(({ block }) => block)).toEqual(left);
    }),
  );
});

test('a placeholder that stands for nothing, or a question that names nobody, is missed', () => {
  const of = (text: string) => missingIn(draftOf(aDocument(), { 'text/contact:question': text }), around);
  expect(of('Czy {imię} może?')[0]?.words).toBe('Messages: the question: {imię} stands for nothing; only {name} does');
  expect(of('Czy {name może?')).toHaveLength(1);
  expect(of('Czy może?')[0]?.words).toBe('Messages: the question: {name} is missing: whose answer is it?');
  expect(of('Czy {name} może?')).toEqual([]);
});

test('the set-up is asked for: who is responsible, where they are, and every partner by name', () => {
  const words = (over: Partial<DraftSetting>) => missingIn(draftOf(), { ...around, ...over }).map((each) => each.words);
  expect(words({ controllers: [] })).toEqual(['No partner is named']);
  expect(words({ controllers: [{ name: 'Refocus Project', address: '', contact: '1' }] })).toEqual([
    'Refocus Project has no address in the set-up',
  ]);
  expect(words({ controllers: [...controllers, { name: 'YGM', address: 'a', contact: 'b' }] })).toEqual([
    'YGM is not named among the partners who get names',
  ]);
  expect(missingIn(draftOf(aDocument({ purposes: [] })), around)[0]?.words).toBe('It asks nothing yet');
});

const english = documentOf(read(draftOf()), around);
const approved = (...documents: readonly ReturnType<typeof aDocument>[]) =>
  wordingsOf({
    versions: documents.map((each) => ({ body: versionOf(each) })),
    approvals: documents.map((each) => ({
      body: {
        sha256: hashOf(each),
        kind: 'corrects only',
        reason: 'x',
        who: 'Priya N',
        at: '2026-10-01T09:00:00.000Z',
      },
    })),
  });
const wordings = approved(english);
const beside: DraftSetting = { ...around, wordings };
const polish = draftOf(english, { language: 'pl', translates: hashOf(english), translator: 'Ola', machine: true });

test('what a machine wrote cannot be signed before somebody who speaks the language has read it', () => {
  expect(whyNotSigned(polish, beside)).toEqual([
    'A machine wrote it, and somebody who speaks Polish has to read it first',
  ]);
  expect(whyNotSigned(read(polish, beside), beside)).toEqual([]);
});

test('a letter changed after it was read, and it is read again', () => {
  const changed = { ...read(polish, beside), 'text/contact:yes': 'Tak' };
  expect(whyNotSigned(changed, beside)).toEqual(['It was changed after Priya N had read it']);
});

test('who wrote it does not review it', () => {
  const own = read({ ...polish, translator: ' priya n' }, beside);
  expect(whyNotSigned(own, beside)).toEqual(['Who wrote it cannot be the one who reviews it']);
});

test('a translation asks what the English asks, in its version, and names the same people', () => {
  const document = documentOf(read({ ...polish, 'text/sharePartners:recipients': null }, beside), beside);
  expect(document).toMatchObject({ version: 1, translates: hashOf(english), language: 'pl', controllers });
  expect(document.purposes.find(({ purpose }) => purpose === 'sharePartners')?.recipients).toEqual(['Refocus Project']);
  expect(problemIn('wordingVersion', 'fact', 'programme', versionOf(document))).toBeNull();
});

test('a translation of older English cannot be signed, and none can before there is English', () => {
  const newer = documentOf(read(draftOf(aDocument({ kept: 'Longer.' }), { months: 6 })), beside);
  expect(newer.version).toBe(2);
  const later = { ...around, wordings: approved(english, newer) };
  expect(whyNotSigned(read(polish, later), later)).toEqual(['The English is at version 2: bring this draft up to it']);
  expect(missingIn(polish, around)[0]?.words).toBe('The English comes first: none is approved yet');
});

test('two documents are compared word for word, and the likely change is offered', () => {
  const before = aDocument();
  expect(differences(before, before)).toEqual([]);
  expect(likelyChange(before, before)).toEqual({ kind: 'corrects only', purposes: [] });
  expect(likelyChange(undefined, before)).toEqual({ kind: 'says more', purposes: all });
  const [first, ...others] = before.purposes;
  const after = aDocument({
    purposes: [aQuestion('takePart', { ...first, why: 'For the funder.' }), ...others],
    months: 6,
  });
  expect(differences(before, after)).toEqual([
    { words: 'Joining in: what it is for', before: 'So that we know.', after: 'For the funder.' },
    { words: 'Months an answer holds', before: '12', after: '6' },
  ]);
  expect(likelyChange(before, after)).toEqual({ kind: 'says more', purposes: ['takePart'] });
  const joined = aDocument({ controllers: [...controllers, { name: 'YGM', address: 'a', contact: 'b' }] });
  expect(likelyChange(before, joined)).toMatchObject({ kind: 'new partner' });
  const fewer = aDocument({ purposes: others });
  expect(differences(before, fewer).map(({ words }) => words)).toContain('Joining in: the question');
});

test('a drawing that a document names is never drawn anew', () => {
  const drawn = Object.fromEntries(pictogramIds.map((id) => [id, hashOfDrawing(id).slice(0, 12)]));
  expect(drawn).toMatchInlineSnapshot(`
    {
      "all-kinds-1": "123a194986ac",
      "ball-1": "1d34e2316dd9",
      "call-1": "f2a60a895499",
      "camera-1": "0d2846abbbd7",
      "first-aid-1": "0ee2879adcbb",
      "folder-1": "ad5cea63752a",
      "glove-1": "9fbb66a1c9df",
      "look-1": "64152abf6e74",
      "poster-1": "e3c09dcd7e16",
    }
  `);
  expect(pictogramOf('takePart')).toEqual({ id: 'ball-1', sha256: hashOfDrawing('ball-1') });
  expect(drawingOf('constructor')).toBeUndefined();
});
