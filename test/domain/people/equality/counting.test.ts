import { describe, expect, test } from 'vitest';
import { equalityNames, equalityQuestion, ratherNot } from '#domain/equality-codes.ts';
import { equalityFor, equalitySays } from '#domain/people/equality/asking.ts';
import { equalityCount, standingAnswers } from '#domain/people/equality/count.ts';
import { type AnswerGiven, answerBytes, answerIn, packAnswer } from '#domain/records/shapes/answers.ts';
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
    expect(() => packAnswer({ ...good, scope: 'programme' } as AnswerGiven)).toThrow();
  });
});

describe('how it is counted', () => {
  const peopleOf = (lines: readonly { answer: string; made: string | null; people: unknown }[], answer: string) =>
    lines.filter((line) => line.answer === answer).map(({ people }) => people);

  test('everybody is asked or not, and a small number stands nowhere', () => {
    const said = [
      ...timesOf(14, 'disability', 'no'),
      ...timesOf(7, 'disability', 'aLittle'),
      ...timesOf(3, 'disability', 'aLot'),
    ];
    const count = equalityCount('disability', [...said, ...timesOf(6, 'disability', ratherNot), undefined, undefined]);
    expect(count).toMatchObject({ everybody: 32, asked: 30, ratherNot: 6, answered: 24 });
    expect(count.lines.map(({ answer, people }) => [answer, people])).toEqual([
      ['aLot', 'few'],
      ['aLittle', 7],
      ['no', 'hidden'],
      ['own', 'few'],
    ]);
  });

  test('of a question that few were asked nothing is told', () => {
    const count = equalityCount('disability', [...timesOf(3, 'disability', 'no'), undefined]);
    expect(count).toMatchObject({ everybody: 4, asked: 3, answered: 'hidden', ratherNot: 'hidden' });
    expect(new Set(count.lines.map(({ people }) => people))).toEqual(new Set(['hidden']));
  });

  test('what a group is made of is told where the group is, and adds up to no other number', () => {
    const asian = [
      ...timesOf(9, 'ethnicity', 'asian', { detail: 'indian' }),
      ...timesOf(2, 'ethnicity', 'asian', { detail: 'chinese' }),
    ];
    const few = [...timesOf(4, 'ethnicity', 'black', { detail: 'african' }), ...timesOf(20, 'ethnicity', 'white')];
    const { lines } = equalityCount('ethnicity', [...asian, ...few, ...timesOf(9, 'ethnicity', 'asian')]);
    // 20 are Asian: 9 Indian, 2 Chinese, and 9 who did not say which have to hide what the others come to.
    expect(peopleOf(lines, 'asian')).toEqual([20, 9, 'few', 'few', 'few', 'few', 'hidden']);
    expect(peopleOf(lines, 'black')).toEqual(['few', 'hidden', 'hidden', 'hidden', 'hidden']);
  });

  test('own words are told once five used them', () => {
    const said = [
      ...timesOf(5, 'religion', 'own', { words: 'Jain' }),
      ...timesOf(5, 'religion', 'own', { words: 'Pastafarian ' }),
    ];
    const { lines } = equalityCount('religion', [
      ...said,
      ...timesOf(4, 'religion', 'own', { words: 'Druid' }),
      ...timesOf(30, 'religion', 'none'),
      ...timesOf(9, 'religion', 'muslim'),
    ]);
    const words = lines.filter(({ answer, made }) => answer === 'own' && made !== null).map((line) => line.words);
    expect(words).toEqual(['Jain', 'Pastafarian ', 'Other words']);
    expect(JSON.stringify(lines)).not.toContain('Druid');
  });

  test('somebody with two keys answered once: the later day stands', () => {
    const at = (key: string, day: string, answer: string): AnswerGiven => ({
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
