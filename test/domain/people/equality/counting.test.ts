import { describe, expect, test } from 'vitest';
import { equalityNames, equalityQuestion, ratherNot } from '#domain/equality-codes.ts';
import { equalityFor, equalitySays } from '#domain/people/equality/asking.ts';
import { equalityCount, standingAnswers } from '#domain/people/equality/count.ts';
import { type AnswerOfType, answerBytes, answerIn, packAnswer } from '#domain/records/shapes/answers.ts';
import type { EqualityBody } from '#domain/records/shapes/equality.ts';

/** What people are asked of their own background, what is said when they have answered, and how it is counted. */

const day = '2026-11-22';
const person = { id: 'kayla', scope: 'partner/a' };
const newKey = () => crypto.randomUUID();
const answersTo = (said: Parameters<typeof equalitySays>[0]['said']) =>
  equalitySays({ person, by: 'self', day, said }, newKey);
const bodyOf = (
  question: EqualityBody['question'],
  answer: string,
  more: Partial<EqualityBody> = {},
): EqualityBody => ({
  ...{ equalityKey: crypto.randomUUID(), question, answer, by: 'self', day },
  ...more,
});
const timesOf = (n: number, ...said: Parameters<typeof bodyOf>) => Array.from({ length: n }, () => bodyOf(...said));

describe('what is asked', () => {
  const asked = (born: string | null, badge = {}) => equalityFor(equalityNames, { born, badge }, day);

  test('sexual orientation and gender identity are put to people of 16, and to nobody whose age is not known', () => {
    expect(asked('2010-11-22')).toEqual(equalityNames);
    for (const child of [
      asked('2010-11-23'),
      asked('2010'),
      asked(null),
      asked(null, { ageBand: '13-15', ageBandOn: day }),
    ])
      expect(child).toEqual(['ethnicity', 'disability', 'religion']);
    expect(asked(null, { ageBand: '16-17', ageBandOn: day })).toHaveLength(5);
    expect(asked(null, { yearOfBirth: 2010 })).toHaveLength(3);
    expect(asked('2014', { ageBand: '16-17', ageBandOn: day })).toHaveLength(3);
  });

  test('every question can be left open, and each code stands once', () => {
    for (const name of equalityNames) {
      const codes = [...equalityQuestion(name).options.map(({ code }) => code), ratherNot];
      expect(new Set(codes).size).toBe(codes.length);
      expect(answersTo([[name, { answer: ratherNot }]]).answers).toHaveLength(1);
      expect(equalityQuestion(name).options.some(({ own }) => own)).toBe(true);
    }
  });
});

describe('what is said', () => {
  test('the entry names the person and the key, the answers name the key alone', () => {
    const { sayings, answers } = answersTo([
      ['ethnicity', { answer: 'asian', detail: 'indian' }],
      ['religion', { answer: 'own', words: ' Jain ' }],
    ]);
    const { equalityKey } = answers[0]?.body ?? {};
    expect(sayings).toMatchObject([
      {
        op: 'create',
        type: 'details',
        id: 'details:kayla',
        scope: 'partner/a/private',
        body: { person: 'kayla', equalityKey },
      },
    ]);
    expect(answers.map(({ body }) => body)).toEqual([
      { equalityKey, question: 'ethnicity', answer: 'asian', detail: 'indian', by: 'self', day },
      { equalityKey, question: 'religion', answer: 'own', words: 'Jain', by: 'self', day },
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/kayla|member|device/);
    expect(new Set([equalityKey, ...answers.map(({ id }) => id)]).size).toBe(3);
  });

  test('a detail or words of an answer that was changed do not go with the next', () => {
    const changed = [
      ['ethnicity', { answer: 'white', detail: 'indian' }],
      ['religion', { answer: ratherNot, words: 'Jain' }],
    ] as const;
    for (const { body } of answersTo(changed).answers) expect(body).not.toMatchObject({ detail: expect.anything() });
    expect(answersTo(changed).answers[1]?.body).not.toHaveProperty('words');
  });

  test('the longest answer and the shortest are of one size, and are read as they were', () => {
    const { answers } = answersTo([
      ['religion', { answer: 'own', words: '\u{1F600}'.repeat(100) }],
      ['disability', { answer: 'no' }],
    ]);
    for (const answer of answers) {
      const packed = packAnswer(answer);
      expect(packed).toHaveLength(answerBytes);
      expect(answerIn(JSON.parse(new TextDecoder().decode(packed)))).toEqual(answer);
    }
  });

  test('an id that tells a time, another’s place, an answer of another question and anything beside it are no answer', () => {
    const [good] = answersTo([['disability', { answer: 'no' }]]).answers;
    expect(answerIn(good)).toEqual(good);
    const bad: unknown[] = [
      { ...good, id: '019a9b7e-4c00-7d1a-8f2e-3b6a5c9d0e17' },
      { ...good, scope: 'partner/a' },
      { ...good, scope: 'partner/a/private' },
      { ...good, by: 'member-one' },
      { ...good, type: 'note' },
      { ...good, body: { ...good?.body, answer: 'christian' } },
      { ...good, body: { ...good?.body, device: 'device-one' } },
      { ...good, body: { ...good?.body, at: '2026-11-22T12:00:00.000Z' } },
      { ...good, body: { ...good?.body, words: 'no words here' } },
      { ...good, body: { ...good?.body, equalityKey: 'kayla' } },
    ];
    for (const each of bad) expect(answerIn(each)).toBeNull();
    expect(() => packAnswer({ ...good, scope: 'programme' } as AnswerOfType<'equality'>)).toThrow();
  });
});

describe('how it is counted', () => {
  const peopleOf = (lines: readonly { answer: string; made: string | null; people: unknown }[], answer: string) =>
    lines.filter((line) => line.answer === answer).map(({ people }) => people);

  test('everybody is asked or not, every number is in fives by itself, and a small number stands nowhere', () => {
    const said = [
      ...timesOf(14, 'disability', 'no'),
      ...timesOf(6, 'disability', 'aLittle'),
      ...timesOf(3, 'disability', 'aLot'),
    ];
    const count = equalityCount('disability', [...said, ...timesOf(6, 'disability', ratherNot), undefined, undefined]);
    // 29 and 31 are 30 by themselves: summed from 15, 5 and 5 they would be 25.
    expect(count).toMatchObject({ everybody: 30, asked: 30, ratherNot: 5 });
    expect(count.lines.map(({ answer, people }) => [answer, people])).toEqual([
      ['aLot', 'few'],
      ['aLittle', 5],
      ['no', 15],
      ['own', 'few'],
    ]);
  });

  test('of a question that few answered nothing is told', () => {
    for (const n of [0, 3, 19]) {
      const asked = [...timesOf(n, 'disability', 'no').slice(3), ...timesOf(3, 'disability', 'aLot')].slice(0, n);
      const count = equalityCount('disability', [...asked, undefined]);
      expect(count.ratherNot).toBe('hidden');
      expect(new Set(count.lines.map(({ people }) => people))).toEqual(new Set(['hidden']));
    }
  });

  test('what a group is made of is told where the group is, and not where it tells the group more closely', () => {
    const asian = [
      ...timesOf(9, 'ethnicity', 'asian', { detail: 'indian' }),
      ...timesOf(2, 'ethnicity', 'asian', { detail: 'chinese' }),
      ...timesOf(9, 'ethnicity', 'asian'),
    ];
    const white = [
      ...timesOf(6, 'ethnicity', 'white', { detail: 'irish' }),
      ...timesOf(6, 'ethnicity', 'white', { detail: 'roma' }),
    ];
    const { lines } = equalityCount('ethnicity', [
      ...asian,
      ...white,
      ...timesOf(4, 'ethnicity', 'black', { detail: 'african' }),
    ]);
    expect(peopleOf(lines, 'asian')).toEqual([20, 10, 'few', 'few', 'few', 'few', 10]);
    // Of 8 to 12 people two parts of 5 to 7 each would leave 10 to 12.
    expect(peopleOf(lines, 'white')).toEqual([10, 'hidden', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden']);
    expect(peopleOf(lines, 'black')).toEqual(['few', 'hidden', 'hidden', 'hidden', 'hidden']);
  });

  describe('own words', () => {
    const rowsOf = (words: Readonly<Record<string, number>>, others = 30) => {
      const own = Object.entries(words).flatMap(([each, n]) => timesOf(n, 'religion', 'own', { words: each }));
      const rest = [...timesOf(others, 'religion', 'none'), ...timesOf(Math.ceil(others / 3), 'religion', 'muslim')];
      const { lines } = equalityCount('religion', [...own, ...rest]);
      expect(JSON.stringify(lines)).not.toMatch(/Druid|Bahai|Shinto/);
      return lines
        .filter(({ answer, made }) => answer === 'own' && made !== null)
        .map((each) => [each.words, each.people]);
    };

    test('are named where five used them and five used others', () => {
      expect(rowsOf({ Jain: 9, 'jain ': 2, Druid: 4, Bahai: 3, Shinto: 3 })).toEqual([
        ['Jain', 10],
        ['Other words', 10],
      ]);
    });

    test('are one row where fewer used others, nobody among them, or where their figure is not shown', () => {
      expect(rowsOf({ Jain: 20, Druid: 3 })).toEqual([]);
      expect(rowsOf({ Jain: 21 })).toEqual([]);
      expect(rowsOf({ Druid: 4, Bahai: 4, Shinto: 4 })).toEqual([]);
      expect(rowsOf({ Jain: 6, Druid: 3, Bahai: 3 })).toEqual([]);
      expect(rowsOf({ Jain: 9, Druid: 4, Bahai: 3, Shinto: 2 }, 0)).toEqual([]);
    });
  });

  test('somebody with two keys answered once: the later day stands', () => {
    const at = (key: string, day: string, answer: string): AnswerOfType<'equality'> => ({
      ...{ id: crypto.randomUUID(), type: 'equality', scope: 'partner/a/equality' },
      body: bodyOf('religion', answer, { equalityKey: key, day }),
    });
    const [one, other] = [newKey(), newKey()];
    const all = [at(one, '2026-11-22', 'none'), at(other, '2026-11-20', 'sikh'), at(newKey(), '2026-11-25', 'hindu')];
    const byKey = Map.groupBy(all, ({ body }) => body.equalityKey);
    for (const keys of [
      [one, other],
      [other, one],
    ])
      expect(standingAnswers(keys, byKey).get('religion')?.answer).toBe('none');
    expect(standingAnswers([other], byKey).get('religion')?.answer).toBe('sikh');
    expect(standingAnswers([], byKey).size).toBe(0);
  });
});
