import * as v from 'valibot';
import { attendanceCodes, definitions, type Notes } from '#domain/reports/notes.ts';
import { bandLines, type PersonLine, personLines } from '#domain/sessions/attendance-line.ts';
import { attendanceSheet, namedAttendanceSheet, sessionSheet } from '#domain/sessions/report.ts';
import { type SessionLine, sessionLine, totalsOf } from '#domain/sessions/session-line.ts';
import type { Caller } from '#server/caller.ts';
import { notesQuery, periodQuery } from '#server/fields.ts';
import type { ReportParts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { periodOf } from '#server/reports/period.ts';
import { asCsv, asWorkbook, logExport, notesAlone, notesFor } from '#server/reports/report-file.ts';
import { eachSession, knownAround } from '#server/reports/report-rows.ts';
import type { Report } from '#server/reports/workbook.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { partnersFor } from '#server/stock-rows.ts';

/** Sessions and attendance, as files and for the screen, from one reading of the records. */

const query = v.strictObject({
  ...periodQuery,
  names: v.optional(v.picklist(['no', 'yes']), 'no'),
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
});
const csvQuery = v.strictObject({ ...query.entries, ...notesQuery });
type Asked = v.InferOutput<typeof query>;

type Read = { readonly lines: readonly SessionLine[]; readonly people: readonly PersonLine[]; readonly notes: Notes };

/** Reads a report in one snapshot, and logs it. */
async function readReport(parts: ReportParts, caller: Caller, asked: Asked, what: string): Promise<Read> {
  const period = periodOf(asked);
  const named = asked.names === 'yes';
  if (named && !caller.mayName) throw new Problem(403, 'numbers-only', 'This token gets numbers, not names.');
  if (named && asked.reason === '') throw new Problem(400, 'invalid', 'reason: say why names are needed');
  const { store } = parts;
  const report = await store.report(async (db) => {
    const partners = (await partnersFor(db, store.programme, caller.rights)).map(({ id }) => id);
    const known = await knownAround(db, store.programme, partners);
    const lines: SessionLine[] = [];
    const people: PersonLine[] = [];
    await eachSession(db, store.programme, partners, period, (records) => {
      const line = sessionLine(records, known);
      if (named) people.push(...personLines(records, known, known.genderOf));
      lines.push(line);
    });
    return { lines, people, notes: await notesFor(parts, db, caller.rights, period) };
  });
  logExport(parts, caller, what, { ...period, names: asked.names, reason: named ? asked.reason : undefined });
  return report;
}

const inFiles = [...definitions.attendance, ...attendanceCodes];
const about = {
  sessions: { title: 'Sessions', definitions: inFiles },
  attendance: { title: 'Attendance', definitions: inFiles },
} as const;

const readSessions = async (parts: ReportParts, caller: Caller, asked: Asked): Promise<Report> => {
  const { lines, notes } = await readReport(parts, caller, { ...asked, names: 'no' }, 'sessions');
  return { ...about.sessions, sheets: [sessionSheet(lines)], notes };
};

const readAttendance = async (parts: ReportParts, caller: Caller, asked: Asked): Promise<Report> => {
  const { lines, people, notes } = await readReport(parts, caller, asked, 'attendance');
  const sheet = asked.names === 'yes' ? namedAttendanceSheet(people) : attendanceSheet(lines.flatMap(bandLines));
  return { ...about.attendance, sheets: [sheet], notes };
};

const fileName = ({ names }: Asked): string => (names === 'yes' ? 'attendance-names' : 'attendance');

const shared = { method: 'GET', who: 'export', need: 'coordinator', query } as const;

const sessionsCsv = reportRoute({
  ...shared,
  query: csvQuery,
  path: '/api/exports/sessions.csv',
  summary: 'One row per session, as CSV. With notes=1 what belongs to it: definitions and how complete it is.',
  run: async ({ parts, caller, query }) => {
    if (query.notes) return notesAlone(parts, caller, query, 'sessions', about.sessions);
    const report = await readSessions(parts, caller, query);
    return asCsv('sessions', report.sheets[0], query);
  },
});

const sessionsXlsx = reportRoute({
  ...shared,
  path: '/api/exports/sessions.xlsx',
  summary: 'One row per session, as a workbook.',
  run: async ({ parts, caller, query }) => asWorkbook('sessions', await readSessions(parts, caller, query)),
});

const attendanceCsv = reportRoute({
  ...shared,
  query: csvQuery,
  path: '/api/exports/attendance.csv',
  summary: 'Who came, as CSV: age bands of each session, or with names=yes and a reason one row per person.',
  run: async ({ parts, caller, query }) => {
    if (query.notes) return notesAlone(parts, caller, query, 'attendance', about.attendance);
    const report = await readAttendance(parts, caller, query);
    return asCsv(fileName(query), report.sheets[0], query);
  },
});

const attendanceXlsx = reportRoute({
  ...shared,
  path: '/api/exports/attendance.xlsx',
  summary: 'Who came, as a workbook, asked for as the CSV is.',
  run: async ({ parts, caller, query }) => asWorkbook(fileName(query), await readAttendance(parts, caller, query)),
});

const sessionsReport = reportRoute({
  ...shared,
  path: '/api/reports/sessions',
  summary: 'The sessions report for the screen.',
  run: async ({ parts, caller, query }) => {
    const { lines, notes } = await readReport(parts, caller, { ...query, names: 'no' }, 'sessions');
    return { lines, totals: totalsOf(lines), notes, definitions: definitions.attendance };
  },
});

const attendanceReport = reportRoute({
  ...shared,
  path: '/api/reports/attendance',
  summary: 'The attendance report for the screen.',
  run: async ({ parts, caller, query }) => {
    const { lines, people, notes } = await readReport(parts, caller, query, 'attendance');
    const shown = query.names === 'yes' ? people : lines.flatMap(bandLines);
    return { lines: shown, notes, definitions: definitions.attendance };
  },
});

export const exportRoutes: readonly Route[] = [
  sessionsCsv,
  sessionsXlsx,
  attendanceCsv,
  attendanceXlsx,
  sessionsReport,
  attendanceReport,
];
