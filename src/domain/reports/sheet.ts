import { tallyBands } from '#domain/codes.ts';
import { clockAt } from '#domain/time.ts';
import { byteOrderMark, type Cell, csvLine } from './csv.ts';
import { type Definitions, type Notes, noteLines } from './notes.ts';

/** One table of a report, whatever it is written as. */

/** A day, an instant (written by the clock of the place), an id that only a machine reads, or a figure that adds up down the column. */
export type ColumnKind = 'day' | 'instant' | 'id' | 'sum';

/** What stands in a column: a title that a spreadsheet's formulas can rely on, the cell, and what kind it is if a special one. */
export type Column<Line> = readonly [title: string, of: (line: Line) => Cell, is?: ColumnKind];

export type Sheet = {
  /** Names the table in an address and on a tab: `partners`. */
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly is: ColumnKind | undefined }[];
  /** Days and instants as text, by the clock of the place: `2026-11-22`, `2026-11-22 16:02`. */
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is what all the others come to. */
  readonly totalled: boolean;
};

/** @param total what the lines come to, as a line of its own under them */
export function sheetOf<Line extends object>(
  name: string,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
  total?: Line,
): Sheet {
  return {
    name,
    columns: columns.map(([title, , is]) => ({ title, is })),
    rows: [...lines, ...(total === undefined ? [] : [total])].map((line) =>
      columns.map(([, of, is]) => (is === 'instant' ? atPlace(of(line), line) : of(line))),
    ),
    totalled: total !== undefined,
  };
}

/** One time in every file: that of the place, which a line says with its zone. */
const atPlace = (instant: Cell, line: object): Cell =>
  typeof instant === 'string' && instant !== ''
    ? clockAt(instant, 'zone' in line && typeof line.zone === 'string' ? line.zone : undefined)
    : instant;

/** `attendances_10-12` → `Attendances, 10–12`; `planned_start` → `Planned start`. A CSV keeps the names as they are. */
export function headingWords(title: string): string {
  const band = tallyBands.find(([code]) => title.endsWith(`_${code}`));
  return band ? `${capital(title.slice(0, -band[0].length - 1))}, ${band[1]}` : capital(title.replaceAll('_', ' '));
}

/** With its first letter in capitals. */
export const capital = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;

/** As CSV: the headings and the rows, and nothing that a machine would take for one. */
export const csvOf = ({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string =>
  [byteOrderMark, csvLine(columns.map(({ title }) => title)), ...rows.map(csvLine)].join('');

/** What belongs to a report, as a CSV of its own: a word and what it means. */
export const notesCsv = (title: string, notes: Notes, definitions: Definitions): string =>
  [byteOrderMark, csvLine(['note', 'meaning']), ...noteLines(title, notes, definitions).map(csvLine)].join('');
