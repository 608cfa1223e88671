import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageBands, codesOf } from '#domain/codes.ts';
import { badgeName, bandOfAge, bandOn, nameOf } from '#domain/people/person.ts';
import { addDays } from '#domain/time.ts';
import { bodyLike } from '#test/domain/records/builders.ts';

describe('the age band of a person', () => {
  test.each([
    [0, '00-07'],
    [7, '00-07'],
    [8, '08-09'],
    [10, '10-12'],
    [12, '10-12'],
    [13, '13-15'],
    [16, '16-17'],
    [18, '18-19'],
    [20, '20-24'],
    [24, '20-24'],
    [25, '25+'],
    [80, '25+'],
  ])('at %i is %s', (years, band) => {
    expect(bandOfAge(years)).toBe(band);
  });

  test('never goes down as a person grows older', () => {
    const order: readonly string[] = codesOf(ageBands);
    fc.assert(
      fc.property(fc.nat(90), (years) => {
        expect(order.indexOf(bandOfAge(years + 1))).toBeGreaterThanOrEqual(order.indexOf(bandOfAge(years)));
      }),
    );
  });

  test('follows the year of birth where it is known, on the day of the session', () => {
    expect(bandOn('2026-11-22', { yearOfBirth: 2016, ageBand: '16-17', ageBandOn: '2026-11-01' })).toBe('10-12');
    expect(bandOn('2029-01-01', { yearOfBirth: 2016 })).toBe('13-15');
  });

  test('is true for a year after it was asked, then it is asked again', () => {
    const badge = { ageBand: '10-12' as const, ageBandOn: '2026-03-01' };
    fc.assert(
      fc.property(fc.nat(800), (days) => {
        expect(bandOn(addDays('2026-03-01', days), badge)).toBe(days <= 365 ? '10-12' : 'NK');
      }),
    );
  });

  test('is not known where nobody asked, or where nobody said when', () => {
    expect(bandOn('2026-11-22', {})).toBe('NK');
    expect(bandOn('2026-11-22', { ageBand: '10-12' })).toBe('NK');
    const later = bodyLike('person', { ageBand: 'a code of later', ageBandOn: '2026-11-01' });
    expect(bandOn('2026-11-22', later)).toBe('NK');
  });
});

describe('the name on a badge', () => {
  test.each([
    ['Mohammed Salah', 'Mohammed', 'S', 'Mohammed S'],
    // The middle one of three words may be a family name, so it is not kept; a double given name is written with a hyphen.
    ['  Anne  Marie   King ', 'Anne', 'K', 'Anne K'],
    ['Anne-Marie King', 'Anne-Marie', 'K', 'Anne-Marie K'],
    ['Juan Garcia Lopez', 'Juan', 'L', 'Juan L'],
    ['Juan Garcia de la Cruz', 'Juan', 'C', 'Juan C'],
    ['Prince', 'Prince', '', 'Prince'],
    ['Éva ångström', 'Éva', 'Å', 'Éva Å'],
    ['Smith, John', 'John', 'S', 'John S'],
    ['smith,john', 'john', 'S', 'john S'],
    ['Smith, John (Y8)', 'John', 'S', 'John S'],
    ['Zaki (Y8)', 'Zaki', '', 'Zaki'],
    ['Zaki (Y8', 'Zaki', '', 'Zaki'],
    ['Zaki Y8', 'Zaki', '', 'Zaki'],
    ['Zaki, the tall one', 'Zaki', '', 'Zaki'],
    ['Zaki Rahman [brother of Amira]', 'Zaki', 'R', 'Zaki R'],
    ['Zaki Rahman - new today', 'Zaki', 'R', 'Zaki R'],
    ['SMITH John', 'John', 'S', 'John S'],
    ['JJ Smith', 'JJ', 'S', 'JJ S'],
    ['Jan van der Berg', 'Jan', 'B', 'Jan B'],
    ['Ali bin Ahmed', 'Ali', 'A', 'Ali A'],
    ['Anne-Marie O’Neil-Smith', 'Anne-Marie', 'O', 'Anne-Marie O'],
    ['john.smith', 'john', 'S', 'john S'],
    ['ʿAlī Ḥasan', 'ʿAlī', 'Ḥ', 'ʿAlī Ḥ'],
    ['T2', 'T2', '', 'T2'],
    ['T2 Smith', 'T2', 'S', 'T2 S'],
    ['7 Smith!', 'Smith', '', 'Smith'],
    ['007 12', '007', '', '007'],
    ['🦊 🐻', '🦊', '', '🦊'],
    ['D´Angelo Brown', 'D’Angelo', 'B', 'D’Angelo B'],
    ['D`Angelo Brown', 'D’Angelo', 'B', 'D’Angelo B'],
    ['علی‌رضا احمدی', 'علی‌رضا', 'ا', 'علی‌رضا ا'],
    ['ශ්‍රියානි පෙරේරා', 'ශ්‍රියානි', 'ප', 'ශ්‍රියානි ප'],
    ['Leo\u00ad\u2066 Smith\u2069', 'Leo', 'S', 'Leo S'],
    ['Leo\u200bSmith', 'Leo', 'S', 'Leo S'],
    ['“Sam” Smith', 'Sam', 'S', 'Sam S'],
    ['Leo! Smith', 'Leo', 'S', 'Leo S'],
    ['Leroy2 Smith', 'Leroy', 'S', 'Leroy S'],
    ['Le0n Smith', 'Le0n', 'S', 'Le0n S'],
    ['Smith; John', 'John', 'S', 'John S'],
    ['Smith，John', 'John', 'S', 'John S'],
    ['Smith، John', 'John', 'S', 'John S'],
    ['Smith, John Paul', 'John', 'S', 'John S'],
    ['van der Berg, Jan', 'Jan', 'B', 'Jan B'],
    ['Berg, Jan van der', 'Jan', 'B', 'Jan B'],
    ['Jean\u2011Luc Picard', 'Jean-Luc', 'P', 'Jean-Luc P'],
    ['John*Smith', 'John', 'S', 'John S'],
    ['Zaki: Rahman', 'Zaki', 'R', 'Zaki R'],
    ['John & Jones', 'John', '', 'John'],
    ['John Smith & Leo Jones', 'John', 'S', 'John S'],
    ['John Smith and Leo', 'John', 'S', 'John S'],
    ['Leo Smith Jr', 'Leo', 'S', 'Leo S'],
    ['Leo Smith, Jr.', 'Leo', 'S', 'Leo S'],
    ['Leo Smith 2nd', 'Leo', 'S', 'Leo S'],
    ['JR Smith', 'JR', 'S', 'JR S'],
    ['“JR” Smith', 'JR', 'S', 'JR S'],
    ['“T2” Smith', 'T2', 'S', 'T2 S'],
    ['John Smith, Year 8', 'John', 'S', 'John S'],
    ['Year 8: John Smith', 'John', 'S', 'John S'],
    ['John Smith Yr 10', 'John', 'S', 'John S'],
    ['Zaki, White hat', 'Zaki', '', 'Zaki'],
    ['zaki, the tall one', 'zaki', '', 'zaki'],
    ['John Smith, Derby', 'John', 'S', 'John S'],
    ['李 明', '李', '明', '李 明'],
  ])('%s is known as %s with the initial %s', (typed, knownAs, initial, shown) => {
    expect(badgeName(typed)).toEqual({ knownAs, initial });
    expect(nameOf(badgeName(typed))).toBe(shown);
  });

  test('never keeps a family name, only its first letter, whichever way it is written', () => {
    const letters = fc
      .array(fc.constantFrom(...'bdfghjkpxzéüłșāñ'), { minLength: 2, maxLength: 4 })
      .map((each) => each.join(''));
    const word = fc
      .tuple(
        fc.constantFrom(...'BDFGHÉŁÖŠ'),
        letters,
        fc.constantFrom('', '’', '´', '`', '-', '\u200c', '\u200d'),
        letters,
      )
      .map(([capital, some, inside, more]) => `${capital}${some}${inside}${more}`);
    const hung = fc.constantFrom('', '!', '2', '…', '’', '“', '*', '\u200e', '\u00ad');
    const gap = fc.constantFrom(' ', '  ', '*', ' : ', '_', '. ', '\u00a0', '\u3000', '\u200b', '~', ' … ');
    const comma = fc.constantFrom(',', ', ', '，', '; ', ' ،');
    const way = fc.tuple(hung, hung, gap, comma).chain(([before, after, between, turn]) =>
      fc.constantFrom(
        (given: string, family: string) => `${before}${given}${after}${between}${family}${after}`,
        (given: string, family: string) => `${before}${family}${turn}${given}${after}`,
        (given: string, family: string) => `${family.toUpperCase()}${after}${between}${given}`,
        (given: string, family: string) => `${given}${between}${family} (Y8)`,
        (given: string, family: string) => `${given}${after}${between}${family}, Year 8`,
        (given: string, family: string) => `${family}${turn}${given} - his cousin`,
        (given: string, family: string) => `${given}${between}${family.toUpperCase()} Jr`,
        (given: string, family: string) => `${given}${between}${family}${between}${family}`,
      ),
    );
    const read = (name: string) => name.replace(/[´`]/gu, '’').normalize('NFKC');
    fc.assert(
      fc.property(word, word, way, (given, family, written) => {
        expect(nameOf(badgeName(written(given, family)))).toBe(`${read(given)} ${family.charAt(0)}`);
      }),
      { numRuns: 2000 },
    );
  });

  test('a badge of before is shown without the family name and the broken bracket', () => {
    expect(nameOf({ knownAs: 'Smith,', initial: 'J' })).toBe('J S');
    expect(nameOf({ knownAs: 'Smith，John' })).toBe('John S');
    expect(nameOf({ knownAs: 'John*Smith' })).toBe('John S');
    expect(nameOf({ knownAs: 'Anne Marie', initial: 'K' })).toBe('Anne Marie K');
    expect(nameOf({ knownAs: 'Zaki', initial: '(' })).toBe('Zaki');
    expect(nameOf({ knownAs: 'Prince Naseem' })).toBe('Prince Naseem');
  });

  test('what is no name at all gives no badge', () => {
    expect(badgeName('(Y8)').knownAs).toBe('');
    expect(badgeName('Year 8').knownAs).toBe('');
    expect(badgeName('?!').knownAs).toBe('');
    expect(badgeName('  ').knownAs).toBe('');
  });
});
