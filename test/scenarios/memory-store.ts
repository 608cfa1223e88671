import {
  type EntryState,
  emptyMeta,
  type Held,
  type Meta,
  type OutboxItem,
  type PhoneStore,
  type Refused,
  type ScopeState,
  type Step,
  type StoreTx,
} from '#db/store.ts';
import { keyOf } from '#domain/records/row.ts';

/** The phone's store in memory: strict transactions, and nothing that goes in or out is shared with anybody. */

/** What the disk holds. */
export type Disk = {
  meta: Meta;
  nextKey: number;
  readonly rows: Map<string, Held>;
  readonly outbox: Map<number, OutboxItem>;
  readonly quarantine: Map<string, Refused>;
  readonly scopes: Map<string, ScopeState>;
};

const emptyDisk = (): Disk => ({
  meta: emptyMeta,
  nextKey: 1,
  rows: new Map(),
  outbox: new Map(),
  quarantine: new Map(),
  scopes: new Map(),
});

const copied = (disk: Disk): Disk => ({
  ...disk,
  rows: new Map(disk.rows),
  outbox: new Map(disk.outbox),
  quarantine: new Map(disk.quarantine),
  scopes: new Map(disk.scopes),
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) frozen(each);
  }
  return value;
}

/** A value as a disk keeps it: written out and read back, and nobody can change it. */
const kept = <T>(value: T): T => frozen(JSON.parse(JSON.stringify(value)) as T); // JSON in, the same JSON out

export class DiskFull extends Error {}

/** Where a transaction ends, other than well. `full` throws at a put, which undoes the whole transaction. */
export type Ending = 'ok' | 'rolled back' | { readonly fullAtPut: number };

export class MemoryStore implements PhoneStore {
  disk = emptyDisk();
  /** Told of each commit, in the moment it happens. */
  onCommit: (step: Step, before: Disk, after: Disk) => void = () => {};

  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return work(transactionOn(this.disk, Number.POSITIVE_INFINITY));
  }

  write<T>(step: Step, work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return this.writeUntil('ok', step, work);
  }

  /** Work is done on a copy, which becomes the disk all at once or not at all. */
  async writeUntil<T>(ending: Ending, step: Step, work: (tx: StoreTx) => Promise<T>): Promise<T> {
    const before = this.disk;
    const after = copied(before);
    const result = await work(transactionOn(after, typeof ending === 'object' ? ending.fullAtPut : 1e9));
    if (this.disk !== before) throw new Error('two transactions at once: the simulator itself is broken');
    if (ending === 'rolled back') return result;
    this.disk = after;
    this.onCommit(step, before, after);
    return result;
  }

  wipe(): void {
    this.disk = emptyDisk();
  }
}

function transactionOn(disk: Disk, fullAtPut: number): StoreTx {
  let puts = 0;
  const put = () => {
    puts += 1;
    if (puts >= fullAtPut) throw new DiskFull('no space left on this phone');
  };
  return { ...rowsOn(disk, put), ...entriesOn(disk, put), ...statesOn(disk, put) };
}

type Put = () => void;

const rowsOn = (disk: Disk, put: Put) => ({
  rows: async (ids: readonly string[]) => ids.map((id) => disk.rows.get(id)),
  rowsOf: async (type: string, key?: string) =>
    [...disk.rows.values()].filter(
      (row) => row.type === type && (key === undefined || keyOf(row.type, row.body) === key),
    ),
  putRows: async (rows: readonly Held[]) => {
    for (const row of rows) {
      put();
      disk.rows.set(row.id, kept(row));
    }
  },
  deleteScopeRows: async (scope: string) => {
    for (const row of disk.rows.values()) if (row.scope === scope) disk.rows.delete(row.id);
  },
  deleteRows: async (ids: readonly string[]) => {
    for (const id of ids) disk.rows.delete(id);
  },
});

const entriesOn = (disk: Disk, put: Put) => ({
  pending: async (only?: EntryState) =>
    [...disk.outbox.values()]
      .filter(({ state }) => (only ? state === only : state !== 'confirmed'))
      .sort((a, b) => a.key - b.key),
  releasable: async (seq: number, confirmedBefore: string) =>
    [...disk.outbox.values()]
      .filter((item) => item.state === 'confirmed' && (item.seq <= seq || item.confirmedAt < confirmedBefore))
      .map(({ key }) => key),
  renewConfirmed: async () => {
    for (const item of disk.outbox.values()) {
      if (item.state !== 'confirmed') continue;
      disk.outbox.set(item.key, kept({ ...item, state: 'new', seq: 0, missing: false, confirmedAt: '' }));
    }
  },
  addEntry: async (entry: OutboxItem['entry']) => {
    put();
    const key = disk.nextKey;
    disk.nextKey += 1;
    const place = { state: 'new', seq: 0, clock: 0, epoch: '', confirmedAt: '', missing: false } as const;
    disk.outbox.set(key, kept({ key, entry, ...place }));
  },
  // No phone of the stage locks, and so none seals.
  addSealed: async () => {},
  addAnswers: async () => {},
  forget: async () => {},
  putItems: async (items: readonly OutboxItem[]) => {
    for (const item of items) {
      put();
      const known = disk.outbox.get(item.key);
      // As on the real disk, the entry itself is never written again, and an item that is gone does not come back.
      if (known) disk.outbox.set(item.key, kept({ ...item, entry: known.entry }));
    }
  },
  removeItems: async (keys: readonly number[]) => {
    for (const key of keys) disk.outbox.delete(key);
  },
  refused: async () => [...disk.quarantine.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  putRefused: async (refused: readonly Refused[]) => {
    for (const each of refused) {
      put();
      disk.quarantine.set(each.id, kept(each));
    }
  },
  removeRefused: async (ids: readonly string[]) => {
    for (const id of ids) disk.quarantine.delete(id);
  },
});

const statesOn = (disk: Disk, put: Put) => ({
  meta: async () => disk.meta,
  putMeta: async (meta: Meta) => {
    put();
    disk.meta = kept(meta);
  },
  scopes: async () => [...disk.scopes.values()],
  putScope: async (scope: ScopeState) => {
    put();
    disk.scopes.set(scope.name, kept(scope));
  },
  removeScope: async (name: string) => {
    disk.scopes.delete(name);
  },
});
