import { ageBands, tallyBands, wordsOf } from '#domain/codes.ts';
import { byteOrderMark, type Cell, csvLine } from '#domain/csv.ts';
import type { BandLine, PersonLine } from './attendance-line.ts';
import { type Notes, noteLines } from './notes.ts';
import type { SessionLine } from './session-line.ts';

/** The reports as files: columns in a fixed order, with names that a spreadsheet's formulas can rely on. */

type Column<Line> = readonly [title: string, of: (line: Line) => Cell];

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

const sessionColumns: readonly Column<SessionLine>[] = [
  ['session', ({ session }) => session],
  ['day', ({ day }) => day],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['status', ({ status }) => status],
  ['reason', ({ reason }) => reason],
  ['planned_start', ({ plannedStart }) => plannedStart],
  ['planned_end', ({ plannedEnd }) => plannedEnd],
  ['actual_start', ({ actualStart }) => actualStart],
  ['actual_end', ({ actualEnd }) => actualEnd],
  ['minutes', ({ minutes }) => minutes],
  ['named', ({ named }) => named],
  ['counted', ({ counted }) => counted],
  ['already_counted', ({ alreadyCounted }) => alreadyCounted],
  ['attendances', ({ attendances }) => attendances],
  ['contacts', ({ contacts }) => contacts],
  ...tallyBands.flatMap(([band]): Column<SessionLine>[] => [
    [`named_${band}`, ({ bands }) => bands[band].named],
    [`counted_${band}`, ({ bands }) => bands[band].counted],
    [`attendances_${band}`, ({ bands }) => bands[band].total],
  ]),
  ['team', ({ team }) => team],
  ['from_paper', ({ fromPaper }) => yesNo(fromPaper)],
  ['estimated', ({ estimated }) => yesNo(estimated)],
];

/** Bands stand in words, with a dash: Excel reads the code `10-12` as the tenth of December. */
const personColumns: readonly Column<PersonLine>[] = [
  ['session', ({ session }) => session],
  ['day', ({ day }) => day],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['person', ({ person }) => person],
  ['name', ({ name }) => name],
  ['age_band', ({ ageBand }) => wordsOf(ageBands, ageBand)],
  ['gender', ({ gender }) => gender],
  ['level', ({ level }) => level],
  ['arrived', ({ arrived }) => arrived],
  ['left', ({ left }) => left],
  ['minutes', ({ minutes }) => minutes],
];

const bandColumns: readonly Column<BandLine>[] = [
  ['session', ({ session }) => session],
  ['day', ({ day }) => day],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['age_band', ({ ageBand }) => wordsOf(tallyBands, ageBand)],
  ['named', ({ named }) => named],
  ['counted', ({ counted }) => counted],
  ['already_counted', ({ alreadyCounted }) => alreadyCounted],
  ['attendances', ({ attendances }) => attendances],
];

/** The data, a blank line, and the notes. */
function fileOf<Line>(columns: readonly Column<Line>[], lines: readonly Line[], notes: Notes): string {
  return [
    byteOrderMark,
    csvLine(columns.map(([title]) => title)),
    ...lines.map((line) => csvLine(columns.map(([, of]) => of(line)))),
    '\r\n',
    ...noteLines(notes).map(csvLine),
  ].join('');
}

export const sessionsFile = (lines: readonly SessionLine[], notes: Notes): string =>
  fileOf(sessionColumns, lines, notes);
export const namedAttendanceFile = (lines: readonly PersonLine[], notes: Notes): string =>
  fileOf(personColumns, lines, notes);
export const attendanceFile = (lines: readonly BandLine[], notes: Notes): string => fileOf(bandColumns, lines, notes);
