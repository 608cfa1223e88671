import * as v from 'valibot';
import { ageBands, codesOf, genders, levels, reasons, sessionStates, tallyBands, wordsOf } from '#domain/codes.ts';
import { list } from '#domain/reports/answer.ts';
import { codesExplained, type ReaderProfile } from '#domain/reports/disclosure/shown.ts';
import { attendanceCodes, definitions } from '#domain/reports/notes.ts';
import { isOurs, namesQuery, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, cellsOf, columnsOf, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import {
  type BandLine,
  bandLineSchema,
  bandLines,
  type PersonLine,
  personLineSchema,
  personLines,
} from './attendance-line.ts';
import { visitTypes } from './figures/visits.ts';
import { knownTo } from './known.ts';
import {
  cannotBeRead,
  type SessionLine,
  sessionLine,
  sessionLineSchema,
  totalsOf,
  totalsSchema,
} from './session-line.ts';
import { parkAgeColumns, parkAgeSheet, parkAges } from './tables/park-ages.ts';
import { crossSchema } from './tables/report.ts';

/** Sessions and attendance as tables: columns in a fixed order, with names that a spreadsheet's formulas can rely on. */

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');
const answers = [
  ['yes', 'Yes'],
  ['no', 'No'],
] as const;
const states = [...sessionStates, [cannotBeRead, 'Cannot be read']] as const;

/** What stands in every file of sessions; how many came stands in those for ourselves. */
const whenAndWhere: readonly Column<SessionLine>[] = [
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
];
const whoCame: readonly Column<SessionLine>[] = [
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
];
const howItWas: readonly Column<SessionLine>[] = [
  ['team', ({ team }) => team],
  ['from_paper', ({ fromPaper }) => yesNo(fromPaper), answers],
  ['estimated', ({ estimated }) => yesNo(estimated), answers],
  ['time_zone', ({ zone }) => zone],
];
const sessionColumns = [...whenAndWhere, ...whoCame, ...howItWas];
/**
 * Of a single session nobody outside learns how many came. The columns are not there, so that a formula that asks for one fails instead of
 * adding up empty cells.
 */
const sessionColumnsOutside = [...whenAndWhere, ...howItWas];
const sessionColumnsFor = (asked: { readonly profile: ReaderProfile }) =>
  isOurs(asked) ? sessionColumns : sessionColumnsOutside;

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

/** Sessions as a table; with who came only for ourselves. */
export const sessionSheet = (lines: readonly SessionLine[], profile: ReaderProfile): Sheet => ({
  ...sheetOf('sessions', sessionColumnsFor({ profile }), lines),
  key: ['session'],
});

/** One row for each session. */
export const sessionsReport = report({
  name: 'sessions',
  title: 'Sessions',
  label: 'Sessions',
  hint: 'One row for each session',
  summary: 'Sessions, one row each: when, where and how long; with profile=internal how many came to each',
  ...inFiles,
  types,
  // What addresses asked for since the first version say; there are no names in it.
  query: {
    ...profileQuery,
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
  tables: [{ name: 'sessions', label: 'Sessions', columns: columnsOf(sessionColumnsOutside) }],
  glance: ['day', 'site', 'partner', 'status', 'minutes', 'named', 'counted', 'attendances'],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read) {
    const known = await knownTo(read);
    const lines: SessionLine[] = [];
    await read.eachSession((records) => lines.push(sessionLine(records, known)));
    return { lines, totals: totalsOf(lines) };
  },
  sheets: ({ lines }, { profile }) => [sessionSheet(lines, profile)],
  stream: {
    columns: (asked) => columnsOf(sessionColumnsFor(asked)),
    async each(read, asked, take) {
      const known = await knownTo(read);
      const columns = sessionColumnsFor(asked);
      await read.eachSession((records) => take([{ cells: cellsOf(columns, sessionLine(records, known)) }]));
    },
  },
});

const isPerson = (line: BandLine | PersonLine): line is PersonLine => 'person' in line;
const isBySession = (asked: { readonly names: 'no' | 'yes'; readonly profile: ReaderProfile }): boolean =>
  asked.names === 'yes' || isOurs(asked);
const isBand = (line: BandLine | PersonLine): line is BandLine => !isPerson(line);

/**
 * Who came: by park, month and age; for ourselves by age band of each session, or asked for with names one row for each person.
 */
export const attendanceReport = report({
  name: 'attendance',
  title: 'Attendance',
  label: 'Attendance',
  hint: 'Who came, by age',
  summary:
    'Who came: by park, month and age; with profile=internal age bands of each session, or with names=yes and a reason one row per person',
  definitions: [...definitions.attendance, ...codesExplained],
  codes: attendanceCodes,
  types: visitTypes,
  query: { ...namesQuery, ...profileQuery },
  answer: { lines: list(v.union([personLineSchema, bandLineSchema])), parks: v.nullable(crossSchema) },
  tables: [{ name: 'ages', label: 'By age', columns: parkAgeColumns }],
  glance: [
    ...['name', 'day', 'site', 'month', 'partner', 'age_band', 'arrived', 'minutes'],
    ...[
      'named',
      'counted',
      'already_counted',
      ...codesOf(tallyBands).map((band) => `attendances_${band}`),
      'attendances',
    ],
  ],
  isNamed: ({ names }) => names === 'yes',
  isInternal: isOurs,
  peopleIn: ({ lines }) => lines.filter(isPerson).map(({ person }) => person),
  async fold(read, asked) {
    const { names } = asked;
    if (!isBySession(asked)) return { lines: [], parks: await parkAges(read, asked) };
    const known = await knownTo(read);
    const lines: (BandLine | PersonLine)[] = [];
    await read.eachSession((records) => {
      const found = names === 'yes' ? personLines(records, known) : bandLines(sessionLine(records, known));
      for (const line of found) lines.push(line);
    });
    return { lines, parks: null };
  },
  stream: {
    isFor: isBySession,
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
  sheets: ({ lines, parks }, { names }) => [
    parks
      ? parkAgeSheet('ages', parks)
      : names === 'yes'
        ? { ...sheetOf('people', personColumns, lines.filter(isPerson)), key: ['session', 'person'] }
        : { ...sheetOf('ages', bandColumns, lines.filter(isBand)), key: ['session', 'age_band'] },
  ],
});
