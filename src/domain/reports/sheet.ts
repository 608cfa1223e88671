import { type Code, tallyBands, wordsOf } from '#domain/codes.ts';
import { byteOrderMark, type Cell, csvLine } from './csv.ts';
import { type Definitions, type Notes, noteLines } from './notes.ts';
import { wallClock } from './wall-clock.ts';

/** One table of a report, whatever it is written as. */

/**
 * A day, an instant (written by the clock of the place), an id that only a machine reads, a figure that adds up down the column, or how
 * much one changed: people see it with its sign.
 */
export type ColumnKind = 'day' | 'instant' | 'id' | 'sum' | 'change';

/**
 * What stands in a column: a title that a spreadsheet's formulas can rely on, the cell, and what kind it is if a special one. Of a code the
 * list it is from: a CSV keeps the code, and people read its words.
 */
export type Column<Line> = readonly [title: string, of: (line: Line) => Cell, is?: ColumnKind | readonly Code[]];

/** A column of a table as it is written down. */
export type TableColumn = {
  readonly title: string;
  readonly is: ColumnKind | undefined;
  readonly codes: readonly Code[] | undefined;
};

/** One table of a report, ready to be drawn, printed or written to a file. */
export type Sheet = {
  /** Names the table in an address and on a tab: `partners`. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  /** Days and instants as text, by the clock of the place: `2026-11-22`, `2026-11-22 16:02`. */
  readonly rows: readonly (readonly Cell[])[];
  /** The last row is what all the others come to. */
  readonly totalled: boolean;
  /** The columns that no two rows share, whatever the records are. */
  readonly key?: readonly string[];
};

/** The columns of a table, whatever its lines are. */
export const columnsOf = <Line>(columns: readonly Column<Line>[]): TableColumn[] =>
  columns.map(([title, , is]) =>
    is === undefined || typeof is === 'string' ? { title, is, codes: undefined } : { title, is: undefined, codes: is },
  );

/** The cells of a line. */
export const cellsOf = <Line extends object>(columns: readonly Column<Line>[], line: Line): Cell[] =>
  columns.map(([, of, is]) => (is === 'instant' ? atPlace(of(line), line) : of(line)));

/** @param total what the lines come to, as a line of its own under them */
export function sheetOf<Line extends object>(
  name: string,
  columns: readonly Column<Line>[],
  lines: readonly Line[],
  total?: Line,
): Sheet {
  return {
    name,
    columns: columnsOf(columns),
    rows: [...lines, ...(total === undefined ? [] : [total])].map((line) => cellsOf(columns, line)),
    totalled: total !== undefined,
  };
}

/** One time in every file: that of the place, which a line says with its zone. */
const atPlace = (instant: Cell, line: object): Cell =>
  typeof instant === 'string' && instant !== ''
    ? wallClock(instant, 'zone' in line && typeof line.zone === 'string' ? line.zone : undefined)
    : instant;

/** A cell for people: the words of a code. */
export const inWords = (cell: Cell, column: TableColumn | undefined): Cell =>
  column?.codes && typeof cell === 'string' ? wordsOf(column.codes, cell) : cell;

/** What the columns that add up come to, under the words that say of how many rows; undefined where none does, where there is one row, or the last one says it. */
export function sumsOf({ columns, rows, totalled }: Sheet): Cell[] | undefined {
  const adds = columns.map(
    ({ is }, at) => is === 'sum' && rows.every((row) => typeof row[at] !== 'string' || row[at] === ''),
  );
  if (totalled || rows.length < 2 || !adds.includes(true)) return undefined;
  const named = columns.findIndex(({ is }) => is !== 'sum' && is !== 'id');
  return columns.map((_, at) => {
    if (adds[at]) return rows.reduce((sum, row) => sum + (Number(row[at]) || 0), 0);
    return at === named ? `All ${rows.length}` : '';
  });
}

/** `attendances_10-12` → `Attendances, 10–12`; `planned_start` → `Planned start`. A CSV keeps the names as they are. */
export function headingWords(title: string): string {
  const band = tallyBands.find(([code]) => title.endsWith(`_${code}`));
  return band ? `${capital(title.slice(0, -band[0].length - 1))}, ${band[1]}` : capital(title.replaceAll('_', ' '));
}

/** With its first letter in capitals. */
export const capital = (name: string): string => `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`;

/** The headings and the rows as lines, for a program. */
export const csvLines = ({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): string =>
  [csvLine(columns.map(({ title }) => title)), ...rows.map(csvLine)].join('');

/** As CSV: the headings and the rows, and nothing that a machine would take for one. */
export const csvOf = (sheet: Pick<Sheet, 'columns' | 'rows'>): string => byteOrderMark + csvLines(sheet);

/** The rows of a table without what they come to, and that apart. */
export const apart = ({ rows, totalled }: Sheet): { readonly lines: Sheet['rows']; readonly total: Sheet['rows'] } =>
  totalled ? { lines: rows.slice(0, -1), total: rows.slice(-1) } : { lines: rows, total: [] };

/** What belongs to a report, as a CSV of its own: a word and what it means. */
export const notesCsv = (title: string, notes: Notes, definitions: Definitions): string =>
  [byteOrderMark, csvLine(['note', 'meaning']), ...noteLines(title, notes, definitions).map(csvLine)].join('');
