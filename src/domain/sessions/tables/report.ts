import * as v from 'valibot';
import { codesOf, reasons, wordsOf } from '#domain/codes.ts';
import { list, number, object, text } from '#domain/reports/answer.ts';
import { codesExplained, shownSchema, shownWords } from '#domain/reports/disclosure/shown.ts';
import { type Definitions, definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import { outcomes } from '#domain/sessions/figures/outcomes.ts';
import { visitTypes } from '#domain/sessions/figures/visits.ts';
import { addUpTables } from './fold.ts';
import { allMonths, type MonthLine, reasonsMet } from './months.ts';
import { keptAfterDays, regularly } from './persons.ts';

/** The tables that every funder asks for, by number, each of which adds up: T03, T04, T05, T08 to T10 and T20. */

const shownCells = { cells: list(shownSchema), all: shownSchema };
/** Rows by columns, as they may be shown. */
export const crossSchema = object({
  columns: list(object({ code: text, words: text })),
  lines: list(object({ code: text, words: list(text), ...shownCells })),
  total: object(shownCells),
});
export type CrossAnswer = v.InferOutput<typeof crossSchema>;

const monthSchema = object({
  month: text,
  planned: number,
  by: object(v.entriesFromList(codesOf(outcomes), number)),
  lost: v.record(text, number),
  minutes: number,
});
const countSchema = object({ code: text, words: text, people: shownSchema, percent: shownSchema });
export type CountLine = v.InferOutput<typeof countSchema>;
const teamSchema = object({ kind: text, words: text, people: number, turns: number, minutes: number });
const qualitySchema = object({ code: text, words: text, n: shownSchema, of: v.nullable(number), ofWords: text });

export const tablesFields = {
  /** T03 */
  months: list(monthSchema),
  /** T04: park and activity by month */
  places: crossSchema,
  /** T05: age by gender */
  people: crossSchema,
  /** T08: where parks are */
  wards: crossSchema,
  /** T09 */
  coming: list(countSchema),
  /** T10 */
  team: list(teamSchema),
  /** T20 */
  quality: list(qualitySchema),
};
export type TablesAnswer = v.InferOutput<ReturnType<typeof object<typeof tablesFields>>>;

const words: Definitions = [
  ['Regular', `Came ${regularly.times} times or more within ${regularly.days / 7} weeks of the period.`],
  [
    'Came back',
    `Of the new: came again ${keptAfterDays / 7} weeks or more after their first time, up to the day of the report; in per cent of those whose first time is so long ago.`,
  ],
  ['Ward', 'That of the park, as it is set up. Where people live is not asked for it.'],
  [
    'Staff, volunteers',
    'Volunteers hold that role and no other. Hours are those of the sessions each of them was written down for.',
  ],
  ['Several activities', 'A session with several stands in a row of its own, so that rows add up.'],
];

const hours = (minutes: number): number => Math.round((minutes / 60) * 10) / 10;

function monthSheet(lines: readonly MonthLine[]): Sheet {
  const all = allMonths(lines);
  const columns: readonly Column<MonthLine>[] = [
    ['month', ({ month }) => month || 'All'],
    ['planned', ({ planned }) => planned],
    ['delivered', ({ by }) => by.delivered],
    ['lost_to_weather_or_light', ({ by }) => by.weather],
    ['lost_for_another_reason', ({ by }) => by.lost],
    ['not_finished_or_to_come', ({ by }) => by.open],
    ...reasonsMet(all).map(
      (code): Column<MonthLine> => [
        `lost: ${(wordsOf(reasons, code) || 'no reason given').toLowerCase()}`,
        ({ lost }) => lost[code] ?? 0,
      ],
    ),
    ['hours', ({ minutes }) => hours(minutes)],
  ];
  return sheetOf('months', columns, lines, all);
}

type CrossLine = CrossAnswer['lines'][number];

/** @param heads what the words of a row are */
function crossSheet(name: string, heads: readonly string[], { columns, lines, total }: CrossAnswer, of: string): Sheet {
  const cell = (line: CrossLine, at: number) => shownWords(line.cells[at] ?? 'not-recorded');
  const all: CrossLine = { code: '*', words: heads.map((_, at) => (at === 0 ? 'All' : '')), ...total };
  return sheetOf<CrossLine>(
    name,
    [
      ...heads.map((head, at): Column<CrossLine> => [head, ({ words: said }) => said[at] ?? '']),
      ...columns.map(({ words: title }, at): Column<CrossLine> => [title, (line) => cell(line, at)]),
      [of, (line) => shownWords(line.all)],
    ],
    lines,
    all,
  );
}

/** Every table as a sheet, by its number. */
export const sheetsOfTables = (
  answer: TablesAnswer,
): Readonly<Record<'T03' | 'T04' | 'T05' | 'T08' | 'T09' | 'T10' | 'T20', Sheet>> => ({
  T03: monthSheet(answer.months),
  T04: crossSheet('places', ['park', 'activity'], answer.places, 'attendances'),
  T05: crossSheet('people', ['age'], answer.people, 'different_young_people'),
  T08: crossSheet('wards', ['ward'], answer.wards, 'attendances'),
  T09: sheetOf<CountLine>(
    'coming',
    [
      ['what', ({ words: said }) => said],
      ['people', ({ people }) => shownWords(people)],
      ['percent', ({ percent }) => shownWords(percent)],
    ],
    answer.coming,
  ),
  T10: sheetOf<TablesAnswer['team'][number]>(
    'team',
    [
      ['who', ({ words: said }) => said],
      ['people', ({ people }) => people],
      ['turns_at_sessions', ({ turns }) => turns, 'sum'],
      ['hours', ({ minutes }) => hours(minutes), 'sum'],
    ],
    answer.team,
  ),
  T20: sheetOf<TablesAnswer['quality'][number]>(
    'quality',
    [
      ['what', ({ words: said }) => said],
      ['number', ({ n }) => shownWords(n)],
      ['of', ({ of, ofWords }) => (of === null ? '' : `${of} ${ofWords}`)],
    ],
    answer.quality,
  ),
});

/** Tables for a return. */
export const tablesReport = report({
  name: 'tables',
  title: 'Tables for a return',
  label: 'Tables for a return',
  hint: 'Planned and lost, ages and genders, new, hours, data quality',
  summary:
    'The tables funders ask for: sessions by month and reason, attendances by park and activity, different people by age and gender, wards, new and returning, hours of the team, data quality',
  definitions: [...definitions.attendance, ...definitions.figures, ...words, ...codesExplained],
  types: visitTypes,
  query: profileQuery,
  answer: tablesFields,
  tables: [
    { name: 'months', label: 'Planned and lost, by month' },
    { name: 'places', label: 'Attendances by park and activity' },
    { name: 'people', label: 'Ages and genders' },
    { name: 'wards', label: 'Wards' },
    { name: 'coming', label: 'New and returning' },
    { name: 'team', label: 'Hours of the team' },
    { name: 'quality', label: 'Data quality' },
  ],
  isInternal: isOurs,
  fold: addUpTables,
  sheets: (answer) => Object.values(sheetsOfTables(answer)),
});
