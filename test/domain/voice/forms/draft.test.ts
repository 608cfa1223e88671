import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { hashOf } from '#domain/records/canonical.ts';
import { type FormDocument, formDocument } from '#domain/records/shapes/form-document.ts';
import { approveLanguages, endForm, makeVersion } from '#domain/voice/forms/acts.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { formDifferences } from '#domain/voice/forms/compare.ts';
import {
  documentOf,
  draftOf,
  type FormDraft,
  formOf,
  nameFrom,
  nextVersion,
  placeBetween,
  questionSet,
  questionsIn,
  questionTaken,
  textsOf,
  wholeLanguages,
} from '#domain/voice/forms/draft.ts';
import { formsInUse, formVersions } from '#domain/voice/forms/in-use.ts';
import { readyMade, readyMades } from '#domain/voice/forms/ready-made/ready-made.ts';
import { conditionWords } from '#domain/voice/forms/words.ts';

/** From a draft to a version and back, two drafts of one form, and what is different between two versions. */

const offered = { activities: ['Football', 'Dance'], equipment: ['Bibs', 'Ropes'] };
const first = { form: '019a0000-0000-7000-8000-000000000001', version: 1, follows: null };
let made = 0;
const newId = () => `id-${++made}`;
const at = '2026-11-26T10:00:00.000Z';
const version = (document: FormDocument, name = 'A form') => ({
  ...{ sha256: hashOf(document), name, document, approved: [], since: at },
});

describe.each(readyMades)('$words', (ready) => {
  it('goes from draft to version to draft to the same version', async () => {
    const document = documentOf(await draftFrom(ready, offered), first);
    const again = documentOf(draftOf(version(document)), first);
    expect(hashOf(again)).toBe(hashOf(document));
    expect(formDifferences(document, again)).toEqual([]);
  });
});

const today = () => draftFrom(readyMade('today-old'), offered);

it('a language that lacks a text is left out of the version, never half in it', async () => {
  const draft: FormDraft = { ...(await today()), 'text/ro:o:again:maybe': null };
  expect(wholeLanguages(draft)).not.toContain('ro');
  expect(wholeLanguages(draft)).toContain('ur');
  const document = documentOf(draft, first);
  expect(document.texts.ro).toBeUndefined();
  expect(v.is(formDocument, document)).toBe(true);
});

it('a text of a question that is not there any more comes into no version', async () => {
  const draft = await today();
  const document = documentOf({ ...draft, 'question/safe': null }, first);
  expect(document.questions.map(({ name }) => name)).toEqual(['today', 'again', 'change']);
  expect(Object.keys(document.texts.en ?? {}).filter((place) => place.includes('safe'))).toEqual([]);
});

it('taking a question out takes its texts in every language, and none of a question whose name begins the same', async () => {
  const more = questionSet({ name: 'safe_here', type: 'text', at: 9 });
  const draft: FormDraft = { ...(await today()), ...more, 'text/en:q:safe_here': 'Where?' };
  const after: FormDraft = { ...draft, ...questionTaken(draft, 'safe') };
  expect(questionsIn(after).map(({ name }) => name)).toEqual(['today', 'again', 'change', 'safe_here']);
  for (const language of ['en', 'ur'] as const)
    expect(Object.keys(textsOf(after, language)).filter((place) => /:safe(:|$)/.test(place))).toEqual([]);
  expect(textsOf(after, 'en')['q:safe_here']).toBe('Where?');
});

it('a question goes between two others, first or last, and nothing else is renumbered', async () => {
  const draft = await today();
  const names = (of: FormDraft) => questionsIn(of).map(({ name }) => name);
  const [a, b, c, d] = questionsIn(draft);
  if (!a || !b || !c || !d) throw new Error('it asks four questions');
  expect(names({ ...draft, ...questionSet({ ...d, at: placeBetween(a, b) }) })).toEqual([
    'today',
    'change',
    'again',
    'safe',
  ]);
  expect(names({ ...draft, ...questionSet({ ...d, at: placeBetween(undefined, a) }) })[0]).toBe('change');
  expect(names({ ...draft, ...questionSet({ ...a, at: placeBetween(d, undefined) }) }).at(-1)).toBe('today');
});

it('two who write one draft at once keep each other’s: each says only its own fields', async () => {
  const draft = await today();
  const ann = { 'text/ro:q:again': 'Mai vii?' };
  const ben = { ...questionSet({ name: 'why', type: 'text', at: 9 }), 'text/en:q:why': 'Why?' };
  const either = documentOf({ ...draft, ...ann, ...ben }, first);
  expect(either).toEqual(documentOf({ ...draft, ...ben, ...ann }, first));
  expect(either.questions.at(-1)?.name).toBe('why');
  // Romanian has no text for the new question yet: it is left out, and its other texts stay in the draft.
  expect(textsOf({ ...draft, ...ann, ...ben }, 'ro')['q:again']).toBe('Mai vii?');
  expect(Object.keys(either.texts)).toEqual(['en']);
});

it.each([
  ['Did you feel safe?', [], 'did_you_feel_safe'],
  ['Did you feel safe?', ['did_you_feel_safe'], 'did_you_feel_safe_2'],
  ['10 out of 10?', [], 'out_of_10'],
  ['Și acum?', [], 'si_acum'],
  ['کیا؟', [], 'question'],
  ['What would you most like to see happen in this park next year?', [], 'what_would_you_most_like'],
])('“%s” beside %j is called %s', (words, taken, name) => {
  expect(nameFrom(words, taken, 'question')).toBe(name);
});

it('the next version follows the newest there is, approved or not', async () => {
  const one = documentOf(await today(), first);
  const two = { ...one, version: 2, follows: hashOf(one) };
  const versions = formVersions({
    versions: [one, two].map((document) => ({ body: { name: 'Today', document, sha256: hashOf(document), at } })),
    approvals: [],
  });
  expect(nextVersion(versions, one.form)).toEqual({ form: one.form, version: 3, follows: hashOf(two) });
  expect(nextVersion(versions, 'another')).toEqual({ form: 'another', version: 1, follows: null });
});

it('a draft is a form of its own, unless it was begun from one', async () => {
  const document = documentOf(await today(), first);
  expect(formOf({ id: 'd1', body: {} })).toBe('d1');
  expect(formOf({ id: 'd1', body: draftOf(version(document)) })).toBe(document.form);
});

it('making a version approves what was read, closes the draft, and is one save', async () => {
  const document = documentOf(await today(), first);
  const read = [
    { who: 'Ruth B', languages: ['en', 'ur'] as const },
    { who: 'Ioana P', languages: ['ro'] as const },
  ];
  const said = makeVersion({ draft: 'd1', name: 'Today', document, read }, newId, at);
  expect(said.map(({ type }) => type)).toEqual(['formVersion', 'formApproval', 'formApproval', 'form']);
  expect(said.at(-1)).toMatchObject({ op: 'patch', id: 'd1', body: { status: 'closed' } });
  const bodies = (type: string) => said.filter((each) => each.type === type).map(({ body }) => ({ body }));
  const records = {
    versions: bodies('formVersion') as never[],
    approvals: bodies('formApproval') as never[],
    endings: [],
  };
  expect(formsInUse(records).map(({ approved }) => approved)).toEqual([['en', 'ro', 'ur']]);
  const later = approveLanguages(hashOf(document), { who: 'Jan K', languages: ['pl'] }, 'a9', at);
  const more = { ...records, approvals: [...records.approvals, { body: later.body } as never] };
  expect(formsInUse(more)[0]?.approved).toEqual(['en', 'ro', 'pl', 'ur']);
  const ended = { ...more, endings: [{ body: endForm(document.form, true, 'e1', at).body } as never] };
  expect(formsInUse(ended)).toEqual([]);
});

it('what changed is said in words, and a text only of languages both versions hold', async () => {
  const draft = await today();
  const before = documentOf(draft, first);
  const [, again] = questionsIn(draft);
  if (!again) throw new Error('it asks again');
  const changed: FormDraft = {
    ...draft,
    'text/en:q:safe': 'Did you feel safe here?',
    'text/pl:title': null,
    ...questionSet({ ...again, required: true, showIf: { has: ['today', '1'] } }),
    'age/16-up': false,
  };
  const after = documentOf(changed, { ...first, version: 2, follows: hashOf(before) });
  const found = formDifferences(before, after);
  const of = (words: string) => found.find((each) => each.words === words);
  expect(of('Ages')).toMatchObject({ before: '11 or 12, 13 to 15, 16 or older', after: '11 or 12, 13 to 15' });
  expect(of('“Would you come again?”: has to be answered')).toMatchObject({ before: 'No', after: 'Yes' });
  expect(of('“Would you come again?”: asked only if')).toMatchObject({
    before: '',
    after: '“How was today?” is Not good',
  });
  expect(found.filter(({ words }) => words.startsWith('English:'))).toEqual([
    {
      words: 'English: the question “Did you feel safe here?”',
      before: 'Did you feel safe?',
      after: 'Did you feel safe here?',
    },
  ]);
  expect(of('Languages')?.after).not.toContain('Polish');
  expect(found.filter(({ words }) => words.startsWith('Polish'))).toEqual([]);
});

it.each([
  [{ has: ['again', 'no'] }, '“Again?” is No'],
  [{ not: { has: ['again', 'no'] } }, 'not (“Again?” is No)'],
  [
    { all: [{ has: ['again', 'no'] }, { compare: [{ of: 'age' }, '>=', { is: 10 }] }] },
    '“Again?” is No and “age” is at least 10',
  ],
  [
    { any: [{ compare: [{ of: 'a' }, '=', { is: '' }] }, { has: ['again', 'no'] }] },
    '“a” is left out or “Again?” is No',
  ],
  [
    { compare: [{ plus: [{ of: 'a' }, { is: 1 }] }, '<', { minus: [{ is: 9 }, { of: 'b' }] }] },
    '“a” and 1 is under 9 less “b”',
  ],
] as const)('%j in words: %s', (condition, words) => {
  expect(conditionWords(condition, { 'q:again': 'Again?', 'o:again:no': 'No' })).toBe(words);
});
