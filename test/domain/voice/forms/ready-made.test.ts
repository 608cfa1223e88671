import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { codesOf } from '#domain/codes.ts';
import { languages } from '#domain/people-codes.ts';
import { formDocument } from '#domain/records/shapes/form-document.ts';
import { draftFrom } from '#domain/voice/forms/begin.ts';
import { documentOf, isMachine, textsOf, wholeLanguages } from '#domain/voice/forms/draft.ts';
import { missingIn } from '#domain/voice/forms/missing.ts';
import { placesOf, readyMade, readyMades, readyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';

/** Every form a programme may begin from is whole in every language it says it has, and holds what each age can answer. */

const offered = { activities: ['Football', 'Dance', 'Tug of war'], equipment: ['Bibs', 'Skipping ropes'] };
const next = { form: '019a0000-0000-7000-8000-000000000001', version: 1, follows: null };

describe.each(readyMades)('$words', (ready) => {
  it('makes a document that passes its shape, in every language it claims', async () => {
    const draft = await draftFrom(ready, offered);
    const document = documentOf(draft, next);
    expect(v.safeParse(formDocument, document).issues).toBeUndefined();
    const asked = ready.questions.some(({ name }) => name === 'activities');
    // What a programme calls its own things is left to somebody who speaks the language.
    expect(Object.keys(document.texts).sort()).toEqual(asked ? ['en'] : [...ready.languages].sort());
    expect(missingIn(draft, { next, before: undefined }).filter(({ language }) => language === null)).toEqual([]);
  });

  it('marks all but English as put down by a machine', async () => {
    const draft = await draftFrom(ready, offered);
    for (const language of ready.languages) expect(isMachine(draft, language)).toBe(language !== 'en');
  });

  it('says nothing in English in another language, leaves no gap to be filled in, and no text that is never shown', async () => {
    const english = (await readyMadeTexts('en')).forms[ready.name] ?? {};
    const places = new Set(placesOf(ready));
    for (const language of ready.languages) {
      const texts = (await readyMadeTexts(language)).forms[ready.name] ?? {};
      for (const [place, text] of Object.entries(texts)) {
        expect(text, `${language} ${place}`).not.toMatch(/[{}]|\s\s|^\s|\s$/);
        expect(places, `${language} ${place}`).toContain(place);
        if (language !== 'en') expect(text, `${language} ${place}`).not.toBe(english[place]);
      }
    }
  });

  it('takes a child no longer than it stands still: four questions, one of them in own words', () => {
    if (ready.instrument) return;
    expect(ready.questions.length).toBeLessThanOrEqual(4);
    expect(ready.questions.filter(({ type }) => type === 'text').length).toBeLessThanOrEqual(2);
  });
});

it.each(codesOf(languages))('activities with a picture have a name of their own in %s', async (language) => {
  const [english, own] = await Promise.all([readyMadeTexts('en'), readyMadeTexts(language)]);
  expect(Object.keys(own.activities)).toEqual(Object.keys(english.activities));
  expect(new Set(Object.values(own.activities)).size).toBe(Object.keys(own.activities).length);
});

it('shows under-8s no faces, 8 to 10 those from plain to very happy, and older ones those from Not good', () => {
  const scaleOf = (name: 'today-young' | 'today-middle' | 'today-old') =>
    readyMade(name).questions.find(({ type }) => type === 'faces')?.scale;
  expect([scaleOf('today-young'), scaleOf('today-middle'), scaleOf('today-old')]).toEqual([undefined, 'happy', 'good']);
});

it('asks nobody under 16 how anxious they were', () => {
  const asked = readyMades.filter(({ questions }) => questions.some(({ name }) => name === 'anxious'));
  expect(asked.map(({ ages }) => ages)).toEqual([['16-up']]);
  expect(readyMade('ons4-under-16').questions.map(({ name }) => name)).toEqual(['satisfied', 'worthwhile', 'happy']);
});

it('asks for own things: the programme’s names in English, those it knows put into the language, the rest left to be written', async () => {
  const draft = await draftFrom(readyMade('wish'), offered);
  expect(textsOf(draft, 'en')).toMatchObject({ 'o:activities:dance': 'Dance', 'o:equipment:bibs': 'Bibs' });
  expect(textsOf(draft, 'ro')).toMatchObject({ 'o:activities:dance': 'Dans' });
  expect(wholeLanguages(draft)).toEqual(['en']);
  const lacks = missingIn(draft, { next, before: undefined }).map(({ words }) => words);
  expect(lacks).toContain('Romanian: the answer “Tug of war” is not written yet.');
});

it('asks for own things of a programme that has none yet: the question is left to be filled', async () => {
  const draft = await draftFrom(readyMade('wish'), { activities: [], equipment: ['Bibs'] });
  const lacks = missingIn(draft, { next, before: undefined }).map(({ words }) => words);
  expect(lacks).toContain('“What would you like to do here?” needs two answers or more.');
  expect(lacks).toContain('“What would you like us to bring?” needs two answers or more.');
});
