import type { CountedCell, Linked, Sum } from '#domain/reports/disclosure/linked.ts';
import type { ShownNumber } from '#domain/reports/disclosure/shown.ts';
import { shownWords } from '#domain/reports/disclosure/shown.ts';

/** Tables for tests: rows of numbers with their margins, keys `row/column`. */

export const total = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

/** A table with its margins. @param name before each key: tables of one name and one row share their margins */
export function grid(rows: readonly (readonly number[])[], name = ''): Linked {
  const columns = [...(rows[0] ?? []).keys()];
  const at = (row: number | 'all', column: number | 'all') => `${name}${row}/${column}`;
  const cells: CountedCell[] = [
    ...rows.flatMap((row, r) => [...row.map((n, c) => ({ key: at(r, c), n })), { key: at(r, 'all'), n: total(row) }]),
    ...columns.map((c) => ({ key: at('all', c), n: total(rows.map((row) => row[c] ?? 0)) })),
    { key: at('all', 'all'), n: total(rows.flat()) },
  ];
  const sums: Sum[] = [
    ...rows.map((row, r) => ({ total: at(r, 'all'), parts: row.map((_, c) => at(r, c)) })),
    ...columns.map((c) => ({ total: at('all', c), parts: rows.map((_, r) => at(r, c)) })),
    { total: at('all', 'all'), parts: rows.map((_, r) => at(r, 'all')) },
    { total: at('all', 'all'), parts: columns.map((c) => at('all', c)) },
  ];
  return { cells, sums };
}

/** How a table stands on paper, margins included. */
export function onPaper(
  rows: readonly (readonly number[])[],
  shown: ReadonlyMap<string, ShownNumber>,
): (string | number)[][] {
  const columns = [...(rows[0] ?? []).keys(), 'all'];
  return [...rows.keys(), 'all'].map((row) =>
    columns.map((c) => shownWords(shown.get(`${row}/${c}`) ?? 'not-recorded')),
  );
}

/** Numbers by lot that are the same at every run. */
export function lot(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
