// @vitest-environment jsdom
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { Language } from '#domain/people-codes.ts';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { ons4Questions } from '#domain/voice/forms/ready-made/questions.ts';
import { readyMade, readyMadeTexts } from '#domain/voice/forms/ready-made/ready-made.ts';
import { Question, type SaidHere } from '#features/voice/ask/question.tsx';
import { pictureNames } from '#features/voice/pictures/picture.tsx';

/** One question as a child answers it: radios with words, nothing chosen, own words beside what they belong to. */

afterEach(cleanup);

const nothing: SaidHere = { value: undefined, words: undefined };
const last = { said: nothing };

function Asked({ question, texts, lang }: { question: FormQuestion; texts: Record<string, string>; lang: Language }) {
  const [said, setSaid] = useState(nothing);
  last.said = said;
  return <Question {...said} {...{ question, texts, lang }} dir="ltr" onChange={setSaid} />;
}

const put = (question: FormQuestion, texts: Record<string, string>, lang: Language = 'en') => {
  last.said = nothing;
  render(<Asked {...{ question, texts, lang }} />);
  return userEvent.setup();
};

async function putReady(name: 'today-young' | 'today-middle' | 'today-old', question: string, lang: Language = 'en') {
  const ready = readyMade(name);
  const texts = (await readyMadeTexts(lang)).forms[name] ?? {};
  const found = ready.questions.find((each) => each.name === question);
  if (!found) throw new Error(`${name} does not ask ${question}`);
  return put(found, texts, lang);
}

const words = () => screen.getAllByRole('radio').map((each) => each.closest('label')?.textContent);
const chosen = () => screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked);

it('five faces stand from Not good to Brilliant, none is chosen, and the word chooses', async () => {
  const user = await putReady('today-old', 'today');
  expect(screen.getByRole('group', { name: 'How was today?' })).toBeTruthy();
  expect(words()).toEqual(['Not good', 'OK', 'Good', 'Really good', 'Brilliant']);
  expect(chosen()).toEqual([]);
  await user.click(screen.getByText('Really good'));
  expect(last.said).toMatchObject({ value: '4' });
});

it('a child of 8 to 10 sees no sad face: the first of theirs is another drawing', async () => {
  await putReady('today-old', 'today');
  const sad = document.querySelector('svg')?.innerHTML;
  cleanup();
  await putReady('today-middle', 'today');
  const faces = [...document.querySelectorAll('svg')].map((each) => each.innerHTML);
  expect(new Set(faces).size).toBe(5);
  expect(faces).not.toContain(sad);
});

it('this or that: two pictures with their words and “or” between, by keyboard too', async () => {
  const user = await putReady('today-young', 'fun', 'ro');
  expect(screen.getByRole('group', { name: 'Ce a fost mai distractiv?' })).toBeTruthy();
  expect(words()).toEqual(['Fotbal', 'Baschet']);
  expect(screen.getByText('sau')).toBeTruthy();
  expect(document.querySelectorAll('svg')).toHaveLength(2);
  expect(chosen()).toEqual([]);
  await user.tab();
  await user.keyboard(' ');
  expect(last.said).toMatchObject({ value: 'football' });
  await user.keyboard('{ArrowDown}');
  expect(last.said).toMatchObject({ value: 'basketball' });
});

it('without a drawing for both, each card is its word alone', () => {
  const options = [{ name: 'football', picture: 'football' }, { name: 'chess' }];
  const texts = { 'q:fun': 'Which?', 'o:fun:football': 'Football', 'o:fun:chess': 'Chess' };
  put({ name: 'fun', type: 'thisOrThat', options }, texts);
  expect(document.querySelectorAll('svg')).toHaveLength(0);
  expect(words()).toEqual(['Football', 'Chess']);
});

it('safe keeps its own words beside the answer', async () => {
  const user = await putReady('today-old', 'safe');
  await user.click(screen.getByRole('radio', { name: 'Mostly' }));
  await user.type(screen.getByRole('textbox', { name: /Did you feel safe/ }), 'The gate');
  expect(last.said).toMatchObject({ value: 'mostly', words: 'The gate' });
  expect(screen.queryByText('May we print your words?')).toBeNull();
});

it('own words ask whether they may be printed once there are any; emptied, nothing of it stays', async () => {
  const user = await putReady('today-old', 'change');
  expect(screen.queryByText('May we print your words?')).toBeNull();
  await user.type(screen.getByRole('textbox'), 'Lights');
  const print = screen.getByRole('group', { name: 'May we print your words?' });
  expect(chosen()).toEqual([]);
  await user.click(within(print).getByRole('radio', { name: 'Yes' }));
  expect(last.said).toEqual({ value: undefined, words: 'Lights', mayQuote: true });
  await user.clear(screen.getByRole('textbox'));
  expect(last.said).toEqual({ value: undefined, words: undefined, mayQuote: undefined });
});

it('ONS4 is answered by eleven numbers', async () => {
  const [satisfied] = ons4Questions;
  if (!satisfied) throw new Error('it asks nothing');
  const user = put(satisfied, { 'q:satisfied': 'How satisfied?' });
  expect(words()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
  await user.click(screen.getByText('10'));
  expect(last.said).toMatchObject({ value: 10 });
});

it('an order is tapped, and a second tap takes one out again', async () => {
  const options = ['a', 'b', 'c'].map((name) => ({ name }));
  const user = put({ name: 'best', type: 'rank', options }, { 'o:best:a': 'Ay', 'o:best:b': 'Bee', 'o:best:c': 'Sea' });
  await user.click(screen.getByRole('button', { name: 'Sea' }));
  await user.click(screen.getByRole('button', { name: 'Ay' }));
  expect(last.said).toMatchObject({ value: ['c', 'a'] });
  expect(screen.getByRole('button', { name: 'Ay 2', pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Sea 1' }));
  expect(last.said).toMatchObject({ value: ['a'] });
});

it('several of a list: none left is no answer', async () => {
  const options = ['a', 'b'].map((name) => ({ name }));
  const user = put({ name: 'like', type: 'severalOf', options }, { 'o:like:a': 'Ay', 'o:like:b': 'Bee' });
  await user.click(screen.getByRole('checkbox', { name: 'Bee' }));
  expect(last.said).toMatchObject({ value: ['b'] });
  await user.click(screen.getByRole('checkbox', { name: 'Bee' }));
  expect(last.said.value).toBeUndefined();
});

it.each([
  ['12', false, 12],
  ['1,5', true, 1.5],
  ['1.5', false, undefined],
  ['many', false, undefined],
])('a typed number: %s with fraction %s is %s', async (typed, fraction, value) => {
  const user = put({ name: 'age', type: 'number', fraction }, { 'q:age': 'How many?' });
  await user.type(screen.getByRole('textbox', { name: /How many/ }), typed);
  expect(last.said.value).toBe(value);
});

it('every activity with a picture has a word for it', async () => {
  const { activities } = await readyMadeTexts('en');
  expect(Object.keys(activities).sort()).toEqual([...pictureNames].sort());
});
