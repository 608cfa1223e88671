import { createHmac } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import type { Kysely } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { beginChain, linkOld } from '#server/evidence/chain.ts';
import { type EvidenceKeys, openEvidenceKeys, readEvidenceKeys } from '#server/evidence/keys.ts';
import { migrate } from '#server/migrations/run.ts';
import { CannotStart } from './cannot-start.ts';
import { codeOf, connect, type Db, isDiskTrouble, kyselyOn, openToOthers, within } from './connection.ts';
import { auditKeyOf, openKeys, type ServerKeys } from './keys.ts';
import type { Tables } from './tables.ts';

export type { Db } from './connection.ts';

/** A folder of data that is only read, as reports do on a connection of their own. */
export type ReportStore = {
  readonly programme: string;
  /** For what goes through a whole period: one snapshot. */
  report<T>(work: (db: Db) => Promise<T>): Promise<T>;
};

/**
 * The database and the keys beside it: a connection that writes and one that reads. Kysely hands a connection to one caller at
 * a time, so on each of them a transaction is over before the next begins, and a reader never sees the middle of a write.
 */
export type Store = {
  readonly programme: string;
  readonly keys: ServerKeys;
  /** What signs evidence. */
  readonly evidence: EvidenceKeys;
  /** For single statements. Opened read-only: a write through it fails. */
  readonly reader: Kysely<Tables>;
  /** Several reads that must agree: one snapshot. */
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Everything or nothing. Holds SQLite's one write lock from the start, so nothing read inside can be overtaken. */
  write<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Whether the disk takes writes; looked at anew where the last one failed. */
  canWrite(): Promise<boolean>;
  /** Writes the log of the database back: what was written when is then no longer in it. */
  emptyLog(): Promise<void>;
  /**
   * Rewrites the file and empties the log beside it, so that what was erased lies in neither; whole, about ten milliseconds for each
   * megabyte, in which nobody is answered. False where somebody was reading meanwhile: the log still holds it.
   */
  sweep(): Promise<boolean>;
  close(): Promise<void>;
};

const nameOfFile = 'bandstand.sqlite';

/** Opens DATA_DIR/bandstand.sqlite, making folder, file, key and tables where they are missing. */
export async function openStore(dataDir: string): Promise<Store> {
  const database = openFile(dataDir);
  try {
    return await openOn(dataDir, database);
  } catch (failure) {
    database.close();
    throw failure;
  }
}

async function openOn(dataDir: string, database: SqliteDatabase.Database): Promise<Store> {
  const writer = kyselyOn(database);
  await migrate(writer);
  const generation = join(dataDir, 'generation');
  const { programme, keys, evidence } = await within(writer, 'begin immediate', async (db) => {
    const keys = await openKeys(dataDir, db, Date.now()); // first: it may not want to start
    const known = await readEvidenceKeys(dataDir, db); // nor may this
    const programme = await findHead(db, generation);
    await beginChain(db, programme, Date.now());
    await linkOld(db, programme);
    return { keys, programme, evidence: await openEvidenceKeys(dataDir, db, programme, known, Date.now()) };
  });
  const auditKey = auditKeyOf(keys);
  database.function('audit_mac', { deterministic: true }, (text) =>
    createHmac('sha256', auditKey).update(String(text)).digest('hex'),
  );
  const readingDatabase = connect(join(dataDir, nameOfFile), true);
  const reader = kyselyOn(readingDatabase);
  for (const each of [database, readingDatabase]) openToOthers(each);
  const { write, canWrite } = await writingOn(writer);
  return {
    programme,
    keys,
    evidence,
    reader,
    read: (work) => within(reader, 'begin', work),
    write,
    canWrite,
    emptyLog: () => writer.connection().execute(async () => emptyLog(database)),
    sweep: () => writer.connection().execute(async () => swept(database)),
    close: async () => {
      if (!database.open) return;
      // Whoever is in the middle of a transaction finishes it.
      await reader.connection().execute(async () => readingDatabase.close());
      await writer.connection().execute(async () => {
        emptyLog(database);
        database.close();
      });
    },
  };
}

function swept(database: SqliteDatabase.Database): boolean {
  database.exec('vacuum');
  const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]; // as SQLite answers it
  return result?.busy === 0;
}

/** Without another process at it, this leaves everything in the one file that people think of copying. */
function emptyLog(database: SqliteDatabase.Database): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (failure) {
    if (!isDiskTrouble(failure)) throw failure;
    console.error('There is no room to write the log back: copy bandstand.sqlite together with its -wal file.');
  }
}

/** A read-only connection of its own. The server that writes has made everything before. */
export async function openReportStore(dataDir: string): Promise<ReportStore & { close(): void }> {
  const database = connect(join(dataDir, nameOfFile), true);
  openToOthers(database);
  const reader = kyselyOn(database);
  const head = await reader.selectFrom('head').select('programme').executeTakeFirstOrThrow();
  return {
    programme: head.programme,
    report: (work) => within(reader, 'begin', work),
    close: () => void database.close(),
  };
}

function openFile(dataDir: string): SqliteDatabase.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const database = connect(join(dataDir, nameOfFile), false);
    keepPrivate(dataDir);
    return database;
  } catch (failure) {
    const isFolder = /^(EACCES|EPERM|ENOENT|ENOTDIR)$/.test(codeOf(failure));
    throw isFolder || isDiskTrouble(failure) ? new CannotStart(cannotWrite(dataDir)) : failure;
  }
}

const cannotWrite = (dataDir: string): string =>
  `The server cannot write in ${dataDir}. Make room if its disk is full, let the user it runs as write there, or choose another DATA_DIR.`;

/** A folder somebody else made may be open to every user of the host; what is in it is not. */
function keepPrivate(dataDir: string): void {
  for (const name of [nameOfFile, `${nameOfFile}-wal`, `${nameOfFile}-shm`]) {
    const file = join(dataDir, name);
    if (existsSync(file)) chmodSync(file, 0o600);
  }
}

/** Writes once before anything else, so that a folder that cannot be written to is known at the start. */
async function writingOn(writer: Kysely<Tables>): Promise<Pick<Store, 'write' | 'canWrite'>> {
  let trouble = false;
  const write: Store['write'] = async (work) => {
    try {
      const result = await within(writer, 'begin immediate', work);
      trouble = false;
      return result;
    } catch (failure) {
      trouble ||= isDiskTrouble(failure);
      throw failure;
    }
  };
  const touch = () =>
    write((db) =>
      db
        .updateTable('head')
        .set((eb) => ({ seq: eb.ref('seq') }))
        .execute(),
    );
  try {
    await touch();
  } catch (failure) {
    if (!isDiskTrouble(failure)) throw failure;
    // Phones may still read; every write says what is wrong, and so does the health of the server.
    console.error(`The server cannot write to its database: ${codeOf(failure)}. It answers what it can.`);
  }
  return {
    write,
    canWrite: async () => {
      if (trouble) await touch().catch(() => undefined); // `trouble` says how it went
      return !trouble;
    },
  };
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
