import * as v from 'valibot';
import type { Right } from '#domain/access.ts';
import { bandLines, type PersonLine, personLines } from '#domain/reports/attendance-line.ts';
import { attendanceFile, namedAttendanceFile, sessionsFile } from '#domain/reports/files.ts';
import type { Notes } from '#domain/reports/notes.ts';
import { definitions } from '#domain/reports/notes.ts';
import { type SessionLine, sessionLine, totalsOf } from '#domain/reports/session-line.ts';
import { toInstant } from '#domain/time.ts';
import { deskPartners } from '#server/allow.ts';
import { textAnswer } from '#server/answer.ts';
import { audit } from '#server/audit.ts';
import type { Caller } from '#server/caller.ts';
import { periodQuery } from '#server/fields.ts';
import { phonesFor, unsentOf } from '#server/fleet.ts';
import { namesOf } from '#server/members.ts';
import type { Parts } from '#server/parts.ts';
import { periodOf } from '#server/period.ts';
import { Problem } from '#server/problem.ts';
import { eachSession, knownAround, type Period } from '#server/report-rows.ts';
import { type Call, type Route, route } from '#server/route.ts';
import { reading } from '#server/sql-ledger.ts';
import type { Db } from '#server/store.ts';

/** Reports as files and for the screen, from one reading of the records. */

const query = v.strictObject({
  ...periodQuery,
  names: v.optional(v.picklist(['no', 'yes']), 'no'),
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), ''),
});
type Asked = v.InferOutput<typeof query>;

type Report = { readonly lines: readonly SessionLine[]; readonly people: readonly PersonLine[]; readonly notes: Notes };

/** Reads a report in one snapshot. Every export is logged, one with names also with its reason. */
async function readReport(
  parts: Parts,
  { rights, member, device, mayName }: Caller,
  asked: Asked,
  what: string,
): Promise<Report> {
  const period = periodOf(asked);
  const named = asked.names === 'yes';
  if (named && !mayName) throw new Problem(403, 'numbers-only', 'This token gets numbers, not names.');
  if (named && asked.reason === '') throw new Problem(400, 'invalid', 'reason: say why names are needed');
  const report = await parts.store.report((db) => foldReport(parts, db, rights, period, named));
  const detail = { ...period, device, names: asked.names, reason: named ? asked.reason : undefined };
  await parts.store.write((db) => audit(db, parts.now(), { actor: member, action: `export ${what}`, detail }));
  return report;
}

async function foldReport(
  parts: Parts,
  db: Db,
  rights: readonly Right[],
  period: Period,
  named: boolean,
): Promise<Report> {
  const { store, now } = parts;
  const partners = deskPartners(rights, await reading(db, store.programme).partners());
  const known = await knownAround(db, store.programme, partners);
  const lines: SessionLine[] = [];
  const people: PersonLine[] = [];
  await eachSession(db, store.programme, partners, period, (records) => {
    lines.push(sessionLine(records, known));
    if (named) people.push(...personLines(records, known, known.genderOf));
  });
  const programme = (await namesOf(db, store.programme, 'programme')).get(store.programme) ?? '';
  const complete = unsentOf(await phonesFor(parts, db, rights));
  return { lines, people, notes: { programme, ...period, dataAsAt: toInstant(now()), ...complete } };
}

const asFile = ({ context }: Pick<Call<unknown, Asked>, 'context'>, name: string, asked: Asked, text: string) =>
  textAnswer(context, text, 'text/csv; charset=utf-8', {
    'Content-Disposition': `attachment; filename="bandstand-${name}-${asked.from}-${asked.to}.csv"`,
  });

const shared = { method: 'GET', need: 'coordinator', query, limits: { heavy: true } } as const;

const sessionsCsv = route({
  ...shared,
  path: '/api/exports/sessions.csv',
  who: 'export',
  summary: 'One row per session, as CSV.',
  run: async ({ parts, caller, query, context }) => {
    const { lines, notes } = await readReport(parts, caller, { ...query, names: 'no' }, 'sessions');
    return asFile({ context }, 'sessions', query, sessionsFile(lines, notes));
  },
});

const attendanceCsv = route({
  ...shared,
  path: '/api/exports/attendance.csv',
  who: 'export',
  summary: 'Who came, as CSV: age bands of each session, or with names=yes and a reason one row per person.',
  run: async ({ parts, caller, query, context }) => {
    const { lines, people, notes } = await readReport(parts, caller, query, 'attendance');
    const text =
      query.names === 'yes' ? namedAttendanceFile(people, notes) : attendanceFile(lines.flatMap(bandLines), notes);
    return asFile({ context }, query.names === 'yes' ? 'attendance-names' : 'attendance', query, text);
  },
});

const sessionsReport = route({
  ...shared,
  path: '/api/reports/sessions',
  who: 'export',
  summary: 'The sessions report for the screen.',
  run: async ({ parts, caller, query }) => {
    const { lines, notes } = await readReport(parts, caller, { ...query, names: 'no' }, 'sessions');
    return { lines, totals: totalsOf(lines), notes, definitions };
  },
});

const attendanceReport = route({
  ...shared,
  path: '/api/reports/attendance',
  who: 'export',
  summary: 'The attendance report for the screen.',
  run: async ({ parts, caller, query }) => {
    const { lines, people, notes } = await readReport(parts, caller, query, 'attendance');
    return { lines: query.names === 'yes' ? people : lines.flatMap(bandLines), notes, definitions };
  },
});

export const exportRoutes: readonly Route[] = [sessionsCsv, attendanceCsv, sessionsReport, attendanceReport];
