import { ageBands, tallyBands, wordsOf } from '#domain/codes.ts';
import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import type { BandLine, PersonLine } from './attendance-line.ts';
import type { SessionLine } from './session-line.ts';

/** Sessions and attendance as tables: columns in a fixed order, with names that a spreadsheet's formulas can rely on. */

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

const sessionColumns: readonly Column<SessionLine>[] = [
  ['session', ({ session }) => session, 'id'],
  ['day', ({ day }) => day, 'day'],
  ['site', ({ site }) => site],
  ['partner', ({ partner }) => partner],
  ['status', ({ status }) => status],
  ['reason', ({ reason }) => reason],
  ['planned_start', ({ plannedStart }) => plannedStart, 'instant'],
  ['planned_end', ({ plannedEnd }) => plannedEnd, 'instant'],
  ['actual_start', ({ actualStart }) => actualStart, 'instant'],
  ['actual_end', ({ actualEnd }) => actualEnd, 'instant'],
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
  ['gender', ({ gender }) => gender],
  ['level', ({ level }) => level],
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
  ['named', ({ named }) => named],
  ['counted', ({ counted }) => counted],
  ['already_counted', ({ alreadyCounted }) => alreadyCounted],
  ['attendances', ({ attendances }) => attendances],
];

export const sessionSheet = (lines: readonly SessionLine[]): Sheet => sheetOf('sessions', sessionColumns, lines);
export const namedAttendanceSheet = (lines: readonly PersonLine[]): Sheet => sheetOf('people', personColumns, lines);
export const attendanceSheet = (lines: readonly BandLine[]): Sheet => sheetOf('ages', bandColumns, lines);
