import { dataPackageOf, type PackageHead } from '#domain/reports/data-package.ts';
import type { Notes } from '#domain/reports/notes.ts';
import type { Partner, Period } from '#domain/reports/report.ts';
import { csvOf, notesCsv, type Sheet } from '#domain/reports/sheet.ts';
import { toInstant } from '#domain/time.ts';
import { FileMade } from '#server/answer.ts';
import { phonesOf, unsentOf } from '#server/fleet.ts';
import { namesOf } from '#server/members.ts';
import { zipOf } from '#server/papers/xml.ts';
import type { ReportParts } from '#server/parts.ts';
import type { Db } from '#server/store.ts';
import { erasedCount } from './reading.ts';
import { type Book, workbookOf } from './workbook.ts';

/** The notes of a report, and the files it is handed out as. */

/** @param db the snapshot the figures are read from @param partners whose figures they are */
export async function notesFor(
  parts: ReportParts,
  db: Db,
  partners: readonly Pick<Partner, 'id' | 'families'>[],
  period: Period,
): Promise<Notes> {
  const { store, now } = parts;
  const programme = (await namesOf(db, store.programme, 'programme')).get(store.programme) ?? '';
  const { from, to } = period;
  const erased = await erasedCount(db, store.programme, partners);
  const own = partners.map(({ id }) => id);
  const unsent = unsentOf(await phonesOf(parts, db, own));
  return { programme, from, to, dataAsAt: toInstant(now()), ...unsent, ...(erased > 0 && { erased }) };
}

export const csvType = 'text/csv; charset=utf-8';
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const packageType = 'application/zip';

/** What a file of a period is called. @param name `boxes-weeks` */
export const fileHeaders = (name: string, { from, to }: Period, ending: string) => ({
  'Content-Disposition': `attachment; filename="bandstand-${name}-${from}-${to}.${ending}"`,
});

const csv = (name: string, period: Period, text: string): FileMade =>
  new FileMade(new TextEncoder().encode(text), csvType, fileHeaders(name, period, 'csv'), false);

/** One table of a report, to be saved. @param name `boxes`, as the file is called */
export const asCsv = (name: string, sheet: Sheet, period: Period): FileMade => csv(name, period, csvOf(sheet));

/** What belongs to a CSV and does not stand in it: its programme and period, how complete it is, what its words mean. */
export const asNotes = (name: string, { title, notes, definitions }: Omit<Book, 'sheets'>): FileMade =>
  csv(`${name}-notes`, notes, notesCsv(title, notes, definitions));

/** All of a report, to be saved. */
export const asWorkbook = async (name: string, book: Book): Promise<FileMade> =>
  new FileMade(await workbookOf(book), workbookType, fileHeaders(name, book.notes, 'xlsx'), true);

/** The same for programs. */
export const asPackage = (name: string, sheets: readonly Sheet[], head: PackageHead): FileMade =>
  new FileMade(zipOf(dataPackageOf(head, sheets)), packageType, fileHeaders(name, head.notes, 'zip'), true);
