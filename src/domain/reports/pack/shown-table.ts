import type { Cell } from '#domain/reports/csv.ts';
import { headingWords, inWords, type Sheet, sumsOf, type TableColumn } from '#domain/reports/sheet.ts';
import { dayIn } from '#domain/time.ts';

/** A table as it stands on paper: in words, with days and numbers as people write them, and without what only a machine reads. */
export type ShownTable = {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly total: readonly string[] | undefined;
  /** Which columns hold numbers: they stand on the right. */
  readonly numbers: readonly boolean[];
};

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const changed = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });

/** `1,056`, or how much it changed: `+17`, `−9.2`. */
export const numberWords = (n: number, isChange = false): string =>
  (isChange ? changed : grouped).format(n).replace('-', '−');

function cellWords(cell: Cell, column: TableColumn | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberWords(cell, column?.is === 'change');
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  const day = column?.is === 'day' ? dayIn(cell, { day: 'numeric', month: 'short', year: 'numeric' }) : '';
  return day || String(inWords(cell, column));
}

/** A table for paper. */
export function shownTable(sheet: Sheet): ShownTable {
  const { columns, rows, totalled } = sheet;
  const kept = columns.flatMap(({ is }, at) => (is === 'id' ? [] : [at]));
  const words = (row: readonly Cell[]) => kept.map((at) => cellWords(row[at], columns[at]));
  const total = totalled ? rows.at(-1) : sumsOf(sheet);
  return {
    headings: kept.map((at) => headingWords(columns[at]?.title ?? '')),
    rows: (totalled ? rows.slice(0, -1) : rows).map(words),
    total: total && words(total),
    numbers: kept.map((at) => columns[at]?.is === 'sum' || rows.some((row) => typeof row[at] === 'number')),
  };
}
