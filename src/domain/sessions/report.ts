import * as v from 'valibot';
import { ageBands, genders, levels, reasons, sessionStates, tallyBands, wordsOf } from '#domain/codes.ts';
import { list } from '#domain/reports/answer.ts';
import { attendanceCodes, definitions } from '#domain/reports/notes.ts';
import { namesQuery, type Reading, report } from '#domain/reports/report.ts';
import { type Column, cellsOf, columnsOf, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import {
  type BandLine,
  bandLineSchema,
  bandLines,
  type PersonLine,
  personLineSchema,
  personLines,
} from './attendance-line.ts';
import { knownIn } from './known.ts';
import {
  cannotBeRead,
  type SessionLine,
  sessionLine,
  sessionLineSchema,
  totalsOf,
  totalsSchema,
} from './session-line.ts';

/** Sessions and attendance as tables: columns in a fixed order, with names that a spreadsheet's formulas can rely on. */

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
const answers = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;
const states = [...sessionStates, [cannotBeRead, 'Cannot be read']] as const;

const sessionColumns: readonly Column<SessionLine>[] = [
  ['session', ({ session }) => session, 'id'],
  ['day', ({ day }) => day, 'day'],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['status', ({ status }) => status, states],
  ['reason', ({ reason }) => reason, reasons],
  ['planned_start', ({ plannedStart }) => plannedStart, 'instant'],
  ['planned_end', ({ plannedEnd }) => plannedEnd, 'instant'],
  ['actual_start', ({ actualStart }) => actualStart, 'instant'],
  ['actual_end', ({ actualEnd }) => actualEnd, 'instant'],
  ['minutes', ({ minutes }) => minutes, 'sum'],
  ['named', ({ named }) => named, 'sum'],
  ['counted', ({ counted }) => counted, 'sum'],
  ['already_counted', ({ alreadyCounted }) => alreadyCounted, 'sum'],
  ['attendances', ({ attendances }) => attendances, 'sum'],
  ['contacts', ({ contacts }) => contacts, 'sum'],
  ...tallyBands.flatMap(([band]): Column<SessionLine>[] => [
    [`named_${band}`, ({ bands }) => bands[band].named, 'sum'],
    [`counted_${band}`, ({ bands }) => bands[band].counted, 'sum'],
    [`attendances_${band}`, ({ bands }) => bands[band].total, 'sum'],
  ]),
  ['team', ({ team }) => team],
  ['from_paper', ({ fromPaper }) => yesNo(fromPaper), answers],
  ['estimated', ({ estimated }) => yesNo(estimated), answers],
  ['time_zone', ({ zone }) => zone],
];

/** Bands stand in words, with a dash: Excel reads the code `10-12` as the tenth of December. */
const personColumns: readonly Column<PersonLine>[] = [
  ['session', ({ session }) => session, 'id'],
  ['day', ({ day }) => day, 'day'],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['person', ({ person }) => person, 'id'],
  ['name', ({ name }) => name],
  ['age_band', ({ ageBand }) => wordsOf(ageBands, ageBand)],
  ['gender', ({ gender }) => gender, genders],
  ['level', ({ level }) => level, levels],
  ['arrived', ({ arrived }) => arrived, 'instant'],
  ['left', ({ left }) => left, 'instant'],
  ['minutes', ({ minutes }) => minutes],
  ['time_zone', ({ zone }) => zone],
];

const bandColumns: readonly Column<BandLine>[] = [
  ['session', ({ session }) => session, 'id'],
  ['day', ({ day }) => day, 'day'],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['age_band', ({ ageBand }) => wordsOf(tallyBands, ageBand)],
  ['named', ({ named }) => named, 'sum'],
  ['counted', ({ counted }) => counted, 'sum'],
  ['already_counted', ({ alreadyCounted }) => alreadyCounted, 'sum'],
  ['attendances', ({ attendances }) => attendances, 'sum'],
];

const inFiles = { definitions: definitions.attendance, codes: attendanceCodes };
const types = ['session', 'mark', 'tally', 'site', 'partner', 'person', 'alias'] as const;

const knownTo = async (read: Reading<(typeof types)[number]>) =>
  knownIn(
    await read.rows('site'),
    await read.rows('partner'),
    await read.rows('person'),
    await read.rows('alias'),
    await read.erased(),
  );

/** Sessions as the table every file of them has. */
export const sessionSheet = (lines: readonly SessionLine[]): Sheet => ({
  ...sheetOf('sessions', sessionColumns, lines),
  key: ['session'],
});

/** One row for each session. */
export const sessionsReport = report({
  name: 'sessions',
  title: 'Sessions',
  label: 'Sessions',
  hint: 'One row for each session',
  summary: 'Sessions, one row each: when and where, how long, who came',
  ...inFiles,
  types,
  // What addresses asked for since the first version say; there are no names in it.
  query: {
    names: v.pipe(
      namesQuery.names,
      v.transform(() => 'no' as const),
    ),
    reason: v.pipe(
      namesQuery.reason,
      v.transform(() => ''),
    ),
  },
  answer: { lines: list(sessionLineSchema), totals: totalsSchema },
  tables: [{ name: 'sessions', label: 'Sessions', columns: columnsOf(sessionColumns) }],
  glance: ['day', 'site', 'partner', 'status', 'minutes', 'named', 'counted', 'attendances'],
  async fold(read) {
    const known = await knownTo(read);
    const lines: SessionLine[] = [];
    await read.eachSession((records) => lines.push(sessionLine(records, known)));
    return { lines, totals: totalsOf(lines) };
  },
  sheets: ({ lines }) => [sessionSheet(lines)],
  stream: {
    columns: () => columnsOf(sessionColumns),
    async each(read, _asked, take) {
      const known = await knownTo(read);
      await read.eachSession((records) => take([{ cells: cellsOf(sessionColumns, sessionLine(records, known)) }]));
    },
  },
});

const isPerson = (line: BandLine | PersonLine): line is PersonLine => 'person' in line;
const isBand = (line: BandLine | PersonLine): line is BandLine => !isPerson(line);

/** Who came to each: by age band, or asked for with names one row for each person. */
export const attendanceReport = report({
  name: 'attendance',
  title: 'Attendance',
  label: 'Attendance',
  hint: 'Who came to each, by age',
  summary: 'Who came: age bands of each session, or with names=yes and a reason one row per person',
  ...inFiles,
  types,
  query: namesQuery,
  answer: { lines: list(v.union([personLineSchema, bandLineSchema])) },
  tables: [{ name: 'ages', label: 'By age', columns: columnsOf(bandColumns) }],
  glance: [
    ...['name', 'day', 'site', 'partner', 'age_band', 'arrived', 'minutes'],
    ...['named', 'counted', 'already_counted', 'attendances'],
  ],
  isNamed: ({ names }) => names === 'yes',
  peopleIn: ({ lines }) => lines.filter(isPerson).map(({ person }) => person),
  async fold(read, { names }) {
    const known = await knownTo(read);
    const lines: (BandLine | PersonLine)[] = [];
    await read.eachSession((records) => {
      const found = names === 'yes' ? personLines(records, known) : bandLines(sessionLine(records, known));
      for (const line of found) lines.push(line);
    });
    return { lines };
  },
  stream: {
    columns: ({ names }) => (names === 'yes' ? columnsOf(personColumns) : columnsOf(bandColumns)),
    async each(read, { names }, take) {
      const known = await knownTo(read);
      await read.eachSession((records) =>
        take(
          names === 'yes'
            ? personLines(records, known).map((line) => ({ cells: cellsOf(personColumns, line), person: line.person }))
            : bandLines(sessionLine(records, known)).map((line) => ({ cells: cellsOf(bandColumns, line) })),
        ),
      );
    },
  },
  sheets: ({ lines }, { names }) => [
    names === 'yes'
      ? { ...sheetOf('people', personColumns, lines.filter(isPerson)), key: ['session', 'person'] }
      : { ...sheetOf('ages', bandColumns, lines.filter(isBand)), key: ['session', 'age_band'] },
  ],
});
