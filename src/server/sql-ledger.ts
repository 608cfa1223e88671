import type { Refusal } from '#domain/apply.ts';
import type { Body } from '#domain/entry.ts';
import type { Lost } from '#domain/merge.ts';
import type { SequencedRow, Stamps } from '#domain/row.ts';
import { limits } from '#domain/wire.ts';
import type { AppliedEntry, Feed, InboxEntry, Ledger, LedgerRead, LedgerWrite } from './ledger.ts';
import type { Db, Store } from './store.ts';
import type { InboxRow, StoredRow } from './tables.ts';

/** The ledger on SQL. */
export function ledgerOn(store: Store, now: () => number): Ledger {
  return {
    write: (work) => store.write((db) => work(writing(db, store.programme, now))),
    read: (work) => store.read((db) => work(reading(db, store.programme))),
  };
}

/** Values of one statement: below every database's limit, and few enough statements for a full push. */
const chunkRows = 200;

function chunked<T>(all: readonly T[], size = chunkRows): T[][] {
  const chunks: T[][] = [];
  for (let from = 0; from < all.length; from += size) chunks.push(all.slice(from, from + size));
  return chunks;
}

/** @param db the transaction in hand; the caller has begun it with the write lock */
export function writing(db: Db, programme: string, now: () => number): LedgerWrite {
  return {
    take: async (count) => {
      const { seq } = await db
        .updateTable('head')
        .set((eb) => ({ seq: eb('seq', '+', count) }))
        .where('programme', '=', programme)
        .returning('seq')
        .executeTakeFirstOrThrow();
      return seq - count + 1;
    },
    applied: async (ids) => {
      const found = new Map<string, AppliedEntry>();
      for (const some of chunked(ids)) {
        const query = db.selectFrom('applied').select(['id', 'seq', 'clock']).where('programme', '=', programme);
        for (const { id, seq, clock } of await query.where('id', 'in', some).execute()) found.set(id, { seq, clock });
      }
      return found;
    },
    inbox: async (ids) => {
      const found = new Map<string, InboxEntry>();
      for (const some of chunked(ids)) {
        const query = db.selectFrom('inbox').selectAll().where('programme', '=', programme);
        for (const each of await query.where('id', 'in', some).execute()) found.set(each.id, toInboxEntry(each));
      }
      return found;
    },
    rows: async (ids) => {
      const found = new Map<string, SequencedRow>();
      for (const some of chunked(ids)) {
        const query = db.selectFrom('row').selectAll().where('programme', '=', programme);
        for (const each of await query.where('id', 'in', some).execute()) found.set(each.id, toRow(each));
      }
      return found;
    },
    putRows: (rows) => putRows(db, programme, rows),
    putApplied: async (entries) => {
      for (const some of chunked(entries)) {
        const values = some.map(({ id, seq, clock }) => ({ programme, id, seq, clock }));
        await db.insertInto('applied').values(values).execute();
      }
    },
    putInbox: (entries) => putInbox(db, programme, entries, now()),
    keepLost: (lost) => keepLost(db, lost),
  };
}

async function putRows(db: Db, programme: string, rows: readonly SequencedRow[]): Promise<void> {
  for (const some of chunked(rows)) {
    await db
      .insertInto('row')
      .values(some.map((row) => toStored(row, programme)))
      .onConflict((conflict) =>
        conflict.columns(['programme', 'id']).doUpdateSet((eb) => ({
          day: eb.ref('excluded.day'),
          key: eb.ref('excluded.key'),
          scope: eb.ref('excluded.scope'),
          also_scope: eb.ref('excluded.also_scope'),
          seq: eb.ref('excluded.seq'),
          body: eb.ref('excluded.body'),
          stamps: eb.ref('excluded.stamps'),
          deleted: eb.ref('excluded.deleted'),
        })),
      )
      .execute();
  }
}

async function putInbox(db: Db, programme: string, entries: readonly InboxEntry[], nowMs: number): Promise<void> {
  for (const some of chunked(entries)) {
    await db
      .insertInto('inbox')
      .values(
        some.map(({ by, closed, ...each }) => ({
          ...each,
          programme,
          author: by,
          closed: Number(closed),
          received_at: nowMs,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['programme', 'id']).doUpdateSet((eb) => ({
          code: eb.ref('excluded.code'),
          why: eb.ref('excluded.why'),
          seq: eb.ref('excluded.seq'),
          partner: eb.ref('excluded.partner'),
          body: eb.ref('excluded.body'),
          closed: eb.ref('excluded.closed'),
        })),
      )
      .execute();
  }
}

async function keepLost(db: Db, lost: readonly (Lost & { row: string; seq: number })[]): Promise<void> {
  for (const some of chunked(lost)) {
    const values = some.map(({ row, seq, field, value, stamp: [clock, entry] }) => ({
      row_id: row,
      seq,
      field,
      value: JSON.stringify(value ?? null),
      clock,
      entry,
    }));
    await db.insertInto('history').values(values).execute();
  }
}

/** @param db one snapshot */
export function reading(db: Db, programme: string): LedgerRead {
  return {
    head: () =>
      db.selectFrom('head').select(['seq', 'epoch']).where('programme', '=', programme).executeTakeFirstOrThrow(),
    feed: async (scope, after) => page(await feedRows(db, programme, scope, after)),
    partners: async () => {
      const query = db.selectFrom('row').select('id').where('programme', '=', programme);
      return (await query.where('type', '=', 'partner').where('deleted', '=', 0).execute()).map(({ id }) => id);
    },
  };
}

/** A save writes at most this many rows, all under one number (domain/entry.ts): the most a page can run over by. */
const rowsOfOneSave = 200;

/** Two ordered halves rather than an `or`, so that each is read straight from its index and neither is ever sorted. */
function feedRows(db: Db, programme: string, scope: string, after: number): Promise<StoredRow[]> {
  const rows = db.selectFrom('row').selectAll().where('programme', '=', programme).where('seq', '>', after);
  return rows
    .where('scope', '=', scope)
    .unionAll(rows.where('also_scope', '=', scope))
    .orderBy('seq')
    .limit(limits.pageRows + rowsOfOneSave)
    .execute();
}

/** What a row costs on the wire beside its body and stamps: ids, names of fields, punctuation. */
const rowOverhead = 250;

/** Cuts a page at its limits, but only between two numbers: a save is never torn. */
function page(found: readonly StoredRow[]): Feed {
  const whole = found.length < limits.pageRows + rowsOfOneSave;
  let bytes = 0;
  let end = 0;
  while (end < found.length) {
    const row = found[end];
    const starts = row && row.seq !== found[end - 1]?.seq;
    if (!row || (starts && end > 0 && (end >= limits.pageRows || bytes >= limits.pageBytes))) break;
    bytes += row.body.length + row.stamps.length + rowOverhead;
    end += 1;
  }
  return { rows: found.slice(0, end).map(toRow), more: end < found.length || !whole };
}

/** A stored row as the rest of the code knows it. */
export function toRow(stored: StoredRow): SequencedRow {
  const { id, type, scope, seq, author, device, at, hash, deleted } = stored;
  return {
    id,
    type,
    scope,
    ...(stored.also_scope !== null && { alsoScope: stored.also_scope }),
    seq,
    body: JSON.parse(stored.body) as Body, // written by toStored
    stamps: JSON.parse(stored.stamps) as Stamps, // as above
    by: author,
    device,
    at,
    ...(hash !== null && { hash }),
    ...(deleted === 1 && { deleted: true }),
  };
}

function toStored(row: SequencedRow, programme: string): StoredRow {
  return {
    programme,
    id: row.id,
    type: row.type,
    day: typeof row.body.day === 'string' ? row.body.day : null,
    key: typeof row.body.session === 'string' ? row.body.session : '',
    scope: row.scope,
    also_scope: row.alsoScope ?? null,
    seq: row.seq,
    body: JSON.stringify(row.body),
    stamps: JSON.stringify(row.stamps),
    author: row.by,
    device: row.device,
    at: row.at,
    hash: row.hash ?? null,
    deleted: row.deleted ? 1 : 0,
  };
}

function toInboxEntry({ id, code, why, seq, author, device, partner, body, closed }: InboxRow): InboxEntry {
  // Only refusals are ever put there.
  return { id, code: code as Refusal, why, seq, by: author, device, partner, body, closed: closed === 1 };
}
