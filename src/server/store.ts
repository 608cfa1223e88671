import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql, type Transaction } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { migrate } from './migrations/run.ts';
import type { Tables } from './tables.ts';

/** What a query runs on: the reader, or the transaction in hand. */
export type Db = Kysely<Tables> | Transaction<Tables>;

/**
 * The database: a connection that writes, one that reads and one for reports, which may take seconds and must not hold up a
 * phone. Kysely hands a connection to one caller at a time, so on
 * each of them a transaction is over before the next begins, and a reader never sees the middle of a write.
 */
export type Store = {
  readonly programme: string;
  /** For single statements. Opened read-only: a write through it fails. */
  readonly reader: Kysely<Tables>;
  /** Several reads that must agree: one snapshot. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** As `read`, for what goes through a whole period. */
  report<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Everything or nothing. Holds SQLite's one write lock from the start, so nothing read inside can be overtaken. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Opens DATA_DIR/bandstand.sqlite, making folder, file and tables where they are missing. */
export async function openStore(dataDir: string): Promise<Store> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'bandstand.sqlite');
  const writer = kyselyOn(connect(file, false));
  await migrate(writer);
  const programme = await within(writer, 'begin immediate', (db) => findHead(db, join(dataDir, 'generation')));
  const reader = kyselyOn(connect(file, true));
  const reporter = kyselyOn(connect(file, true));
  return {
    programme,
    reader,
    read: (work) => within(reader, 'begin', work),
    report: (work) => within(reporter, 'begin', work),
    write: (work) => within(writer, 'begin immediate', work),
    close: async () => {
      await reporter.destroy();
      await reader.destroy();
      await writer.destroy();
    },
  };
}

function connect(file: string, readonly: boolean): SqliteDatabase.Database {
  const database = new SqliteDatabase(file, { readonly, timeout: 5000 });
  if (!readonly) database.pragma('journal_mode = WAL');
  // A commit is on the disk before it is answered: a phone lets go of what the server says it has.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // Written back every 16 MB: pages that change often are then copied once for many commits.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('cache_size = -16000');
  return database;
}

/** Statements are kept prepared: parsing a multi-row insert costs more than running it. */
function kyselyOn(database: SqliteDatabase.Database): Kysely<Tables> {
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
function within<T>(on: Kysely<Tables>, begin: string, work: (db: Db) => Promise<T>): Promise<T> {
  return on.connection().execute(async (db) => {
    await sql.raw(begin).execute(db);
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

function ignoreNoTransaction(failure: unknown): void {
  if (!(failure instanceof Error && failure.message.includes('no transaction is active'))) throw failure;
}

/** The programme's id. A generation that is not the one in the file beside the database means a copy was put back: a new epoch. */
async function findHead(db: Db, generationFile: string): Promise<string> {
  const head = await db.selectFrom('head').selectAll().executeTakeFirst();
  const beside = existsSync(generationFile) ? readFileSync(generationFile, 'utf8').trim() : '';
  if (head && head.generation === beside) return head.programme;
  const programme = head?.programme ?? uuidv7();
  const generation = crypto.randomUUID();
  const epoch = crypto.randomUUID();
  if (head) await db.updateTable('head').set({ generation, epoch }).execute();
  else await db.insertInto('head').values({ programme, seq: 0, epoch, generation }).execute();
  writeFileSync(`${generationFile}.new`, generation, { mode: 0o600 });
  renameSync(`${generationFile}.new`, generationFile);
  return programme;
}
