import type { Right } from '#domain/records/access.ts';
import type { Notes } from '#domain/reports/notes.ts';
import { csvOf, notesCsv, type Sheet } from '#domain/reports/sheet.ts';
import { toInstant } from '#domain/time.ts';
import { FileMade } from '#server/answer.ts';
import type { Caller } from '#server/caller.ts';
import { phonesFor, unsentOf } from '#server/fleet.ts';
import { namesOf } from '#server/members.ts';
import type { ReportParts } from '#server/parts.ts';
import type { Db } from '#server/store.ts';
import { periodOf } from './period.ts';
import type { Period } from './report-rows.ts';
import { type Report, workbookOf } from './workbook.ts';

/** What every report has: its notes, its line in the log, and the files it is handed out as. */

/** @param db the snapshot the figures are read from */
export async function notesFor(parts: ReportParts, db: Db, rights: readonly Right[], period: Period): Promise<Notes> {
  const { store, now } = parts;
  const programme = (await namesOf(db, store.programme, 'programme')).get(store.programme) ?? '';
  return { programme, ...period, dataAsAt: toInstant(now()), ...unsentOf(await phonesFor(parts, db, rights)) };
}

/** Every export is in the log, one with names also with its reason. @param what `sessions` */
export const logExport = (
  { note }: ReportParts,
  { member, device }: Caller,
  what: string,
  detail: Readonly<Record<string, unknown>>,
): void => note({ actor: member, action: `export ${what}`, detail: { device, ...detail } });

const named = (name: string, { from, to }: Period, ending: string) => ({
  'Content-Disposition': `attachment; filename="bandstand-${name}-${from}-${to}.${ending}"`,
});

const csv = (name: string, period: Period, text: string): FileMade =>
  new FileMade(new TextEncoder().encode(text), 'text/csv; charset=utf-8', named(name, period, 'csv'), false);

/** One table of a report, to be saved. @param name `boxes`, as the file is called */
export const asCsv = (name: string, sheet: Sheet | undefined, period: Period): FileMade =>
  csv(name, period, sheet ? csvOf(sheet) : '');

/** What belongs to a CSV and does not stand in it: its programme and period, how complete it is, what its words mean. */
export const asNotes = (name: string, { title, notes, definitions }: Omit<Report, 'sheets'>): FileMade =>
  csv(`${name}-notes`, notes, notesCsv(title, notes, definitions));

/** The notes of a report whose figures are not asked for. They hold none, so that no export is logged. */
export async function notesAlone(
  parts: ReportParts,
  { rights }: Caller,
  asked: Period,
  name: string,
  about: Pick<Report, 'title' | 'definitions'>,
): Promise<FileMade> {
  const period = periodOf(asked);
  return asNotes(name, { ...about, notes: await parts.store.report((db) => notesFor(parts, db, rights, period)) });
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All of a report, to be saved. */
export const asWorkbook = async (name: string, report: Report): Promise<FileMade> =>
  new FileMade(await workbookOf(report), workbookType, named(name, report.notes, 'xlsx'), true);
