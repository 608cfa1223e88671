import { expect, test } from 'vitest';
import { type IndicatorLine, indicatorsReport } from '#domain/voice/indicators/report.ts';
import { indicator, partner, people, said, same } from './rows.ts';

/** T17 as it is read: whose families the reader may know, what it is narrowed to, and what stands in its files. */

const indicators = [
  indicator('help', { cohort: 40, order: 0 }),
  indicator('safe', { order: 1, 'respondent/parent': true }),
];
const answers = [
  ...people(8, 5),
  ...people(2, 1, { in: 'group' }, 8),
  ...people(3, 5, { of: 'alliance' }),
  ...people(4, 2, { indicator: 'safe', respondent: 'parent' }),
  said('x', 4, { indicator: 'safe', day: '2025-05-01' }),
];

type Asked = Parameters<typeof indicatorsReport.fold>[1];
type Shares = { readonly alliance?: boolean };

async function reported({ alliance = true }: Shares = {}, asked: Partial<Asked> = {}) {
  const rows = [
    ...indicators,
    ...answers,
    same('p0', 'p1'),
    { type: 'partner', id: partner },
    { type: 'partner', id: 'alliance' },
  ];
  const read = {
    today: '2026-11-26',
    partners: [
      { id: 'alliance', name: 'Alliance', closed: false, families: alliance },
      { id: partner, name: 'Refocus', closed: false, families: true },
    ],
    rows: async (type: string) => rows.filter((each) => each.type === type),
  } as unknown as Parameters<typeof indicatorsReport.fold>[0]; // it reads no more than that
  const question: Asked = { from: '2026-01-01', to: '2026-12-31', profile: 'internal', ...asked };
  const answer = await indicatorsReport.fold(read, question);
  const [sheet] = indicatorsReport.sheets(answer, question, '');
  return { ...answer, sheet, part: await indicatorsReport.part?.of(read, asked as Asked) };
}
const lineOf = (lines: readonly IndicatorLine[], id: string) => lines.find((line) => line.id === id);

test('a partner whose families are not shared is in no figure, and the report says so', async () => {
  const shared = await reported();
  expect(shared.hidden).toEqual([]);
  expect(lineOf(shared.lines, 'help')).toMatchObject({ assessed: 12, of: 40, isAgreed: true });
  const hidden = await reported({ alliance: false });
  expect(hidden.hidden).toEqual(['Alliance']);
  // A cohort of the whole programme says nothing of a part of it.
  expect(lineOf(hidden.lines, 'help')).toMatchObject({ assessed: 9, of: 9, isAgreed: false });
});

test('narrowed to a partner, a respondent or a way of asking, it counts those alone and says what it is', async () => {
  const one = await reported({}, { partner: 'alliance' });
  expect(lineOf(one.lines, 'help')).toMatchObject({ assessed: 3, share: 'few' });
  expect(one.part).toBe('Alliance');
  const parents = await reported({}, { respondent: 'parent' });
  expect(parents.total).toMatchObject({ assessed: 3, met: 0, judged: 0 });
  const group = await reported({}, { in: 'group', respondent: 'youngPerson' });
  expect(lineOf(group.lines, 'help')).toMatchObject({ assessed: 2, group: 2 });
  expect(group.part).toBe('Young person, In a group');
  expect((await reported()).part).toBeUndefined();
  expect((await reported({ alliance: false }, { partner: 'alliance' })).total.assessed).toBe(0);
});

test('in the file: a row each in their order, no share of fewer than five, and the total last', async () => {
  const { sheet } = await reported();
  const titles = sheet?.columns.map(({ title }) => title) ?? [];
  const rows = sheet?.rows.map((row) => Object.fromEntries(row.map((cell, at) => [titles[at], cell])));
  expect(rows).toEqual([
    {
      ...{ statement: 'I know help', kind: 'Agree at the end', by_whom: 'Young person', start: 0, end: 12 },
      ...{ result_percent: 83.3, target_percent: 70, met: 'met', assessed: 12, of: 40, completion_percent: 30 },
      ...{ one_to_one: 10, in_a_group: 2 },
    },
    {
      ...{ statement: 'I know safe', kind: 'Agree at the end', by_whom: 'Parent or carer', start: 0, end: 3 },
      ...{ result_percent: 'fewer than 5', target_percent: 70, met: 'fewer than 5', assessed: 3, of: 3 },
      ...{ completion_percent: 100, one_to_one: 3, in_a_group: 0 },
    },
    {
      ...{
        statement: 'All indicators',
        kind: '',
        by_whom: '',
        start: '',
        end: '',
        result_percent: '',
        target_percent: '',
      },
      ...{ met: '1 of 1', assessed: 12, of: 40, completion_percent: 30, one_to_one: 10, in_a_group: 2 },
    },
  ]);
  expect(sheet?.totalled).toBe(true);
});

test('outside no group of few is told, and of one partner or respondent only the shares: parts come to the whole', async () => {
  const { sheet } = await reported({}, { profile: 'funder' });
  expect(sheet?.rows.map((row) => row.slice(3))).toEqual([
    [0, 12, 83.3, 70, 'met', 12, 40, 30, '[c]', '[c]'],
    [0, '<5', 'fewer than 5', 70, 'fewer than 5', '<5', '<5', '[low]', '[c]', '[c]'],
    ['', '', '', '', '1 of 1', 12, 40, 30, '[c]', '[c]'],
  ]);
  const part = await reported({}, { profile: 'funder', in: 'oneToOne' });
  expect(part.sheet?.columns.map(({ title }) => title)).toEqual([
    ...['statement', 'kind', 'by_whom', 'result_percent', 'target_percent', 'met'],
  ]);
});

test('of nobody there is no share and no completion', async () => {
  const { sheet } = await reported({}, { from: '2024-01-01', to: '2024-12-31' });
  const safe = sheet?.rows[1] ?? [];
  expect(safe.slice(5)).toEqual(['nobody assessed', 70, 'nobody assessed', 0, 0, 'nobody asked', 0, 0]);
});
