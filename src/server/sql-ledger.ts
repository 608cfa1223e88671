import type { Body } from '#domain/records/entry.ts';
import type { Lost } from '#domain/records/merge.ts';
import { keyOf, type SequencedRow, type Stamps } from '#domain/records/row.ts';
import { limits } from '#domain/records/wire.ts';
import { link } from '#server/evidence/chain.ts';
import { audit } from './audit.ts';
import { batchFind, batchInsert } from './batches.ts';
import type { Feed, InboxEntry, Ledger, LedgerRead, LedgerWrite } from './ledger.ts';
import type { Db, Store } from './store.ts';
import type { InboxRow, StoredRow, Tables } from './tables.ts';

/** The ledger on SQL. */
export function ledgerOn(store: Store, now: () => number): Ledger {
  return {
    write: (work) => store.write((db) => work(writing(db, store.programme, now))),
    read: (work) => store.read((db) => work(reading(db, store.programme))),
  };
}

/** So many ids stand in one statement. */
const atOnce = 200;

const findApplied = batchFind((db, programme, ids) =>
  db
    .selectFrom('applied')
    .select(['id', 'seq', 'clock'])
    .where('programme', '=', programme)
    .where('id', 'in', ids)
    .compile(),
);
const findInbox = batchFind((db, programme, ids) =>
  db.selectFrom('inbox').selectAll().where('programme', '=', programme).where('id', 'in', ids).compile(),
);
const findRows = batchFind((db, programme, ids) =>
  db.selectFrom('row').selectAll().where('programme', '=', programme).where('id', 'in', ids).compile(),
);

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
      const found = await findApplied(db, programme, ids);
      return new Map(found.map(({ id, seq, clock }) => [id, { seq, clock }]));
    },
    inbox: async (ids) => (await findInbox(db, programme, ids)).map(toInboxEntry),
    kept: async (partner) => {
      const open = db.selectFrom('inbox').selectAll().where('programme', '=', programme).where('closed', '=', 0);
      return (await open.where('partner', '=', partner).orderBy('seq').execute()).map(toInboxEntry);
    },
    rows: async (ids) => new Map((await findRows(db, programme, ids)).map((each) => [each.id, toRow(each)])),
    find: async (scope, types, keys) => {
      const of = db.selectFrom('row').selectAll().where('programme', '=', programme).where('deleted', '=', 0);
      const there = of.where('scope', '=', scope).where('type', 'in', [...types]);
      const query = keys ? there.where('key', 'in', [...keys]) : there;
      return (await query.orderBy('seq').orderBy('id').execute()).map(toRow);
    },
    link: (hashes) => link(db, programme, hashes),
    audit: async (note) => void (await audit(db, now(), note)),
    putRows: (rows) =>
      putRows(
        db,
        rows.map((row) => toStored(row, programme)),
      ),
    putApplied: (entries) =>
      putApplied(
        db,
        entries.map(({ id, seq, clock, by = null, at = null }) => ({ programme, id, seq, clock, author: by, at })),
      ),
    putInbox: (entries) =>
      putInbox(
        db,
        entries.map((each) => toInboxRow(each, programme, now())),
      ),
    keptNaming: async (ids) => {
      const found: InboxRow[] = [];
      // Read by their letters: what was kept may be no entry, or cut short.
      for (const id of ids) {
        const naming = db.selectFrom('inbox').selectAll().where('programme', '=', programme);
        found.push(...(await naming.where(({ fn, val }) => fn('instr', ['body', val(id)]), '>', 0).execute()));
      }
      return [...new Map(found.map((each) => [`${each.id} ${each.author}`, toInboxEntry(each)])).values()];
    },
    forgetLost: async (rows) => {
      for (let from = 0; from < rows.length; from += atOnce)
        await db
          .deleteFrom('history')
          .where('row_id', 'in', rows.slice(from, from + atOnce))
          .execute();
    },
    keepLost: (lost) => putHistory(db, lost.map(toHistory)),
  };
}

const putRows = batchInsert<StoredRow>((db, rows) =>
  db
    .insertInto('row')
    .values(rows)
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
        // These change with a tombstone alone.
        author: eb.ref('excluded.author'),
        device: eb.ref('excluded.device'),
        at: eb.ref('excluded.at'),
        hash: eb.ref('excluded.hash'),
        received: eb.ref('excluded.received'),
      })),
    )
    .compile(),
);

const putApplied = batchInsert<Tables['applied']>((db, entries) => db.insertInto('applied').values(entries).compile());

const putInbox = batchInsert<InboxRow>((db, entries) =>
  db
    .insertInto('inbox')
    .values(entries)
    .onConflict((conflict) =>
      conflict.columns(['programme', 'id', 'author']).doUpdateSet((eb) => ({
        code: eb.ref('excluded.code'),
        why: eb.ref('excluded.why'),
        seq: eb.ref('excluded.seq'),
        partner: eb.ref('excluded.partner'),
        device: eb.ref('excluded.device'),
        body: eb.ref('excluded.body'),
        closed: eb.ref('excluded.closed'),
      })),
    )
    .compile(),
);

const putHistory = batchInsert<Tables['history']>((db, values) => db.insertInto('history').values(values).compile());

function toHistory({ row, seq, field, value, stamp: [clock, entry] }: Lost & { row: string; seq: number }) {
  return { row_id: row, seq, field, value: JSON.stringify(value ?? null), clock, entry };
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

/** A save writes at most this many rows, all under one number (domain/records/entry.ts): the most a page can run over by. */
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
  const { id, type, scope, seq, author, device, at, hash, received, deleted } = stored;
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
    ...(received !== null && { received }),
    ...(deleted === 1 && { deleted: true }),
  };
}

function toStored(row: SequencedRow, programme: string): StoredRow {
  return {
    programme,
    id: row.id,
    type: row.type,
    day: typeof row.body.day === 'string' ? row.body.day : null,
    key: keyOf(row.type, row.body),
    scope: row.scope,
    also_scope: row.alsoScope ?? null,
    seq: row.seq,
    body: JSON.stringify(row.body),
    stamps: JSON.stringify(row.stamps),
    author: row.by,
    device: row.device,
    at: row.at,
    hash: row.hash ?? null,
    received: row.received ?? null,
    deleted: row.deleted ? 1 : 0,
  };
}

function toInboxRow(
  { id, code, why, seq, by, device, partner, body, closed }: InboxEntry,
  programme: string,
  received_at: number,
): InboxRow {
  return { programme, id, code, why, seq, author: by, device, partner, body, closed: Number(closed), received_at };
}

/** A kept entry as the rest of the code knows it. */
export function toInboxEntry({ id, code, why, seq, author, device, partner, body, closed }: InboxRow): InboxEntry {
  return { id, code, why, seq, by: author, device, partner, body, closed: closed === 1 };
}
