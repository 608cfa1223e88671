import { rowOf, rowsOf, type TypedAs } from '#domain/records/body.ts';
import type { Entry, Write } from '#domain/records/entry.ts';
import { foretold } from '#domain/records/merge.ts';
import type { RecordType } from '#domain/records/records.ts';
import { keyOf, type Row } from '#domain/records/row.ts';
import { inSaveOrder, type OutboxItem, type StoreTx } from './store.ts';

/**
 * What a screen shows: the server's copy overlaid with pending entries in save order, merged by the server's own function.
 * So the person always reads their own writes, online or not (I12).
 */

/** Where a record stands, in the words of the interface. */
export type Standing = 'on this phone' | 'sent' | 'confirmed' | 'needs a look';

/** A row with everything pending on this phone laid over it. */
export type Shown = Row & { readonly standing: Standing };
/** One whose type is known. */
export type ShownOf<T extends RecordType> = TypedAs<T, Shown>;

type PendingWrite = { readonly write: Write; readonly entry: Entry; readonly item: OutboxItem };

/** Pending writes by record id, in save order. */
function byRecord(pending: readonly OutboxItem[], wanted: (write: Write) => boolean): Map<string, PendingWrite[]> {
  const found = new Map<string, PendingWrite[]>();
  for (const item of inSaveOrder(pending)) {
    for (const write of item.entry.writes) {
      if (!wanted(write)) continue;
      const own = found.get(write.id);
      if (own) own.push({ write, entry: item.entry, item });
      else found.set(write.id, [{ write, entry: item.entry, item }]);
    }
  }
  return found;
}

function standingOf(writes: readonly PendingWrite[]): Standing {
  if (writes.length === 0) return 'confirmed';
  if (writes.some(({ item }) => item.missing)) return 'needs a look';
  return writes.some(({ item }) => item.state === 'new') ? 'on this phone' : 'sent';
}

function overlaid(row: Row | undefined, writes: readonly PendingWrite[]): Shown | null {
  let shown = row;
  // An edit may be older than the create it needs: one that was refused, and fixed since. The merge minds no order, birth does.
  const begun = row
    ? writes
    : [...writes].sort((a, b) => Number(a.write.op === 'patch') - Number(b.write.op === 'patch'));
  for (const { write, entry, item } of begun) {
    // Once the server has answered, the clock it gave counts: a fast phone's own would hide later edits of others.
    shown = foretold(shown, write, item.state === 'new' ? entry : { ...entry, clock: item.clock });
  }
  return shown && !shown.deleted ? { ...shown, standing: standingOf(writes) } : null;
}

const none: readonly PendingWrite[] = [];

/** All records of a type; with a key, those of one session (marks, tallies, notes) or one day (sessions). */
export async function shownOf<T extends RecordType>(tx: StoreTx, type: T, key?: string): Promise<ShownOf<T>[]> {
  const [rows, pending] = await Promise.all([tx.rowsOf(type, key), tx.pending()]);
  // A fact stays under the key it was written with: one of another session need not be looked up.
  const isElsewhere = ({ op, body }: Write) => op === 'fact' && key !== undefined && keyOf(type, body) !== key;
  const over = byRecord(pending, (write) => write.type === type && !isElsewhere(write));
  const shown: Shown[] = [];
  for (const row of rows) {
    const writes = over.get(row.id);
    over.delete(row.id);
    if (!writes) {
      if (!row.deleted) shown.push(withStanding(row));
      continue;
    }
    const one = overlaid(row, writes);
    if (one && (key === undefined || keyOf(type, one.body) === key)) shown.push(one);
  }
  // Born here, or moved into this key by an edit that is still pending. A row of another key must be looked up to be patched.
  const others = await tx.rows([...over.keys()]);
  for (const [at, writes] of [...over.values()].entries()) {
    const one = overlaid(others[at], writes);
    if (one?.type === type && (key === undefined || keyOf(type, one.body) === key)) shown.push(one);
  }
  return rowsOf(shown, type);
}

/** Rows without pending entries keep one object for as long as the row stands, so that a list of thousands costs no copies. */
const settled = new WeakMap<Row, Shown>();

function withStanding(row: Row): Shown {
  let shown = settled.get(row);
  if (!shown) {
    shown = { ...row, standing: 'confirmed' };
    settled.set(row, shown);
  }
  return shown;
}

/** Records by id, in the order asked; undefined for what is not known here. */
export async function shownById(tx: StoreTx, ids: readonly string[]): Promise<(Shown | undefined)[]> {
  const wanted = new Set(ids);
  const [rows, pending] = await Promise.all([tx.rows(ids), tx.pending()]);
  const over = byRecord(pending, (write) => wanted.has(write.id));
  return ids.map((id, at) => overlaid(rows[at], over.get(id) ?? none) ?? undefined);
}

/** One record of a type; undefined where it is not known here, or is of another type. */
export async function shownOne<T extends RecordType>(
  tx: StoreTx,
  type: T,
  id: string,
): Promise<ShownOf<T> | undefined> {
  const [found] = await shownById(tx, [id]);
  return found && rowOf(found, type);
}

/** The records of a type among these ids that are known here. */
export async function shownOfIds<T extends RecordType>(
  tx: StoreTx,
  type: T,
  ids: readonly string[],
): Promise<ShownOf<T>[]> {
  return rowsOf(
    (await shownById(tx, ids)).filter((row) => row !== undefined),
    type,
  );
}

/** Of some ids, those that this phone knows to have been erased, and when: an instant. Of them only a number is left. */
export async function erasedAmong(tx: StoreTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.rows([...new Set(ids)]);
  return new Map(rows.flatMap((row) => (row?.deleted ? [[row.id, row.at] as const] : [])));
}
