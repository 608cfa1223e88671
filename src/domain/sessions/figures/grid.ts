/** Rows by columns, added up; and beside them what everything comes to, which rows that share somebody come to more than. */

/** A table added up. Keys are codes of rows and columns. */
export type Cross = {
  /** In the order they were met. */
  readonly rows: readonly string[];
  readonly at: (row: string, column: string) => number;
  readonly ofRow: (row: string) => number;
  readonly ofColumn: (column: string) => number;
  readonly all: number;
  /** By how much the rows come to more than all: who is in several of them is once in all. */
  readonly twice: (column: string) => number;
  readonly twiceInAll: number;
};

const sumOf = (numbers: Iterable<number>): number => {
  let sum = 0;
  for (const n of numbers) sum += n;
  return sum;
};

/** An empty table. */
export function grid() {
  const cells = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  const add = (into: Map<string, number>, key: string, n: number) => into.set(key, (into.get(key) ?? 0) + n);
  const at = (row: string, column: string) => cells.get(row)?.get(column) ?? 0;
  const ofRow = (row: string) => sumOf(cells.get(row)?.values() ?? []);
  return {
    /** Adds to a column once, and to each of these rows. */
    add(rows: readonly string[], column: string, n: number): void {
      add(totals, column, n);
      for (const row of rows) this.addTo(row, column, n);
    },
    /** Adds to a row what stands in the total already. */
    addTo(row: string, column: string, n: number): void {
      const own = cells.get(row) ?? new Map<string, number>();
      cells.set(row, own);
      add(own, column, n);
    },
    cross(): Cross {
      const rows = [...cells.keys()];
      const all = sumOf(totals.values());
      const ofColumn = (column: string) => totals.get(column) ?? 0;
      return {
        ...{ rows, at, ofRow, ofColumn, all },
        twice: (column) => sumOf(rows.map((row) => at(row, column))) - ofColumn(column),
        twiceInAll: sumOf(rows.map(ofRow)) - all,
      };
    },
  };
}
