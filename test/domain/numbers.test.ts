import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOrNone, wholeNumber } from '#domain/numbers.ts';

describe('a number somebody typed', () => {
  test.each([
    ['12', 12],
    [' 12 ', 12],
    ['\u00A012\t', 12],
    ['012', 12],
    ['١٢', 12],
    ['۱۲', 12],
    ['１２', 12],
    ['99999', 99_999],
  ])('%j is certainly %j', (typed, read) => {
    expect(wholeNumber(typed)).toBe(read);
  });

  test.each([
    ['1.000', 'Is 1.000 one or one thousand? Write it without a point.'],
    ['1,000', 'Is 1,000 one or one thousand? Write it without a comma.'],
    ['1 000', 'Is 1 000 one or one thousand? Write it without a space.'],
    ["1'000", "Is 1'000 one or one thousand? Write it without an apostrophe."],
    ['12.000', 'Is “12.000” 12 or 12000? Write it without a point.'],
    ['1,200', 'Is “1,200” 1.2 or 1200? Write it without a comma.'],
    ['1.250', 'Is “1.250” 1.25 or 1250? Write it without a point.'],
    ['١٬٠٠٠', 'Is 1٬000 one or one thousand? Write it without a comma.'],
    ['1.000.000', 'Is 1.000.000 one number? Write it without a point.'],
    ['12.00', 'Is 12.00 12? Write it without a point.'],
    ['12,0', 'Is 12,0 12? Write it without a comma.'],
    ['2,5', '2,5 is not a whole number'],
    ['1.5', '1.5 is not a whole number'],
    ['1.200,50', '1.200,50 is not a whole number'],
    ['½', '½ is not a whole number'],
    ['1/2', '1/2 is not a whole number'],
    ['1e3', '“1e3” is not a number: write the digits alone'],
    ['0x10', '“0x10” is not a number: write the digits alone'],
    ['12 boxes', '“12 boxes” is not a number: write the digits alone'],
    ['+12', '“+12” is not a number: write the digits alone'],
    ['1²', '“1²” is not a number: write the digits alone'],
    ['①', '“①” is not a number'],
    ['a few', '“a few” is not a number'],
    ['Infinity', '“Infinity” is not a number'],
    ['-4', 'A number below zero: record it as given out or lost'],
    ['−4', 'A number below zero: record it as given out or lost'],
    ['0', 'Zero is not a number to record'],
    ['', 'How many?'],
    ['  ', 'How many?'],
    ['100000', '100000 is more than 99,999: is a digit too many?'],
    ['9'.repeat(400), `${'9'.repeat(400)} is more than 99,999: is a digit too many?`],
  ])('%j is asked about', (typed, words) => {
    expect(wholeNumber(typed)).toBe(words);
  });

  test('is only a number where all of it is digits', () => {
    const unit = fc.constantFrom('0', '1', '9', '.', ',', ' ', '-', 'e', 'x', '\u00A0', '/', '٣');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 8 }), (typed) => {
        const read = wholeNumber(typed);
        if (typeof read === 'number') expect(typed.trim()).toMatch(/^[0-9٣]+$/);
      }),
    );
  });

  test('keeps within what can be meant', () => {
    const age = { from: 2, to: 25 };
    expect(wholeNumber('10', age)).toBe(10);
    expect(wholeNumber('26', age)).toBe('Write a whole number from 2 to 25.');
    expect(wholeNumber('-3', age)).toBe('Write a whole number from 2 to 25.');
    expect(numberOrNone('0')).toBe(0);
    expect(numberOrNone('0.000')).toBe('Is 0.000 one number? Write it without a point.');
    expect(numberOrNone('121', 120)).toBe('Write a whole number from 0 to 120.');
  });
});
