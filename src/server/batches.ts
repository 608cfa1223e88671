import type { CompiledQuery } from 'kysely';
import type { Db } from './store.ts';

/**
 * Many rows or ids in few statements. Building a statement of 200 rows costs more than running it, so each is built once per
 * number of rows and run again with other values.
 */

/** Rows of one statement; a rest is done in the next smaller size. Below every database's limit of values. */
const sizes = [200, 50, 10, 1] as const;

/** A statement that inserts rows, built from examples and reused. Every row has the same columns in the same order. */
export function batchInsert<Row extends object>(build: (db: Db, rows: Row[]) => CompiledQuery) {
  const built = new Map<number, CompiledQuery>();
  return async (db: Db, rows: readonly Row[]): Promise<void> => {
    let from = 0;
    for (const size of sizes) {
      for (; rows.length - from >= size; from += size) {
        const some = rows.slice(from, from + size);
        const query = built.get(size) ?? build(db, some);
        built.set(size, query);
        await db.executeQuery({ ...query, parameters: some.flatMap((row) => Object.values(row)) });
      }
    }
  };
}

const idsAtOnce = 200;

/** A statement that finds rows by id, built once. A last chunk is filled up by repeating an id, which finds nothing twice. */
export function batchFind<Row>(build: (db: Db, programme: string, ids: string[]) => CompiledQuery<Row>) {
  let built: CompiledQuery<Row> | undefined;
  return async (db: Db, programme: string, ids: readonly string[]): Promise<Row[]> => {
    const found: Row[] = [];
    for (let from = 0; from < ids.length; from += idsAtOnce) {
      const some = Array.from({ length: idsAtOnce }, (_, at) => ids[from + at] ?? ids[from] ?? '');
      built ??= build(db, programme, some);
      const { rows } = await db.executeQuery<Row>({ ...built, parameters: [programme, ...some] });
      found.push(...rows);
    }
    return found;
  };
}
