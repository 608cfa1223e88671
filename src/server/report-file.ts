import type { Context } from 'hono';
import type { Right } from '#domain/access.ts';
import type { Notes } from '#domain/reports/notes.ts';
import { csvOf, type Sheet } from '#domain/reports/sheet.ts';
import { toInstant } from '#domain/time.ts';
import { fileAnswer, textAnswer } from './answer.ts';
import { audit } from './audit.ts';
import type { Caller } from './caller.ts';
import { phonesFor, unsentOf } from './fleet.ts';
import { namesOf } from './members.ts';
import type { Parts } from './parts.ts';
import type { Period } from './report-rows.ts';
import type { Db } from './store.ts';
import { type Report, workbookOf } from './workbook.ts';

/** What every report has: its notes, its line in the log, and the files it is handed out as. */

/** @param db the snapshot the figures are read from */
export async function notesFor(parts: Parts, db: Db, rights: readonly Right[], period: Period): Promise<Notes> {
  const { store, now } = parts;
  const programme = (await namesOf(db, store.programme, 'programme')).get(store.programme) ?? '';
  return { programme, ...period, dataAsAt: toInstant(now()), ...unsentOf(await phonesFor(parts, db, rights)) };
}

/** Every export is in the log, one with names also with its reason. @param what `sessions` */
export const logExport = (
  { store, now }: Parts,
  { member, device }: Caller,
  what: string,
  detail: Readonly<Record<string, unknown>>,
): Promise<void> =>
  store.write((db) => audit(db, now(), { actor: member, action: `export ${what}`, detail: { device, ...detail } }));

const named = (name: string, { from, to }: Period, ending: string) => ({
  'Content-Disposition': `attachment; filename="bandstand-${name}-${from}-${to}.${ending}"`,
});

/** One table of a report, to be saved. @param name `boxes`, as the file is called */
export const asCsv = (
  context: Context,
  name: string,
  sheet: Sheet | undefined,
  { notes, definitions }: Pick<Report, 'notes' | 'definitions'>,
): Promise<Response> =>
  textAnswer(
    context,
    sheet ? csvOf(sheet, notes, definitions) : '',
    'text/csv; charset=utf-8',
    named(name, notes, 'csv'),
  );

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** All of a report, to be saved. */
export const asWorkbook = async (context: Context, name: string, report: Report): Promise<Response> =>
  fileAnswer(context, await workbookOf(report), workbookType, named(name, report.notes, 'xlsx'));
