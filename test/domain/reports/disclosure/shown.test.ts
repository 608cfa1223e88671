import * as v from 'valibot';
import { expect, test } from 'vitest';
import { changeOf, codesExplained, percentOf, shownSchema, shownWords } from '#domain/reports/disclosure/shown.ts';

test('every code is said the same way in every file, and explained', () => {
  const all = [12, 'few', 'hidden', 'low', 'not-recorded', 'not-applicable'] as const;
  expect(all.map(shownWords)).toEqual([12, '<5', '[c]', '[low]', '[x]', '[z]']);
  expect(codesExplained.map(([code]) => code)).toEqual(all.slice(1).map(shownWords));
  for (const each of all) expect(v.is(shownSchema, each)).toBe(true);
  expect(v.is(shownSchema, '<5')).toBe(false);
});

test('a percentage comes from what is shown: of fewer than ten it is low, of none it does not apply', () => {
  expect(percentOf(148, 180)).toBe(82.2);
  expect(percentOf(1, 3)).toBe('low');
  expect(percentOf(3, 0)).toBe('not-applicable');
  expect(percentOf('few', 30)).toBe('hidden');
  expect(percentOf(12, 'hidden')).toBe('hidden');
  expect(percentOf('not-recorded', 30)).toBe('not-recorded');
  expect(percentOf(0, 10)).toBe(0);
});

test('a change is told as a number and of what it was', () => {
  expect(changeOf(59, 65)).toEqual({ n: -6, percent: -9.2 });
  expect(changeOf(7, 0)).toEqual({ n: 7, percent: 'not-applicable' });
  expect(changeOf(3, 4)).toEqual({ n: -1, percent: 'low' });
  expect(changeOf('hidden', 40)).toEqual({ n: 'hidden', percent: 'hidden' });
  expect(changeOf(40, 40)).toEqual({ n: 0, percent: 0 });
  expect(changeOf(12, 'not-recorded')).toEqual({ n: 'not-recorded', percent: 'not-recorded' });
  // A half goes away from zero, whichever way it went.
  expect([percentOf(21, 160), percentOf(-21, 160)]).toEqual([13.1, -13.1]);
  expect([percentOf(1, 80), percentOf(-1, 80)]).toEqual([1.3, -1.3]);
});
