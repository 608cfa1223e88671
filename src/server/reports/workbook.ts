import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/node';
import type { Cell } from '#domain/reports/csv.ts';
import { type Definitions, erasedWords, type Notes, timesOfDay } from '#domain/reports/notes.ts';
import { capital, headingWords, inWords, type Sheet, sumsOf, type TableColumn } from '#domain/reports/sheet.ts';
import { clockAt } from '#domain/time.ts';
import { printed } from './printed.ts';

/**
 * A report as a workbook: a cover, what its words mean, and a sheet for each table. Numbers are numbers and days are dates;
 * everything else is text and says so, so that nothing in it is ever run. No cells are merged.
 */

/** What a workbook holds: its tables, and what a reader needs to trust them. */
export type Book = {
  /** `Boxes given out`: what stands on the cover. */
  readonly title: string;
  readonly sheets: readonly Sheet[];
  readonly notes: Notes;
  readonly definitions: Definitions;
};

/** The bytes of an XLSX file: a cover, a page for each table, notes and definitions. */
export async function workbookOf({ title, sheets: tables, notes, definitions }: Book): Promise<Uint8Array> {
  const sheets = tables.map(idsLast);
  const pages = [
    {
      sheet: 'About',
      data: cover(title, sheets, notes),
      columns: [{ width: 34 }, { width: 60 }],
      showGridLines: false,
      orientation,
    },
    {
      sheet: 'Definitions',
      data: [headings(['Word', 'Meaning'], meanings), ...definitions.map((each) => inLines(each, meanings))],
      columns: meanings.map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation,
    },
    ...sheets.map((sheet) => ({
      sheet: capital(sheet.name),
      data: tableOf(sheet),
      columns: widthsOf(sheet).map((width) => ({ width })),
      stickyRowsCount: 1,
      orientation,
    })),
  ];
  const none = { sheet: '', columns: 0, rows: 0 };
  const reaches = sheets.map(({ name, columns, rows, totalled }) => ({
    sheet: capital(name),
    columns: columns.length,
    rows: 1 + rows.length - Number(totalled),
  }));
  const foot = `${title}, ${notes.programme}, ${notes.from} to ${notes.to}, data as at ${clockAt(notes.dataAsAt)}`;
  const features = [printed([none, none, ...reaches], foot)];
  return writeExcelFile(pages, { fontFamily: 'Calibri', fontSize: 11, features }).toBuffer();
}

/** A paper is wider than it is high; with it the library says how a sheet prints at all. */
const orientation = 'landscape' as const;

/** What people read comes first, and ids that only a machine reads last. */
function idsLast({ columns, rows, ...rest }: Sheet): Sheet {
  const isId = (at: number) => columns[at]?.is === 'id';
  const order = columns.map((_, at) => at).sort((a, b) => Number(isId(a)) - Number(isId(b)) || a - b);
  const inOrder = <T>(cells: readonly T[]): T[] => order.flatMap((at) => cells.slice(at, at + 1));
  return { ...rest, columns: inOrder(columns), rows: rows.map(inOrder) };
}

/** `@` keeps it text when somebody edits the cell: `=1+1` stays four letters. */
const text = (value: string, wrap = false): CellObject => ({
  value,
  type: String,
  format: '@',
  ...(wrap && { wrap: true, alignVertical: 'top' }),
});

/** Points. Not every program makes a row as high as what is in it. */
const lineHeight = 16;
/** How wide a word and its meaning stand. */
const meanings = [34, 100];

/** In how many lines some words stand. @param width of their column, in characters */
const linesOf = (words: string, width = 1): number =>
  words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);

/** The height of a row, in which words go on in further lines. */
const heightOf = (words: readonly string[], widths: readonly number[]): number =>
  Math.max(1, ...words.map((each, at) => linesOf(each, widths[at]))) * lineHeight;

const inLines = (words: readonly string[], widths: readonly number[]): CellObject[] =>
  words.map((each) => ({ ...text(each, true), height: heightOf(words, widths) }));

/** @param right whether what stands under a heading does so on the right */
const headings = (
  titles: readonly string[],
  widths: readonly number[],
  right: (at: number) => boolean = () => false,
): CellObject[] =>
  inLines(titles, widths).map((cell, at) => ({
    ...cell,
    ...(right(at) && { align: 'right' }),
    alignVertical: 'bottom',
    fontWeight: 'bold',
    bottomBorderStyle: 'medium',
  }));

function cover(title: string, sheets: readonly Sheet[], notes: Notes): SheetData {
  const { programme, from, to, dataAsAt, phonesWithUnsent, oldestUnsentAt, erased } = notes;
  const line = (words: string, value: CellObject) => [{ ...text(words), fontWeight: 'bold' as const }, value];
  return [
    [{ ...text(title), fontWeight: 'bold', fontSize: 16 }],
    [],
    line('Programme', text(programme)),
    line('From', day(from)),
    line('To, included', day(to)),
    line('Data as at', clock(clockAt(dataAsAt))),
    line('Phones with records not sent yet', { value: phonesWithUnsent, type: Number, align: 'left' }),
    line('Oldest record not sent yet', oldestUnsentAt === null ? text('none') : clock(clockAt(oldestUnsentAt))),
    ...(erased === undefined ? [] : [line('People erased', text(erasedWords(erased)))]),
    line('Times of day', text(timesOfDay)),
    line('Sheets', text(['Definitions', ...sheets.map(({ name }) => capital(name))].join(', '))),
  ];
}

/** A spreadsheet counts its days from here; earlier ones it cannot write. */
const firstDate = Date.UTC(1900, 2, 1);

/** A spreadsheet's date has no time zone: it is given the day and time people saw there. */
function date(wallClock: string, format: string, stored: string): CellObject {
  const value = new Date(`${wallClock}Z`);
  // What is no date stands there as it was stored, for people to see: it must not cost the file.
  if (!(value.getTime() >= firstDate)) return text(stored);
  return { value, type: Date, format, align: 'left' };
}
const day = (value: string): CellObject => date(`${value}T00:00:00.000`, 'yyyy-mm-dd', value);
/** @param value `2026-11-22 16:02` */
const clock = (value: string): CellObject => date(`${value.replace(' ', 'T')}:00.000`, 'yyyy-mm-dd hh:mm', value);

/** With what its columns come to under it, as a number and no formula. */
function tableOf(sheet: Sheet): SheetData {
  const { columns, rows, totalled } = sheet;
  const widths = widthsOf(sheet);
  const cells = (row: readonly Cell[]) => {
    const words = row.map((value, at) => (typeof value === 'string' ? String(inWords(value, columns[at])) : ''));
    const height = heightOf(words, widths);
    return row.map((value, at) => {
      const cell = cellOf(value, columns[at], height > lineHeight);
      return cell && { ...cell, height };
    });
  };
  const total = totalled ? rows.at(-1) : sumsOf(sheet);
  const under = total && cells(total).map((cell) => cell && { ...cell, ...asTotal });
  return [
    headings(
      columns.map(({ title }) => headingWords(title)),
      widths,
      (at) => rows.some((row) => typeof row[at] === 'number'),
    ),
    ...(totalled ? rows.slice(0, -1) : rows).map(cells),
    ...(under ? [under] : []),
  ];
}

const asTotal = { fontWeight: 'bold', topBorderStyle: 'double' } as const;

function cellOf(value: Cell, column: TableColumn | undefined, wrap: boolean): CellObject | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number')
    return { value, type: Number, ...(column?.is === 'change' && { format: '+0.##;-0.##;0' }) };
  if (typeof value === 'boolean') return { value, type: Boolean };
  if (column?.is === 'day') return day(value);
  if (column?.is === 'instant') return clock(value);
  // A number that may not be told stands where the numbers do.
  const isFigure = column?.is === 'sum' || column?.is === 'change';
  return isFigure ? { ...text(value), align: 'right' } : text(String(inWords(value, column)), wrap);
}

/** Characters: as wide as the longest cell and the longest word of the heading, within what fits a screen. */
function widthsOf({ columns, rows }: Sheet): number[] {
  return columns.map((column, at) => {
    const shown = (value: Cell) => (column.is === 'instant' ? 16 : String(inWords(value, column) ?? '').length);
    const longest = rows.reduce((most, row) => Math.max(most, shown(row[at])), 0);
    const words = headingWords(column.title).split(' ');
    // The button of the filter stands beside the heading.
    return Math.min(50, Math.max(longest + 2, ...words.map((word) => word.length + 4)));
  });
}
