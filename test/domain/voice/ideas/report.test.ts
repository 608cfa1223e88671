import { describe, expect, test } from 'vitest';
import { answersScope, partnerScope } from '#domain/records/scopes.ts';
import { ideaLine, ideaTotals } from '#domain/voice/ideas/figures.ts';
import { heardWith } from '#domain/voice/ideas/heard.ts';
import { sessionsOfIdeas } from '#domain/voice/ideas/outings.ts';
import { posterOf } from '#domain/voice/ideas/poster.ts';
import { attendancesOf } from '#domain/voice/ideas/reached.ts';
import { namingHelp, readingHelp } from '#domain/voice/ideas/reading.ts';
import { totalLines, youSaidReport } from '#domain/voice/ideas/report.ts';
import { folded, idea, partner, row, same, session, today, told } from './rows.ts';

const answer = (decision: 'yes' | 'part' | 'no', answeredOn: string | null = '2026-09-11', more: object = {}) => ({
  ...{ title: 'Lights', answer: { decision, reason: 'Because.' }, status: 'answered' as const, answeredOn, ...more },
});

/** Ideas in every state, two of them as older apps left them. */
const rows = [
  idea('a', answer('yes')),
  idea('b', answer('part', '2026-09-21')),
  idea('c', answer('no', '2026-09-05')),
  idea('d', { status: 'decided', decision: 'In spring.' }),
  idea('e', { status: 'told', decision: 'Done.', toldOn: '2026-10-01' }),
  idea('f', { status: 'thinking' }),
  idea('g', { day: '2026-11-20' }),
  session('s1', '2026-10-01'),
  session('s2', '2026-10-08'),
  session('s3', '2026-10-15'),
  told('t1', 's1', 'a'),
  told('t2', 's2', 'a'),
  told('t3', 's1', 'b'),
];
const attendances = new Map([
  ['s1', 14],
  ['s2', 17],
]);
const around = { siteName: (id: string) => id, partnerName: (id: string) => id, voices: () => 0, attendances };

describe('the register adds up', () => {
  const ideas = folded(...rows);
  const lines = ideas.map((each) => ideaLine(each, around));
  const all = ideaTotals(ideas, lines, attendances, today);

  test('what was received is what was answered and what waits, and every answer is a yes, a part, a no or not said', () => {
    expect(all).toMatchObject({ received: 7, answered: 5, yes: 1, part: 1, no: 1, notSaid: 2, waiting: 2, overdue: 1 });
    expect(all.answered + all.waiting).toBe(all.received);
    expect(all.yes + all.part + all.no + all.notSaid).toBe(all.answered);
    expect(all.toTell + all.closed).toBe(all.answered);
  });

  test('days to answer say of how many they are not known', () => {
    expect(lines.map(({ id, daysToAnswer }) => [id, daysToAnswer]).sort()).toEqual([
      ['a', 10],
      ['b', 20],
      ['c', 4],
      ['d', null],
      ['e', null],
      ['f', null],
      ['g', null],
    ]);
    expect(all).toMatchObject({ medianDays: 10, daysNotRecorded: 2 });
  });

  test('two ideas told at one session reach its people once', () => {
    expect(lines.find(({ id }) => id === 'a')).toMatchObject({ told: 2, reached: 31 });
    expect(lines.find(({ id }) => id === 'b')).toMatchObject({ told: 1, reached: 14 });
    expect(all).toMatchObject({ told: 2, toldBefore: 1, sessions: 2, reached: 31 });
  });

  test('every number of the totals is a line of the file, and what is not recorded is said', () => {
    const words = totalLines(all).map(([what]) => what);
    expect(words).toHaveLength(Object.keys(all).length + 2); // two shares
    const [sheet] = youSaidReport.sheets({ lines, totals: all }, { profile: 'internal' }, '');
    const cells = (id: string) => sheet?.rows[lines.findIndex((line) => line.id === id)];
    expect(cells('d')?.slice(6, 8)).toEqual(['not recorded', 'not recorded']);
    expect(cells('e')?.[9]).toBe('not recorded');
    expect(cells('f')?.slice(6, 10)).toEqual(['', '', '', '']);
  });

  test('of no idea there is no share and no median', () => {
    const none = ideaTotals([], [], new Map(), today);
    expect(Object.fromEntries(totalLines(none))).toMatchObject({
      'Answered, share of received': 'none',
      'Days to answer, median': 'not recorded',
    });
  });
});

test.each([
  [0, 0, 'few'],
  [4, 4, 'few'],
  [5, 0, 5],
  [6, 4, 6],
  [6, 5, 11],
  [1, 5, 6],
])('heard by %i and in %i own words reads %s: fewer than five own words are in no number', (heard, voices, shown) => {
  expect(heardWith(heard, voices)).toBe(shown);
});

test('of two records of one session the larger counts: nobody was there twice', () => {
  const [one, two] = [session('s1', '2026-10-01'), session('s2', '2026-10-01')];
  const counted = (of: string, n: number) => [
    row(
      'tally',
      `tally-${of}`,
      { session: of, day: '2026-10-01', ageBand: '10-12', n, at: '2026-10-01T16:30:00.000Z' },
      partnerScope(partner),
    ),
  ];
  const records = [
    { session: one, marks: [], tallies: counted('s1', 9) },
    { session: two, marks: [], tallies: counted('s2', 12) },
  ];
  const apart = attendancesOf(records, sessionsOfIdeas([one, two], []));
  expect([...apart]).toEqual([
    ['s1', 9],
    ['s2', 12],
  ]);
  expect([...attendancesOf(records, sessionsOfIdeas([one, two], [same('x', 's1', 's2')]))]).toEqual([['s1', 12]]);
});

/** The report over rows, as the server reads them. */
async function reported(more: readonly ReturnType<typeof wordsRead>[], asked: { site?: string } = {}) {
  const all = [...rows, ...more];
  const read = {
    ...{ today, partners: [{ id: partner, name: 'Refocus', closed: false }] },
    rows: async (type: string) => all.filter((each) => each.type === type),
    withFacts: async () => [],
  } as unknown as Parameters<typeof youSaidReport.fold>[0]; // it reads no more than that
  return youSaidReport.fold(read, { from: '2026-01-01', to: '2026-12-31', profile: 'internal', ...asked });
}

const wordsRead = (id: string, answered: string, more: object = {}) =>
  row(
    'wordsRead',
    id,
    { answer: answered, verdict: 'use', idea: 'a', at: '2026-10-01T10:00:00.000Z', replaces: [], ...more },
    answersScope(partner),
  );

test('own words are a voice once each, not where they are kept back or were read again, and never fewer than five', async () => {
  const heardOf = async (more: readonly ReturnType<typeof wordsRead>[]) =>
    (await reported(more)).lines.find(({ id }) => id === 'a')?.heard;
  const four = ['1', '2', '3', '4'].map((n) => wordsRead(`r${n}`, `answer-${n}`));
  const same = wordsRead('r5', 'answer-4');
  expect(await heardOf([...four, same, wordsRead('r6', 'answer-6', { verdict: 'keepBack' })])).toBe('few');
  expect(await heardOf([...four, wordsRead('r7', 'answer-7')])).toBe(6);
  expect(
    await heardOf([...four, wordsRead('r7', 'answer-7'), wordsRead('r8', 'answer-7', { idea: 'b', replaces: ['r7'] })]),
  ).toBe('few');
});

test('of one park there are its ideas only', async () => {
  expect((await reported([], { site: 'northfleet' })).lines).toHaveLength(7);
  expect((await reported([], { site: 'dartford' })).lines).toEqual([]);
});

describe('the poster', () => {
  const asked = { from: '2026-09-01', to: '2026-12-31', site: '' };

  test('holds what was answered, what happens first, and leaves out what no coordinator has put in words', () => {
    const ideas = folded(...rows, idea('h', answer('yes', '2026-09-11', { title: null })));
    const { lines, left } = posterOf(ideas, asked);
    expect(lines.map(({ id, decision }) => [id, decision])).toEqual([
      ['a', 'yes'],
      ['b', 'part'],
      ['c', 'no'],
    ]);
    expect(left.map(({ id }) => id).sort()).toEqual(['d', 'e', 'h']);
  });

  test('shows no number under five, and goes by the day of the answer and the park', () => {
    const six = idea('a', { ...answer('no'), 'source/x': { from: 'said', n: 6 } });
    expect(posterOf(folded(six), asked).lines).toMatchObject([{ heard: 6 }]);
    expect(posterOf(folded(idea('a', answer('no'))), asked).lines).toMatchObject([{ heard: null }]);
    expect(posterOf(folded(six), { ...asked, from: '2026-09-12' }).lines).toEqual([]);
    expect(posterOf(folded(six), { ...asked, site: 'dartford' }).lines).toEqual([]);
  });
});

test.each([
  ['We start at 15:30 in winter.', []],
  [`We ${'really '.repeat(16)}tried.`, ['One sentence has 18 words. Two short ones are easier.']],
  ['No, notwithstanding.', ['Long words: notwithstanding. Is there a shorter one?']],
])('%s is judged for a reader of ten', (reason, help) => {
  expect(readingHelp(reason)).toEqual(help);
});

test('a phone number, a postcode and an address of mail are pointed out, a time of day is not', () => {
  expect(namingHelp('Ring 01474 555 0100, DA11 8AB, a@b.uk')).toHaveLength(3);
  expect(namingHelp('At 15:30 on 24 Nov 2026')).toEqual([]);
});
