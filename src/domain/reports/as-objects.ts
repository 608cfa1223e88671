import * as v from 'valibot';
import { list, number, object, text, truth } from './answer.ts';
import type { Cell } from './csv.ts';
import { notesSchema } from './notes.ts';
import { apart, type Sheet } from './sheet.ts';

/** A report as JSON for a program: each row an object, by the names of its columns. */

const row = v.record(text, v.nullable(v.union([text, number, truth])));

/** What is answered at `/api/exports/….json`. */
export const objectsSchema = object({
  title: text,
  notes: notesSchema,
  definitions: list(v.pipe(v.tuple([text, text]), v.readonly())),
  /** By the name of the table. */
  tables: v.record(text, object({ rows: list(row), total: v.nullable(row) })),
});

type Tables = v.InferOutput<typeof objectsSchema>['tables'];

/** The tables of a report, by name. An empty cell is null. */
export function tablesAsObjects(sheets: readonly Sheet[]): Tables {
  const objectOf = (sheet: Sheet, cells: readonly Cell[]) =>
    Object.fromEntries(sheet.columns.map(({ title }, at) => [title, cells[at] === '' ? null : (cells[at] ?? null)]));
  return Object.fromEntries(
    sheets.map((sheet) => {
      const { lines, total } = apart(sheet);
      const [last] = total;
      const rows = lines.map((cells) => objectOf(sheet, cells));
      return [sheet.name, { rows, total: last ? objectOf(sheet, last) : null }];
    }),
  );
}
