import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashOf } from '#domain/records/canonical.ts';
import { packAnswer } from '#domain/records/shapes/answers.ts';
import type { FeedbackBody } from '#domain/records/shapes/feedback.ts';
import { atomsOf, type Celled } from '#domain/voice/feedback/atoms.ts';
import { leavesAs } from '#domain/voice/feedback/group.ts';
import { agesKnown, answerAgeOf } from '#domain/voice/feedback/known.ts';
import { feedbackSays, type Putting } from '#domain/voice/feedback/sitting.ts';
import { pointedOut } from '#domain/voice/feedback/words.ts';
import { readyMade } from '#domain/voice/forms/ready-made/ready-made.ts';

/** What may be kept beside answers, and what figures are made of. */

describe('what leaves a phone', () => {
  test.each([
    [4, {}, 'month'],
    [4, { '08-10': 4 }, 'month'],
    [5, {}, 'session'],
    [5, { '08-10': 5 }, 'beside'],
    [20, { '08-10': 18 }, 'session'],
    [20, { '08-10': 15 }, 'beside'],
    [20, { '08-10': 16, '11-12': 4 }, 'session'],
    [10, { '08-10': 5, '11-12': 5 }, 'beside'],
    [11, { '08-10': 5, '11-12': 5 }, 'session'],
  ] as const)('of %i with %o goes %s', (n, beside, as) => {
    expect(leavesAs({ n, beside })).toBe(as);
  });

  const { questions } = readyMade('today-old');
  const putting: Putting = {
    ...{ partner: 'northside', form: hashOf('x'), respondent: 'youngPerson', way: 'ourPhone' },
    ...{ site: 'windmill-hill', session: 'session-one', day: '2026-11-22' },
  };
  const says = (said: Parameters<typeof feedbackSays>[1]['said']) =>
    feedbackSays(putting, { questions, said }, { age: '11-12' }, () => crypto.randomUUID());

  test('words stand beside no age, and beside no session where only the month is kept', () => {
    const held = says({
      today: { value: '5' },
      safe: { value: 'no', words: 'Big boys' },
      change: { words: ' More balls ' },
    });
    expect(held.beside.map(({ body }) => ('age' in body ? body.age : null))).toEqual(['11-12', null, null]);
    for (const { body } of held.month) expect(Object.keys(body)).not.toContain('session');
    for (const { body } of held.month) expect(Object.keys(body)).not.toContain('day');
    const ids = (of: typeof held.month) => of.map(({ id }) => id);
    expect([ids(held.session), ids(held.month)]).toEqual([ids(held.beside), ids(held.beside)]);
  });

  test('what was skipped, emptied or is not asked is not said', () => {
    expect(says({ today: {}, again: { value: '' }, change: { words: '  ' } }).session).toEqual([]);
    expect(says({ nothing: { value: '1' } }).session).toEqual([]);
  });

  test.each([
    '\u0001',
    '"',
    'ٹ',
    '🎉',
    '\ud800',
    '\n',
  ])('the most words there may be, all of %j, fit into a box', (letter) => {
    const words = letter.repeat(Math.floor(700 / letter.length));
    for (const answer of says({ change: { words, mayQuote: true }, safe: { value: 'mostly', words } }).beside)
      packAnswer(answer);
  });
});

describe('who the phone knows is there', () => {
  test('an age is one that is answered only where it lies in one', () => {
    expect([
      answerAgeOf('10-12', null),
      answerAgeOf('10-12', 10),
      answerAgeOf('10-12', 11),
      answerAgeOf('NK', null),
    ]).toEqual([null, '08-10', '11-12', null]);
  });

  test('five of it, counted people among them; of 10 to 12 nobody knows which', () => {
    const four = Array.from({ length: 4 }, () => '13-15' as const);
    expect(agesKnown(four, {})).toEqual([]);
    expect(agesKnown(four, { '13-15': 1, '10-12': 9, '00-09': 9 })).toEqual(['13-15']);
    expect(agesKnown([], { '16-19': 5, '13-15': -3 })).toEqual(['16-up']);
  });
});

describe('figures', () => {
  const body = (cell: number, age: 'a' | 'b' | null, value: string): Celled => ({
    cell: cell === 0 ? '' : `cell-${cell}`,
    body: {
      ...{ form: 'f'.repeat(64), question: 'today', value, respondent: 'youngPerson', way: 'ourPhone' },
      ...{ session: 'session-one', day: '2026-11-22' },
      ...(age && { age: age === 'a' ? '08-10' : '11-12' }),
    } as FeedbackBody,
  });
  const answers = fc.array(
    fc.tuple(fc.nat(3), fc.constantFrom('a' as const, 'b' as const, null), fc.constantFrom('1', '2', '3')),
    { maxLength: 60 },
  );

  test('are sums of five and more, leave out nobody of a cell, and tell nothing of what waits', () => {
    fc.assert(
      fc.property(answers, (all) => {
        const celled = all.map(([cell, age, value]) => body(cell, age, value));
        const atoms = atomsOf(celled);
        for (const { n, chosen } of atoms) {
          expect(n).toBeGreaterThanOrEqual(5);
          expect([...chosen.values()].reduce((sum, each) => sum + each, 0)).toBe(n);
        }
        const sizes = [1, 2, 3].map((cell) => all.filter(([of]) => of === cell).length).filter((size) => size >= 5);
        expect(atoms.reduce((sum, { n }) => sum + n, 0)).toBe(sizes.reduce((sum, size) => sum + size, 0));
      }),
      { numRuns: 500, seed: 20261126 },
    );
  });
});

test.each([
  ['Ask Amira K', new Set(['amira']), ['a name that is known here']],
  ['amira said so', new Set(['amira']), ['a name that is known here']],
  ['my mum is at 12 Station Road', new Set<string>(), ['an address']],
  ['DA11 0AA', new Set<string>(), ['a postcode']],
  ['write kofi@example.org or @kofi_b', new Set<string>(), ['an e-mail address', 'a name on the internet']],
  ['ring 07700 900 318', new Set<string>(), ['a telephone number']],
  ['with Kofi', new Set<string>(), ['perhaps a name']],
  ['More balls on Monday. Lights', new Set<string>(), []],
  ['12 balls', new Set<string>(), []],
] as const)('in “%s” is pointed out what it should', (words, known, whys) => {
  expect(pointedOut(words, known).map(({ why }) => why)).toEqual(whys);
});
