import { expect, test } from 'vitest';
import { badge, problemsWith } from '#features/people/actions.ts';
import { minutesIn } from '#features/sessions/phone/finish/finishing.ts';

/** What a number field says is read by the one reader, also where it may stay empty. */

test.each(['1.000', '12.5', '1e1', '0x10', '12 years', '-4', '121'])('%j is no age', (age) => {
  const adding = { called: 'Kayla', age, gender: '' as const };
  expect(problemsWith(adding).age).toBe('Write the age in whole years, such as 12.');
  expect(badge('p', adding, 'partner:a', 'windmill').body).not.toHaveProperty('ageBand');
});

test('an age is kept as a band, and need not be given', () => {
  const adding = { called: 'Kayla', age: ' １２ ', gender: '' as const };
  expect(problemsWith(adding).age).toBeUndefined();
  expect(badge('p', adding, 'partner:a', 'windmill').body).toMatchObject({ ageBand: '10-12' });
  expect(problemsWith({ ...adding, age: ' ' }).age).toBeUndefined();
});

test('minutes lost are never read as more than somebody wrote', () => {
  expect(minutesIn('')).toBeNull();
  expect(minutesIn('30')).toBe(30);
  expect(minutesIn('1.5')).toBe('1.5 is not a whole number');
  expect(minutesIn('30 min')).toBe('“30 min” is not a number: write the digits alone');
  expect(minutesIn('2000')).toBe('Write a whole number from 0 to 1440.');
});
