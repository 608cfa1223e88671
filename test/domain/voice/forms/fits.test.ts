import { expect, test } from 'vitest';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { fitsQuestion } from '#domain/voice/forms/fits.ts';

/** What a server takes for an answer has to be what every page that asks gives. */

const several: FormQuestion = { name: 'q', type: 'severalOf', options: [{ name: 'a' }, { name: 'b' }] };
const yesNo: FormQuestion = { name: 'q', type: 'yesNo' };

test.each<[string, FormQuestion, Parameters<typeof fitsQuestion>[1], boolean]>([
  ['a tick, as the pages say it', { name: 'q', type: 'acknowledge' }, { value: 'ok' }, true],
  ['a tick that says no', { name: 'q', type: 'acknowledge' }, { value: 'no' }, false],
  ['own words alone, where there is room for them', { ...yesNo, words: true }, { words: 'Both' }, true],
  ['own words alone, where there is none', yesNo, { words: 'Both' }, false],
  ['nothing at all', { ...yesNo, words: true }, {}, false],
  ['own words beside a wrong answer', { ...yesNo, words: true }, { value: 'both', words: 'x' }, false],
  ['two of a list', several, { value: ['b', 'a'] }, true],
  ['one of a list twice', several, { value: ['a', 'a'] }, false],
  ['half a number', { name: 'q', type: 'number' }, { value: 1.5 }, false],
  ['a day there never was', { name: 'q', type: 'day' }, { value: '2026-02-31' }, false],
  ['anything to a note', { name: 'q', type: 'note' }, { words: 'x' }, false],
])('%s', (_, question, said, fits) => {
  expect(fitsQuestion(question, said)).toBe(fits);
});
