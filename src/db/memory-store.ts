import { keyOf } from '#domain/records/row.ts';
import {
  asSaved,
  type EntryState,
  emptyMeta,
  type Held,
  type Meta,
  type OutboxItem,
  type PhoneStore,
  type Refused,
  type ScopeState,
  type StoreTx,
} from './store.ts';

/** A phone's store in memory, for phones that have no browser: those of the demo. Nothing outlives the process. */
export function openMemoryStore(): PhoneStore {
  const tx = { ...rowsIn(new Map()), ...entriesIn(new Map(), new Map()), ...statesIn(new Map()) };
  // Work runs one after another, as on a disk; nothing here ever fails, so there is nothing to undo.
  let last: Promise<unknown> = Promise.resolve();
  const next = <T>(work: (tx: StoreTx) => Promise<T>): Promise<T> => {
    const done = last.then(() => work(tx));
    last = done.catch(() => undefined);
    return done;
  };
  return { write: (_step, work) => next(work), read: next };
}

function rowsIn(rows: Map<string, Held>) {
  return {
    rows: async (ids: readonly string[]) => ids.map((id) => rows.get(id)),
    rowsOf: async (type: string, key?: string) =>
      [...rows.values()].filter((row) => row.type === type && (key === undefined || keyOf(type, row.body) === key)),
    putRows: async (put: readonly Held[]) => {
      for (const row of put) rows.set(row.id, row);
    },
    deleteScopeRows: async (scope: string) => {
      for (const row of rows.values()) if (row.scope === scope) rows.delete(row.id);
    },
    deleteRows: async (ids: readonly string[]) => {
      for (const id of ids) rows.delete(id);
    },
  };
}

function entriesIn(outbox: Map<number, OutboxItem>, quarantine: Map<string, Refused>) {
  let nextKey = 1;
  return {
    pending: async (only?: EntryState) =>
      [...outbox.values()].filter(({ state }) => (only ? state === only : state !== 'confirmed')),
    releasable: async (seq: number, before: string) =>
      [...outbox.values()]
        .filter((item) => item.state === 'confirmed' && (item.seq <= seq || item.confirmedAt < before))
        .map(({ key }) => key),
    renewConfirmed: async () => {
      for (const item of outbox.values()) {
        if (item.state === 'confirmed')
          outbox.set(item.key, { ...item, state: 'new', seq: 0, missing: false, confirmedAt: '' });
      }
    },
    addEntry: async (entry: OutboxItem['entry']) => {
      outbox.set(nextKey, {
        key: nextKey,
        entry,
        ...asSaved,
      });
      nextKey += 1;
    },
    // These phones never lock: what goes first goes with their rounds.
    addSealed: async () => {},
    addAnswers: async () => {},
    forget: async () => {},
    putItems: async (items: readonly OutboxItem[]) => {
      for (const item of items) if (outbox.has(item.key)) outbox.set(item.key, item);
    },
    removeItems: async (keys: readonly number[]) => {
      for (const key of keys) outbox.delete(key);
    },
    refused: async () => [...quarantine.values()],
    putRefused: async (refused: readonly Refused[]) => {
      for (const each of refused) quarantine.set(each.id, each);
    },
    removeRefused: async (ids: readonly string[]) => {
      for (const id of ids) quarantine.delete(id);
    },
  };
}

function statesIn(scopes: Map<string, ScopeState>) {
  let meta = emptyMeta;
  return {
    meta: async () => meta,
    putMeta: async (next: Meta) => {
      meta = next;
    },
    scopes: async () => [...scopes.values()],
    putScope: async (scope: ScopeState) => {
      scopes.set(scope.name, scope);
    },
    removeScope: async (name: string) => {
      scopes.delete(name);
    },
  };
}
