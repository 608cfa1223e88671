import { type Heading, headingIn, splitsAtDoubleColons } from './headings.ts';

/** A workbook as plain rows, and each of its sheets as a table under headings. */

/** A cell as a spreadsheet holds it. */
export type SheetCell = string | number | boolean | Date | null | undefined;

/** Rows of cells by the name of their sheet; the first row is row 1, and empty rows stand there as empty ones. */
export type Workbook = Readonly<Record<string, readonly (readonly SheetCell[])[]>>;

/** Where something stands, as people see it in a spreadsheet: `{ sheet: 'survey', row: 4, column: 'C' }`. */
export type CellPlace = { readonly sheet: string; readonly row: number; readonly column: string };

/** A column that has a heading. */
export type SheetColumn = Heading & { readonly letter: string };

/** What stands in one cell; never nothing. */
export type FilledCell = { readonly at: CellPlace; readonly text: string; readonly column: SheetColumn };

/** A row that holds something. */
export type SheetRow = {
  readonly row: number;
  readonly cells: readonly FilledCell[];
};

/** A sheet under its headings. */
export type SheetTable = {
  readonly sheet: string;
  /** Which row the headings are. */
  readonly heading: number;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
};

/** What a cell says, without what stands round it and is not seen. `1` → `"1"`, a date → `"2026-11-22"` */
export function textOf(cell: SheetCell): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell)
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/^[\s\u200B\u2060\uFEFF]+|[\s\u200B\u2060\uFEFF]+$/g, '');
}

/** A spreadsheet's date has no time zone; without a time of day it is a day. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = date.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day} ${time.slice(0, 5)}`;
}

/** `0` → `A`, `26` → `AA` */
export function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

/** The name a sheet goes by: case and spaces do not matter. */
const plainName = (name: string): string => name.trim().toLowerCase();

/** The sheet of a name; undefined where there is none or nothing stands in it. */
export function tableIn(workbook: Workbook, name: string): SheetTable | undefined {
  const [sheet, rows = []] = Object.entries(workbook).find(([each]) => plainName(each) === name) ?? [];
  const heading = rows.findIndex((cells) => cells.some((cell) => textOf(cell) !== ''));
  if (sheet === undefined || heading < 0) return undefined;
  const headings = Array.from(rows[heading] ?? [], textOf);
  const double = splitsAtDoubleColons(headings);
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const columns = Array.from({ length: width }, (_, at) => ({
    ...headingIn(headings[at] ?? '', name, double),
    letter: letterOf(at),
  }));
  return {
    ...{ sheet: name, heading: heading + 1 },
    columns: columns.filter((column) => column.words !== ''),
    rows: rows.slice(heading + 1).flatMap((cells, at) => {
      const row = heading + 2 + at;
      const filled = columns.flatMap((column, each): FilledCell[] => {
        const text = textOf(cells[each]);
        return text === '' ? [] : [{ at: { sheet: name, row, column: column.letter }, text, column }];
      });
      return filled.length === 0 ? [] : [{ row, cells: filled }];
    }),
  };
}

/** Sheets that hold something, by the name they go by. */
export const sheetNames = (workbook: Workbook): string[] =>
  Object.entries(workbook)
    .filter(([, rows]) => rows.some((cells) => cells.some((cell) => textOf(cell) !== '')))
    .map(([name]) => name);

/** What stands in a row under a role, whatever its language; undefined for nothing. */
export const cellOf = ({ cells }: SheetRow, role: string): FilledCell | undefined =>
  cells.find(({ column }) => column.role === role);

/** The column of a role, or the first one where there is none: where something should stand and does not. */
export const placeFor = ({ sheet, columns, heading }: SheetTable, role: string, row = heading): CellPlace => ({
  ...{ sheet, row },
  column: columns.find((column) => column.role === role)?.letter ?? 'A',
});
