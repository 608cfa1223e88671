import { describe, expect, test } from 'vitest';
import { agesOn, ageWords, bornTyped, readBorn } from '#domain/people/born.ts';

const today = '2026-11-26';
const read = (typed: string) => {
  const [day = '', month = '', year = ''] = typed.split(' ');
  return readBorn({ day, month, year }, today);
};

describe('when somebody was born', () => {
  test.each([
    ['27 3 2014', '2014-03-27'],
    ['27 03 2014', '2014-03-27'],
    ['29 2 2012', '2012-02-29'],
    ['  2014', '2014'],
    ['٢٧ ٣ ٢٠١٤', '2014-03-27'],
    ['26 11 2026', '2026-11-26'],
    ['', ''],
  ])('%s is an answer', (typed, born) => {
    expect(read(typed)).toEqual({ born });
  });

  test.each([
    ['31 2 2014', 'There is no 31 in February 2014: it has 28 days.'],
    ['31 4 2014', 'There is no 31 in April 2014: it has 30 days.'],
    ['0 4 2014', 'There is no 0 in April 2014: it has 30 days.'],
    ['27 13 2014', 'Write the month as a number from 1 to 12.'],
    ['27 March 2014', 'Write the month as a number from 1 to 12.'],
    ['27 11 2026', 'That day is still to come. Write the day they were born on.'],
    ['  2027', '2027 is still to come. Write the year they were born in.'],
    ['27 3 14', 'Write the year with four digits, such as 2014.'],
    ['27 3 ', 'Write the year too. The year alone will do.'],
    [' 3 2014', 'Write the day too, or leave the month out.'],
    ['27  2014', 'Write the month too, or leave the day out.'],
  ])('%s is asked about in words', (typed, problem) => {
    expect(read(typed)).toEqual({ problem });
  });

  test('what is stored stands in the three fields again', () => {
    expect(bornTyped('2014-03-07')).toEqual({ day: '7', month: '3', year: '2014' });
    expect(bornTyped('2014')).toEqual({ day: '', month: '', year: '2014' });
    expect(bornTyped('')).toEqual({ day: '', month: '', year: '' });
  });

  test('the age turns on the birthday; of a year alone it is one of two', () => {
    expect(agesOn('2014-11-26', today)).toEqual([12, 12]);
    expect(agesOn('2014-11-27', today)).toEqual([11, 11]);
    expect(ageWords('2014', today)).toBe('11 or 12');
    expect(ageWords('2026', today)).toBe('0');
  });
});
