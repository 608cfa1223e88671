import { describe, expect, it } from 'vitest';
import { hashOf } from '#domain/records/canonical.ts';
import { wordsOfYears } from '#domain/voice/forms/ages.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf, draftOf, type FormDraft, nextVersion } from '#domain/voice/forms/draft.ts';
import type { FormVersion } from '#domain/voice/forms/in-use.ts';
import { instrumentNamed, needsPermission } from '#domain/voice/forms/instruments.ts';
import { type FormSetting, lacksOfLanguages, missingIn } from '#domain/voice/forms/missing.ts';
import { type ReadyMadeName, readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';

/** What stands against a version, each in a sentence that says where; what may never change in a next one. */

const offered = { activities: [], equipment: [] };
const form = '019a0000-0000-7000-8000-000000000001';
const fresh: FormSetting = { next: { form, version: 1, follows: null }, before: undefined };
const begun = (name: ReadyMadeName) => draftFrom(readyMade(name), offered);
const against = (draft: FormDraft, setting = fresh) =>
  missingIn(draft, setting)
    .filter(({ language }) => language === null)
    .map(({ words }) => words);

describe('what stands against a version', () => {
  const cases: [string, ReadyMadeName, FormDraft, string][] = [
    ['nobody answers', 'today-old', { 'respondent/youngPerson': false }, 'Say who answers it.'],
    [
      'faces for under-8s',
      'today-old',
      { 'age/00-07': true },
      '“How was today?” shows faces that say little under 11. Tick other ages, or ask it another way.',
    ],
    [
      'the older faces for a nine-year-old',
      'today-old',
      { 'age/08-10': true },
      '“How was today?” shows faces that say little under 11. Tick other ages, or ask it another way.',
    ],
    [
      'plain faces under 8',
      'today-middle',
      { 'age/00-07': true },
      '“How was today?” shows faces that say little under 8. Tick other ages, or ask it another way.',
    ],
    [
      'one picture',
      'today-young',
      { 'question/fun': { at: 1, type: 'thisOrThat', options: [{ name: 'football' }, { name: 'b' }, { name: 'c' }] } },
      '“Which was more fun?” needs two answers.',
    ],
    [
      'a list without answers',
      'today-old',
      { 'question/safe': { at: 3, type: 'oneOf' } },
      '“Did you feel safe?” needs two answers or more.',
    ],
    [
      'waits for what comes later',
      'today-old',
      { 'question/again': { at: 2, type: 'again', showIf: { has: ['safe', 'no'] } } },
      '“Would you come again?” waits for a question that comes later or is gone. Choose another.',
    ],
    [
      'waits for an answer that is gone',
      'today-old',
      { 'question/change': { at: 4, type: 'text', showIf: { has: ['safe', 'never'] } } },
      '“What is one thing we should change?” waits for an answer that is gone. Choose another.',
    ],
    ['an age ONS4 is not for', 'ons4', { 'age/11-12': true }, 'ONS4 is for 16 and over: not for 11 or 12.'],
    [
      'no age ticked is every age',
      'ons4-under-16',
      { 'age/11-12': false, 'age/13-15': false },
      'ONS4 without anxiety is for 10 to 15: not for 7 or younger, 8 to 10, 16 or older.',
    ],
    [
      'a questionnaire of somebody',
      'today-old',
      { name: 'KIDSCREEN-10 at the park' },
      'KIDSCREEN belongs to somebody. Say who, and where their permission is filed.',
    ],
    [
      'faces in an instrument',
      'ons4',
      { 'question/happy': { at: 3, type: 'faces', scale: 'good' } },
      'ONS4 is asked in its owner’s words: no faces and no pictures.',
    ],
  ];
  it.each(cases)('%s', async (_, name, changed, words) => {
    const draft = await begun(name);
    expect(against(draft)).toEqual([]);
    expect(against({ ...draft, ...changed })).toContain(words);
  });

  it('an empty draft says what comes first', () => {
    expect(against({ name: 'New' })).toEqual(['It asks nothing yet.', 'Say who answers it.']);
  });

  it('a permission is asked for by every licence but an open one', async () => {
    const draft = await begun('ons4');
    const instrument = { ...readyMade('ons4').instrument, licence: 'By agreement' } as FormDraft['instrument'];
    expect(against({ ...draft, instrument })).toEqual(['Say where the owner’s permission to use ONS4 is filed.']);
    expect(needsPermission({ licence: 'Open Government Licence v3.0' } as never)).toBe(false);
  });
});

it('grown-ups may see any faces: ages are those of young people', async () => {
  expect(against({ ...(await begun('parent')), 'age/00-07': true })).toEqual([]);
});

it('a text that is missing is named with its question and language', async () => {
  const draft: FormDraft = { ...(await begun('today-old')), 'text/ro:o:again:maybe': ' ', 'text/ur:title': null };
  expect(lacksOfLanguages(draft)).toEqual([
    { question: 'again', language: 'ro', words: 'Romanian: the answer “Maybe” is not written yet.' },
    { question: null, language: 'ur', words: 'Urdu: the title is not written yet.' },
  ]);
});

describe('a next version', () => {
  async function next(name: ReadyMadeName) {
    const document = documentOf(await begun(name), fresh.next);
    const before: FormVersion = { sha256: hashOf(document), name: 'It', document, approved: [], since: '' };
    const setting: FormSetting = { next: nextVersion([before], form), before };
    return { draft: draftOf(before), before, setting };
  }

  it('may say anything else, as long as it follows the version it was begun from', async () => {
    const { draft, setting } = await next('today-old');
    expect(against({ ...draft, 'text/en:title': 'Today' }, setting)).toEqual([]);
  });

  it('keeps what was promised: whether answers carry a name', async () => {
    const { draft, setting } = await next('today-old');
    expect(against({ ...draft, named: true }, setting)).toEqual([
      'Whether answers carry a name was promised with the first version. Begin a form of its own for that.',
    ]);
  });

  it('keeps the wording, the order and the answers of an instrument', async () => {
    const { draft, setting } = await next('ons4');
    const stays = 'The wording of ONS4 is its owner’s. It stays as in the version before.';
    expect(against({ ...draft, 'text/en:q:happy': 'How happy are you?' }, setting)).toEqual([stays]);
    expect(against({ ...draft, 'question/anxious': null }, setting)).toEqual([stays]);
    expect(against({ ...draft, keeps: 'nothing' }, setting)).toEqual([]);
  });

  it('says so where somebody made one meanwhile', async () => {
    const { draft, before } = await next('today-old');
    const other = { ...before.document, version: 2, follows: before.sha256 };
    const made: FormVersion = { ...before, document: other, sha256: hashOf(other) };
    const setting: FormSetting = { next: nextVersion([before, made], form), before: made };
    expect(setting.next.version).toBe(3);
    expect(against(draft, setting)).toEqual([
      'Version 2 was made meanwhile. Look at what it changed, and go on from it.',
    ]);
    expect(against({ ...draft, follows: made.sha256 }, setting)).toEqual([]);
  });
});

it.each([
  ['KIDSCREEN-10 with faces', 'KIDSCREEN'],
  ['Our SDQ', 'SDQ'],
  ['Strengths and difficulties', 'Strengths and Difficulties'],
  ['GAD–7', 'GAD-7'],
  ['How was today?', undefined],
  ['Our misdqueue', undefined],
])('“%s” is recognised as %s', (title, known) => {
  expect(instrumentNamed(title)).toBe(known);
});

it.each([
  [{ from: 16, to: null }, '16 and over'],
  [{ from: 10, to: 15 }, '10 to 15'],
  [{ from: null, to: 12 }, 'up to 12'],
  [{ from: null, to: null }, 'any age'],
])('%j in words: %s', (years, words) => {
  expect(wordsOfYears(years)).toBe(words);
});
