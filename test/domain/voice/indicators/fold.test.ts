import { describe, expect, test } from 'vitest';
import { folded, indicator, people, said, same, theOne } from './rows.ts';

const improved = [indicator('help', { kind: 'improved' })];

describe('what counts as reached', () => {
  test.each([
    [1, 0],
    [3, 0],
    [4, 100],
    [5, 100],
  ])('%i at the end makes %i per cent who agree', (answer, share) => {
    expect(theOne({ said: people(5, answer) }).share).toBe(share);
  });

  test.each([
    [2, 3, 100],
    [3, 3, 0],
    [4, 3, 0],
    [5, 5, 0],
  ])('from %i to %i makes %i per cent who got better', (from, to, share) => {
    const all = [...people(5, from, { when: 'start' }), ...people(5, to)];
    expect(theOne({ indicators: improved, said: all })).toMatchObject({ share, assessed: 5, start: 5, end: 5 });
  });

  test('without a start nobody can have got better, and nobody is assessed', () => {
    expect(theOne({ indicators: improved, said: people(6, 5) })).toMatchObject({
      ...{ assessed: 0, of: 6, start: 0, end: 6, share: 'nobody', standing: 'nobody' },
    });
  });
});

describe('a person is counted once', () => {
  const others = people(5, 5);

  test('two badges of one person are one answer: the lower one at the end', () => {
    const all = [...others, said('a', 5), said('b', 2)];
    expect(theOne({ said: all })).toMatchObject({ assessed: 7, share: 85.7 });
    expect(theOne({ said: all, alias: [same('a', 'b')] })).toMatchObject({ assessed: 6, share: 83.3 });
  });

  test('of two starts the higher one counts, so that nobody gets better by being asked twice', () => {
    const all = [...people(5, 1, { when: 'start' }), ...others, said('p0', 5, { when: 'start' })];
    expect(theOne({ indicators: improved, said: all })).toMatchObject({ assessed: 5, share: 80 });
  });

  test('a correction takes the place of what it names, higher or lower', () => {
    const all = [...others, said('a', 1, { id: 'first' }), said('a', 4, { id: 'second', replaces: ['first'] })];
    expect(theOne({ said: all })).toMatchObject({ assessed: 6, share: 100 });
    expect(theOne({ said: [...all, said('a', 3, { replaces: ['second'] })] })).toMatchObject({ share: 83.3 });
  });

  test('where a parent says something else, it is reached only where both reach it; and each is found alone', () => {
    const all = [...others, ...people(5, 2, { respondent: 'parent' })];
    expect(theOne({ said: all })).toMatchObject({ assessed: 5, share: 0 });
    expect(theOne({ said: all }, { respondent: 'youngPerson' })).toMatchObject({ assessed: 5, share: 100 });
    expect(theOne({ said: all }, { respondent: 'parent' })).toMatchObject({ assessed: 5, share: 0 });
  });

  test('a parent’s start is not held against a child’s end', () => {
    const all = [...people(5, 1, { when: 'start', respondent: 'parent' }), ...others];
    expect(theOne({ indicators: improved, said: all })).toMatchObject({ assessed: 0, of: 5 });
  });

  test('one of the same name at another partner is another person', () => {
    expect(theOne({ said: [...others, said('p0', 1, { of: 'alliance' })] })).toMatchObject({
      assessed: 6,
      share: 83.3,
    });
  });
});

describe('the period', () => {
  const starts = people(5, 2, { when: 'start', day: '2025-03-01' });
  const ends = people(5, 4);

  test('an end counts in its own period, and its start whenever it was', () => {
    const all = [...starts, ...ends];
    expect(theOne({ indicators: improved, said: all })).toMatchObject({ start: 5, end: 5, assessed: 5, share: 100 });
    const before = { from: '2025-01-01', to: '2025-12-31' };
    expect(theOne({ indicators: improved, said: all }, before)).toMatchObject({ start: 5, end: 0, assessed: 0, of: 5 });
    const after = { from: '2027-01-01', to: '2027-12-31' };
    expect(theOne({ indicators: improved, said: all }, after)).toMatchObject({ start: 0, end: 0, of: 0 });
  });

  test('a closed indicator is there where somebody answered it, and only there', () => {
    const closed = { indicators: [indicator('help', { status: 'closed' })] };
    expect(folded({ ...closed, said: ends }).results).toHaveLength(1);
    expect(folded(closed).results).toEqual([]);
  });
});

describe('completion', () => {
  test('is of the cohort where one was agreed and all are counted, else of everybody asked', () => {
    const rows = { indicators: [indicator('help', { cohort: 180 })], said: people(6, 5) };
    expect(theOne(rows)).toMatchObject({ assessed: 6, of: 180, isAgreed: true });
    expect(theOne(rows, { everybody: false })).toMatchObject({ assessed: 6, of: 6, isAgreed: false });
  });

  test('whoever was asked one to one once is one to one, everybody else in a group, and together they are all', () => {
    const all = [...people(3, 5), ...people(4, 5, { in: 'group' }, 2)];
    expect(theOne({ said: all })).toMatchObject({ assessed: 6, oneToOne: 3, group: 3 });
    expect(theOne({ said: all }, { in: 'group' })).toMatchObject({ assessed: 4, oneToOne: 0, group: 4 });
  });

  test('in the total a person is one, however many statements they answered', () => {
    const indicators = [indicator('help'), indicator('safe', { cohort: 12 })];
    const all = [...people(6, 5), ...people(6, 1, { indicator: 'safe', in: 'group' }, 3)];
    expect(folded({ indicators, said: all }).total).toEqual({
      ...{ assessed: 9, of: 12, isAgreed: true, oneToOne: 6, group: 3, met: 1, judged: 2 },
    });
  });
});

describe('what is told', () => {
  test.each([
    [0, 'nobody', 'nobody'],
    [1, 'few', 'few'],
    [4, 'few', 'few'],
    [5, 100, 'met'],
  ])('of %i people the share is %s and the target %s', (n, share, standing) => {
    expect(theOne({ said: people(n, 5) })).toMatchObject({ share, standing, assessed: n });
  });

  test('fewer than five are in no number of targets that are met', () => {
    expect(folded({ said: people(4, 5) }).total).toMatchObject({ met: 0, judged: 0 });
  });

  test('a target is judged before rounding: 69.96 per cent prints as 70 and is not met', () => {
    const all = [...people(1749, 5), ...people(751, 1, {}, 1749)];
    expect(theOne({ said: all })).toMatchObject({ share: 70, standing: 'notMet' });
    expect(theOne({ said: [...people(7, 5), ...people(3, 1, {}, 7)] })).toMatchObject({ share: 70, standing: 'met' });
  });

  test('half a tenth is rounded up', () => {
    expect(theOne({ said: [said('x', 5), ...people(15, 1)] }).share).toBe(6.3); // 6.25
  });
});
