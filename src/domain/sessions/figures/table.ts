import type { CountedCell, Linked, Sum } from '#domain/reports/disclosure/linked.ts';
import type { ShownNumber } from '#domain/reports/disclosure/shown.ts';
import type { Cross } from './grid.ts';

/** A table of figures as somebody may see it. */

/** One row, or what all of them come to. */
export type ShownRow = { readonly cells: readonly ShownNumber[]; readonly all: ShownNumber };

/** In place of a code: all of them. */
export const all = '*';
/** A cell by what is counted, its row and its column. */
export const cellKey = (of: string, row: string, column: string): string => `${of} ${row}|${column}`;

/** Every number of a table and every sum it holds. @param of what is counted @param columns none where a row is one number */
export function linkedOf(of: string, cross: Cross, rows: readonly string[], columns: readonly string[]): Linked {
  const cells: CountedCell[] = [];
  const sums: Sum[] = [];
  const at = (row: string, column: string) => (column === all ? cross.ofRow(row) : cross.at(row, column));
  for (const column of [...columns, all]) {
    const total = { key: cellKey(of, all, column), n: column === all ? cross.all : cross.ofColumn(column) };
    const own = rows.map((row) => ({ key: cellKey(of, row, column), n: at(row, column) }));
    cells.push(total, ...own);
    const parts = own.map(({ key }) => key);
    if (!mayShare(cross)) sums.push({ total: total.key, parts });
    else {
      // Rows that share somebody come to more than all. By how much is shown nowhere.
      const [more, sum] = [cellKey(of, 'more', column), cellKey(of, 'sum', column)];
      sums.push({ total: sum, parts }, { total: sum, parts: [total.key, more] });
    }
  }
  if (columns.length > 0) {
    for (const row of [...rows, all])
      sums.push({ total: cellKey(of, row, all), parts: columns.map((column) => cellKey(of, row, column)) });
  }
  return { cells, sums };
}

/** Whether any row shares somebody with another. */
export const mayShare = ({ twiceInAll }: Cross): boolean => twiceInAll > 0;

/** Several tables that are given away together; a cell of one key is one number. */
export function together(...tables: readonly Linked[]): Linked {
  const cells = new Map(tables.flatMap(({ cells: own }) => own.map((cell) => [cell.key, cell] as const)));
  const within = tables.flatMap(({ within: own = [] }) => own);
  return { cells: [...cells.values()], sums: tables.flatMap(({ sums }) => sums), within };
}

/** The rows of a table and their total, out of everything that is shown. */
export function shownRows(
  shown: ReadonlyMap<string, ShownNumber>,
  of: string,
  rows: readonly string[],
  columns: readonly string[],
): { readonly lines: readonly ShownRow[]; readonly total: ShownRow } {
  const row = (code: string): ShownRow => ({
    cells: columns.map((column) => shown.get(cellKey(of, code, column)) ?? 'not-recorded'),
    all: shown.get(cellKey(of, code, all)) ?? 'not-recorded',
  });
  return { lines: rows.map(row), total: row(all) };
}
