import { expect, test } from 'vitest';
import { weaknessOf } from '#app/weak-pin.ts';

test.each([
  '111111',
  '121212',
  '112233',
  '123123',
  '123321',
  '010101',
  '123456',
  '987654',
  '098765',
  '454545',
  '998877',
  '123654',
  '147258',
  '159753',
  '789456',
  '123450',
  '246810',
  '135791',
])('%s is a pattern', (pin) => {
  expect(weaknessOf(pin)).toContain('pattern');
});

test.each(['251126', '261125', '112526', '240312', '311299'])('%s is a date', (pin) => {
  expect(weaknessOf(pin)).toContain('date');
});

test.each(['314159', '271828', '806247', '950382'])('%s can be chosen', (pin) => {
  expect(weaknessOf(pin)).toBeUndefined();
});
