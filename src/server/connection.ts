import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** One connection to the database, and what runs on it as a whole. */

/** What a query runs on: a connection, or the transaction in hand. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/**
 * How long SQLite itself waits for a lock of another process. It waits inside a call, and nothing else of this process runs
 * meanwhile: so hardly at all, and the rest of the waiting is done outside.
 */
const lockMs = 20;
const openingMs = 5000;

/** Throws where the file cannot be opened. One that is not there is made, unless it is only to be read. */
export function connect(file: string, readonly: boolean): SqliteDatabase.Database {
  const database = new SqliteDatabase(file, { readonly, timeout: openingMs });
  if (!readonly) database.pragma('journal_mode = WAL');
  // What is deleted is not in the file any more, and nor is where it lay.
  database.pragma('secure_delete = ON');
  // A commit is on the disk before it is answered: a phone lets go of what the server says it has.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Written back every 16 MB: pages that change often are then copied once for many commits.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('cache_size = -16000');
  return database;
}

/** From here on other callers may be waiting for this process. Called once the database has been opened and brought up to date. */
export const openToOthers = (database: SqliteDatabase.Database): void => {
  database.pragma(`busy_timeout = ${lockMs}`);
};

/** Statements are kept prepared: parsing a multi-row insert costs more than running it. */
export function kyselyOn(database: SqliteDatabase.Database): Kysely<Tables> {
  const prepared = new Map<string, SqliteDatabase.Statement<unknown[]>>();
  const prepare = (text: string) => {
    const known = prepared.get(text) ?? database.prepare<unknown[]>(text);
    if (prepared.size >= 300) prepared.clear();
    prepared.set(text, known);
    return known;
  };
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: { prepare, close: () => database.close() } }) });
}

/** Kysely's own transactions begin deferred, which takes the lock too late: at the first write, after the reads. */
export function within<T>(on: Kysely<Tables>, begin: string, work: (db: Db) => Promise<T>): Promise<T> {
  return on.connection().execute(async (db) => {
    await begun(db, begin);
    try {
      const result = await work(db);
      await sql.raw('commit').execute(db);
      return result;
    } catch (failure) {
      // SQLite has rolled back by itself after some failures; saying it again would hide the first one.
      await sql.raw('rollback').execute(db).catch(ignoreNoTransaction);
      throw failure;
    }
  });
}

const patienceMs = 5000;

/** Takes the lock. While another process holds it, everybody who only reads goes on being answered. */
async function begun(db: Db, begin: string): Promise<void> {
  const started = performance.now();
  for (;;) {
    try {
      await sql.raw(begin).execute(db);
      return;
    } catch (failure) {
      if (!codeOf(failure).startsWith('SQLITE_BUSY') || performance.now() - started > patienceMs) throw failure;
    }
    // Not in step with others who wait for it too.
    await wait(10 + Math.random() * 40);
  }
}

/** `SQLITE_FULL`, `ENOSPC`: what the system calls a failure, or nothing. */
export const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : '';

/** The disk is full, or is not to be written to: nothing a request can be blamed for. */
export const isDiskTrouble = (failure: unknown): boolean =>
  /^(SQLITE_(FULL|READONLY|IOERR|CANTOPEN)|ENOSPC|EROFS|EDQUOT)/.test(codeOf(failure));

/** Trouble that may be over by itself: what is only nice to have written is then left for later. */
export const cannotWriteNow = (failure: unknown): boolean =>
  isDiskTrouble(failure) || codeOf(failure).startsWith('SQLITE_BUSY');

function ignoreNoTransaction(failure: unknown): void {
  if (!(failure instanceof Error && failure.message.includes('no transaction is active'))) throw failure;
}
