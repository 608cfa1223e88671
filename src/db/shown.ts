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

type ByRecord = ReadonlyMap<string, readonly PendingWrite[]>;

/** What is pending, by record, and by type and record; in save order. */
type Pending = { readonly byId: ByRecord; readonly byType: ReadonlyMap<string, ByRecord> };

/** Kept beside the list it was worked out of: a screen of many lists asks the same again until something is saved. */
const sorted = new WeakMap<readonly OutboxItem[], Pending>();

function pendingIn(items: readonly OutboxItem[]): Pending {
  const known = sorted.get(items);
  if (known) return known;
  const byId = new Map<string, PendingWrite[]>();
  const byType = new Map<string, Map<string, PendingWrite[]>>();
  for (const item of inSaveOrder(items)) {
    for (const write of item.entry.writes) {
      const own = byId.get(write.id) ?? [];
      own.push({ write, entry: item.entry, item });
      byId.set(write.id, own);
      byType.set(write.type, (byType.get(write.type) ?? new Map<string, PendingWrite[]>()).set(write.id, own));
    }
  }
  sorted.set(items, { byId, byType });
  return { byId, byType };
}

function standingOf(writes: readonly PendingWrite[]): Standing {
  if (writes.length === 0) return 'confirmed';
  if (writes.some(({ item }) => item.missing)) return 'needs a look';
  return writes.some(({ item }) => item.state === 'new') ? 'on this phone' : 'sent';
}

type Overlaid = { readonly row: Row | undefined; readonly items: readonly OutboxItem[]; readonly shown: Shown | null };

/** Kept beside the last entry that lies over a record: nothing new was said of it, so nothing of it is drawn again. */
const overlays = new WeakMap<OutboxItem, Map<string, Overlaid>>();

function overlaid(row: Row | undefined, writes: readonly PendingWrite[]): Shown | null {
  const last = writes.at(-1);
  if (!last) return null;
  const items = writes.map(({ item }) => item);
  const own = overlays.get(last.item) ?? new Map<string, Overlaid>();
  const known = own.get(last.write.id);
  if (known && known.row === row && isSameList(known.items, items)) return known.shown;
  const shown = laidOver(row, writes);
  overlays.set(last.item, own.set(last.write.id, { row, items, shown }));
  return shown;
}

function laidOver(row: Row | undefined, writes: readonly PendingWrite[]): Shown | null {
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

/** All records of a type; with a key, those of one session (marks, tallies, notes) or one day (sessions). */
export async function shownOf<T extends RecordType>(
  tx: StoreTx,
  type: T,
  key?: string,
): Promise<readonly ShownOf<T>[]> {
  const [rows, pending] = await Promise.all([tx.rowsOf(type, key), tx.pending()]);
  // A fact stays under the key it was written with: one of another session need not be looked up.
  const isElsewhere = ({ write: { op, body } }: PendingWrite) =>
    op === 'fact' && key !== undefined && keyOf(type, body) !== key;
  const over = new Map(
    [...(pendingIn(pending).byType.get(type) ?? [])].filter(([, writes]) => !writes.every(isElsewhere)),
  );
  const here = over.size === 0 ? undefined : new Set(rows.map(({ id }) => id));
  // Born here, or moved into this key by an edit that is still pending. A row of another key must be looked up to be patched.
  const born = here ? [...over.keys()].filter((id) => !here.has(id)) : [];
  const others = await tx.rows(born);
  const items = [...over.values()].flatMap((writes) => writes.map(({ item }) => item));
  return kept(rows, [...others, ...items], () => {
    const laid = [
      ...rows.map((row) => shownRow(row, over.get(row.id))),
      ...born.map((id, at) => overlaid(others[at], over.get(id) ?? [])),
    ];
    const shown = rowsOf(
      laid.filter((one) => one !== null),
      type,
    );
    return over.size === 0 || key === undefined ? shown : shown.filter(({ body }) => keyOf(type, body) === key);
  });
}

const shownRow = (row: Row, writes: readonly PendingWrite[] | undefined): Shown | null =>
  writes ? overlaid(row, writes) : row.deleted ? null : withStanding(row);

type Kept = { readonly over: readonly unknown[]; readonly shown: readonly Shown[] };
const lists = new WeakMap<readonly Row[], Kept>();

/** A list is one and the same for as long as its rows are, and what lies over them: what is worked out of it can be kept beside it. */
function kept<T extends RecordType>(
  rows: readonly Row[],
  over: readonly unknown[],
  draw: () => readonly ShownOf<T>[],
): readonly ShownOf<T>[] {
  const known = lists.get(rows);
  if (known && isSameList(known.over, over)) return known.shown as readonly ShownOf<T>[]; // the rows of one list are of one type
  const shown = draw();
  lists.set(rows, { over, shown });
  return shown;
}

const isSameList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at]);

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
  const [rows, pending] = await Promise.all([tx.rows(ids), tx.pending()]);
  const { byId } = pendingIn(pending);
  return ids.map((id, at) => {
    const row = rows[at];
    const writes = byId.get(id);
    if (!writes) return row && !row.deleted ? withStanding(row) : undefined;
    return overlaid(row, writes) ?? undefined;
  });
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
