import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemIn } from '#domain/records/records.ts';
import { foldIdeas, isOverdue, isToAnswer, isToTell, isToTellAt } from '#domain/voice/ideas/fold.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import {
  type AnyRow,
  debrief,
  folded,
  idea,
  partner,
  rowsFrom,
  same,
  session,
  theIdea,
  today,
  told,
  untold,
  wish,
} from './rows.ts';

const no = { decision: 'no', reason: 'They cost too much.' } as const;
const answered = { answer: no, answeredOn: '2026-09-20', status: 'answered' } as const;

describe('how far an idea has come', () => {
  test.each([
    ['it was only written down', {}, 'heard', ''],
    ['somebody looks into it', { who: 'Dele A', status: 'thinking' }, 'thinking', ''],
    ['it is thought about and nobody is named', { status: 'thinking' }, 'thinking', ''],
    ['it was answered', answered, 'answered', 'no'],
    ['another said *thinking* after it was answered', { ...answered, status: 'thinking' }, 'answered', 'no'],
    ['it is done', { ...answered, status: 'done', doneOn: '2026-10-01' }, 'done', 'no'],
    ['an older app heard it', { status: 'heard' }, 'heard', ''],
    ['an older app decided it, in words', { status: 'decided', decision: 'Two sets.' }, 'answered', ''],
    ['an older app put it in no words', { status: 'decided' }, 'thinking', ''],
    ['an older app was done', { status: 'done', doneOn: '2026-10-01' }, 'done', ''],
    ['an older app told it', { status: 'told', toldOn: '2026-10-01', decision: 'Two sets.' }, 'done', ''],
  ] as const)('%s', (_what, body, stage, decision) => {
    expect(theIdea(idea('lights', body))).toMatchObject({ stage, decision });
  });

  test('thinking is no answer, and never a no', () => {
    const thinking = theIdea(idea('lights', { status: 'thinking', who: 'Dele A' }));
    expect(thinking.decision).toBe('');
    expect(isToAnswer(thinking)).toBe(true);
    expect(isToTell(thinking)).toBe(false);
  });

  test('what an older app decided in words stands as the reason, and what it told stays closed', () => {
    const old = theIdea(
      idea('lights', { status: 'told', decision: 'Two sets.', toldOn: '2026-10-01', toldHow: 'On a poster' }),
    );
    expect(old).toMatchObject({ reason: 'Two sets.', toldOn: '2026-10-01', toldHow: 'On a poster', isClosed: true });
  });

  test('an idea waits for an answer until the 28th day, and is on the list from then', () => {
    expect(isOverdue(theIdea(idea('lights', { day: '2026-10-30' })), today)).toBe(false);
    expect(isOverdue(theIdea(idea('lights', { day: '2026-10-29' })), today)).toBe(true);
    expect(isOverdue(theIdea(idea('lights', { day: '2026-10-01', ...answered })), today)).toBe(false);
  });

  test('it is called what a coordinator put, else the first words that were said', () => {
    expect(titleOf({ title: 'Floodlights', said: 'They want lights' })).toBe('Floodlights');
    expect(titleOf({ title: '', said: 'Lights' })).toBe('Lights');
    const long = titleOf({ title: '', said: `${'light '.repeat(40)}` });
    expect(long.length).toBeLessThanOrEqual(61);
    expect(long).toMatch(/light…$/);
  });
});

describe('told and closed', () => {
  const [first, second, third] = [
    session('s1', '2026-10-01'),
    session('s2', '2026-10-08'),
    session('s3', '2026-10-15'),
  ];
  const lights = idea('lights', answered);
  const sessionsOf = (...rows: readonly AnyRow[]) => theIdea(...rows).told.map((each) => each.session);

  test('twice on two phones at one session is once', () => {
    const it = theIdea(lights, first, second, told('a', 's1'), told('b', 's1'));
    expect(it.told).toMatchObject([{ session: 's1', is: 'held', here: true }]);
    expect(it.isClosed).toBe(false);
  });

  test('at two records of one session is once, whichever was named', () => {
    const rows = [lights, first, second, third, told('a', 's1'), told('b', 's2')] as const;
    expect(theIdea(...rows).isClosed).toBe(true);
    const it = theIdea(...rows, same('alias', 's1', 's2'));
    expect(it.told.map((each) => each.session)).toEqual(['s1']);
    expect(it.isClosed).toBe(false);
  });

  test('at two sessions of its park closes it; taken back it is open again', () => {
    const rows = [lights, first, second, third, told('a', 's1'), told('b', 's2')] as const;
    expect(theIdea(...rows).isClosed).toBe(true);
    expect(theIdea(...rows, untold('c', 'b', 's2')).isClosed).toBe(false);
    expect(sessionsOf(...rows, untold('c', 'b', 's2'), untold('d', 'b', 's2'))).toEqual(['s1']);
  });

  test('what one idea was told nobody takes back in the name of another', () => {
    expect(sessionsOf(lights, first, told('a', 's1'), untold('c', 'a', 's1', 'bench'))).toEqual(['s1']);
  });

  test.each([
    ['nothing is planned and none was held since', [], true],
    ['another is planned', [session('s9', '2026-12-01', 'planned')], false],
    ['another was planned and never started', [session('s9', '2026-11-01', 'planned')], true],
    ['another was held since', [session('s9', '2026-10-08')], false],
    ['another was held before', [session('s9', '2026-09-24')], true],
    ['another was cancelled', [session('s9', '2026-10-08', 'cancelled')], true],
    ['another is planned at another park', [session('s9', '2026-12-01', 'planned', 'dartford')], true],
  ] as const)('at one session it is closed or not where %s', (_what, others, closed) => {
    expect(theIdea(lights, first, told('a', 's1'), ...others).isClosed).toBe(closed);
  });

  test.each([
    'cancelled',
    'planned',
  ] as const)('at a session that is %s nobody was told; it is kept and does not count', (is) => {
    const it = theIdea(lights, session('s1', '2026-10-01', is), told('a', 's1'));
    expect(it.told).toMatchObject([{ session: 's1', is }]);
    expect(it.isClosed).toBe(false);
  });

  test('at another park it counts as told, and does not close it', () => {
    const away = [
      session('d1', '2026-10-01', 'finished', 'dartford'),
      session('d2', '2026-10-02', 'finished', 'dartford'),
    ];
    const it = theIdea(lights, ...away, told('a', 'd1'), told('b', 'd2'));
    expect(it.told.map(({ here }) => here)).toEqual([false, false]);
    expect(it.isClosed).toBe(false);
  });

  test('at a session that has not arrived here yet it was told all the same', () => {
    expect(theIdea(lights, told('a', 'not-here')).told).toMatchObject([{ session: 'not-here', is: 'held' }]);
  });

  test('it is to be told at a session of its park where it was not told yet', () => {
    const it = theIdea(lights, first, second, third, told('a', 's1'));
    const at = (id: string, site: string) => isToTellAt(it, { session: id, site, partner });
    expect([at('s1', 'northfleet'), at('s2', 'northfleet'), at('s2', 'dartford')]).toEqual([false, true, false]);
    expect(isToTellAt(it, { session: 's2', site: 'northfleet', partner: 'other' })).toBe(false);
  });
});

describe('by how many it was heard', () => {
  test('all who wish for one thing are counted once, however many of their wishes are named', () => {
    const wishes = ['w1', 'w2', 'w3', 'w4', 'w5', 'w6'].map((id) => wish(id, 'Floodlights'));
    const source = { 'source/w1': { from: 'wish' }, 'source/w2': { from: 'wish' } } as const;
    expect(theIdea(idea('lights', source), ...wishes).heard).toBe(6);
  });

  test('a wish that was taken back, of another partner or in another park is no voice for it', () => {
    const rows = [
      wish('w1', 'Floodlights'),
      wish('w2', 'FLOODLIGHTS '),
      wish('w3', 'Floodlights', { site: 'dartford' }),
      wish('w4', 'Floodlights', { undoes: 'w2' }),
      { ...wish('w5', 'Floodlights'), scope: 'partner/other' },
    ];
    expect(theIdea(idea('lights', { 'source/w1': { from: 'wish' } }), ...rows).heard).toBe(1);
  });

  test('a count is added, and own words on forms are not: nobody here may count them', () => {
    const source = { 'source/a': { from: 'said', n: 6 }, 'source/words': { from: 'words' } } as const;
    expect(theIdea(idea('lights', source)).heard).toBe(6);
  });

  test('a debrief’s need is an idea by itself, and stays one idea once somebody takes it up', () => {
    const raised = [debrief('s1', ' Floodlights '), session('s1', '2026-09-03')] as const;
    expect(theIdea(...raised)).toMatchObject({
      ...{ id: 'need:s1', recorded: false, said: 'Floodlights', sites: ['northfleet'], heard: 1 },
    });
    const taken = idea('need:s1', { session: 's1', status: 'thinking' });
    expect(theIdea(...raised, taken)).toMatchObject({ recorded: true, stage: 'thinking', heard: 1 });
  });
});

describe('two ideas that are one', () => {
  const [lights, lamps] = [idea('lights', answered), idea('lamps', { said: 'Lamps', site: 'dartford' })];
  const joined = idea('lamps', { said: 'Lamps', site: 'dartford', joined: 'lights' });

  test('joined, nothing of either is lost; apart, each has its own again', () => {
    const one = theIdea(lights, joined, told('a', 's1', 'lamps'), told('b', 's2', 'lights'));
    expect(one).toMatchObject({ id: 'lights', heard: 2, sites: ['northfleet', 'dartford'] });
    expect(one.joined).toMatchObject([{ id: 'lamps', said: 'Lamps' }]);
    expect(one.told).toHaveLength(2);
    expect(folded(lights, lamps).map(({ id, heard }) => [id, heard])).toEqual([
      ['lamps', 1],
      ['lights', 1],
    ]);
  });

  test('an answer of the one that was joined is an answer of both', () => {
    const answer = idea('lamps', { ...answered, joined: 'lights' });
    expect(theIdea(idea('lights'), answer)).toMatchObject({ id: 'lights', stage: 'answered', decision: 'no' });
  });

  test('joined crosswise by two coordinators they are one on every phone', () => {
    const crossed = [idea('lights', { joined: 'lamps' }), idea('lamps', { joined: 'lights' })];
    expect(folded(...crossed).map(({ id }) => id)).toEqual(['lamps']);
  });

  test('joined to itself, to what is not here, or to another partner’s, it stands for itself', () => {
    expect(theIdea(idea('lights', { joined: 'lights' })).joined).toEqual([]);
    expect(theIdea(idea('lights', { joined: 'gone' })).id).toBe('lights');
    const other = { ...idea('theirs'), scope: 'partner/other/team' };
    expect(folded(idea('lights', { joined: 'theirs' }), other)).toHaveLength(2);
  });
});

describe('whatever order the same facts come in', () => {
  const sessions = ['s1', 's2', 's3'];
  const ideas = ['lights', 'lamps', 'bench'];
  const oneOf = <T>(of: readonly T[]) => fc.constantFrom(...of);
  const rows = fc.tuple(
    fc.uniqueArray(
      fc.record({
        id: oneOf(ideas),
        joined: oneOf([undefined, ...ideas]),
        status: oneOf([undefined, 'heard', 'thinking', 'decided', 'answered', 'done', 'told'] as const),
        answer: oneOf([undefined, null, no]),
        toldOn: oneOf([undefined, null, '2026-10-01']),
        site: oneOf([undefined, 'northfleet', 'dartford']),
      }),
      { selector: ({ id }) => id },
    ),
    fc.array(fc.record({ of: oneOf(ideas), at: oneOf(sessions), undoes: oneOf([undefined, 't0', 't1', 't2']) }), {
      maxLength: 8,
    }),
    fc.uniqueArray(
      fc.record({ id: oneOf(sessions), is: oneOf(['planned', 'running', 'finished', 'cancelled', 'moved'] as const) }),
      { selector: ({ id }) => id },
    ),
    fc.array(fc.tuple(oneOf(sessions), oneOf(sessions)), { maxLength: 2 }),
    fc.array(oneOf(['Lights', 'lights ', 'Bench']), { maxLength: 4 }),
  );

  test('the fold is the same, throws on nothing, and every idea is in one place', () => {
    fc.assert(
      fc.property(rows, fc.infiniteStream(fc.nat()), ([own, facts, held, pairs, wishes], chance) => {
        const all = [
          ...own.map(({ id, ...body }) =>
            idea(id, { ...body, 'source/w0': { from: 'wish' } } as Parameters<typeof idea>[1]),
          ),
          ...facts.map(({ of, at, undoes }, n) => told(`t${n}`, at, of, { undoes })),
          ...held.map(({ id, is }, n) => session(id, `2026-11-${20 + n * 5}`, is)),
          ...pairs.flatMap(([one, other], n) => (one === other ? [] : [same(`a${n}`, one, other)])),
          ...wishes.map((words, n) => wish(`w${n}`, words)),
        ];
        const shuffled = all
          .map((each) => [chance.next().value ?? 0, each] as const)
          .sort(([a], [b]) => a - b)
          .map(([, each]) => each);
        const once = foldIdeas(rowsFrom(all), today).ideas;
        expect(foldIdeas(rowsFrom(shuffled), today).ideas).toEqual(once);
        expect(once.flatMap(({ id, joined }) => [id, ...joined.map((each) => each.id)]).sort()).toEqual(
          own.map(({ id }) => id).sort(),
        );
        for (const each of once) expect(new Set(each.told.map((one) => one.session)).size).toBe(each.told.length);
      }),
    );
  });
});

describe('what the shape takes in', () => {
  const wrong = (body: object) => problemIn('idea', 'create', 'partner/a/team', { said: 'x', day: today, ...body });

  test.each([
    ['without a status: it was heard', {}, null],
    ['an older status', { status: 'decided' }, null],
    ['emoji and markup, which are text', { said: '<script>alert(1)</script> 👩‍👩‍👧' }, null],
    ['an answer with a reason', { answer: no }, null],
    ['no reason', { answer: { decision: 'no', reason: '  ' } }, 'answer: no reason'],
    ['a decision that is none', { answer: { decision: 'thinking', reason: 'x' } }, /^answer: /],
    [
      '5,000 characters',
      { answer: { decision: 'no', reason: 'x'.repeat(5000) } },
      'answer: longer than 4,000 characters',
    ],
    ['a title of 81', { title: 'x'.repeat(81) }, 'title: longer than 80 characters'],
    ['a source', { 'source/w1': { from: 'wish' } }, null],
    ['a source of nobody', { 'source/w1': { from: 'said', n: 0 } }, /^source\/w1: /],
  ])('%s', (_what, body, problem) => {
    if (problem instanceof RegExp) expect(wrong(body)).toMatch(problem);
    else expect(wrong(body)).toBe(problem);
  });
});
