import { byteOrderMark, type Cell, csvLine } from '#domain/csv.ts';
import { type Definitions, type Notes, noteLines } from './notes.ts';

/** One table of a report, whatever it is written as. */

/** What stands in a column: a title that a spreadsheet's formulas can rely on, the cell, and what kind of time it is if one. */
export type Column<Line> = readonly [title: string, of: (line: Line) => Cell, is?: 'day' | 'instant'];

export type Sheet = {
  /** Names the table in an address and on a tab: `partners`. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly is: 'day' | 'instant' | undefined }[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is what all the others come to. */
  readonly totalled: boolean;
};

/** @param total what the lines come to, as a line of its own under them */
export function sheetOf<Line>(
  name: string,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
  total?: Line,
): Sheet {
  return {
    name,
    columns: columns.map(([title, , is]) => ({ title, is })),
    rows: [...lines, ...(total === undefined ? [] : [total])].map((line) => columns.map(([, of]) => of(line))),
    totalled: total !== undefined,
  };
}

/** As CSV: the data from the first line on, a blank line, and the notes. */
export function csvOf({ columns, rows }: Sheet, notes: Notes, definitions: Definitions): string {
  return [
    byteOrderMark,
    csvLine(columns.map(({ title }) => title)),
    ...rows.map(csvLine),
    '\r\n',
    ...noteLines(notes, definitions).map(csvLine),
  ].join('');
}
