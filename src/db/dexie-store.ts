import { type Collection, Dexie, type Transaction } from 'dexie';
import type { Entry } from '#domain/records/entry.ts';
import { keyOf, type Row } from '#domain/records/row.ts';
import type { AnswerBox, CapturedBox, OutboxBox, PersonDatabase, RowBox } from './database.ts';
import { forgetForms } from './kept-forms.ts';
import { Remembered } from './remembered.ts';
import { withReopening } from './reopen.ts';
import {
  asSaved,
  type EntryState,
  type Held,
  type Meta,
  type OutboxItem,
  type PhoneStore,
  type Refused,
  type StoreTx,
} from './store.ts';
import { UnitOfWork } from './unit-of-work.ts';
import type { Vault } from './vault.ts';

/** The store on encrypted IndexedDB. Sealing and opening happen here and nowhere else. */

const rowPlace = ({ id, type, scope, key }: Pick<RowBox, 'id' | 'type' | 'scope' | 'key'>) =>
  `row|${type}|${scope}|${key}|${id}`;
/** Everything that is one person's own and no scope's: sealed under the data key. */
const own = 'own';

/** Opened boxes by id, kept for as long as the nonce at the head of the box is the same: a list is opened once. */
class Opened<T> {
  readonly #kept = new Map<string | number, { nonce: DataView; value: T }>();

  of(id: string | number, box: Uint8Array, open: () => T): T {
    const nonce = new DataView(box.buffer, box.byteOffset, 24);
    const known = this.#kept.get(id);
    if (known && sameNonce(known.nonce, nonce)) return known.value;
    const value = open();
    this.#kept.set(id, { nonce, value });
    return value;
  }

  /** What was just closed need not be opened again. Where its transaction fails, no box on the disk has this nonce. */
  remember(id: string | number, box: Uint8Array, value: T): void {
    this.#kept.set(id, { nonce: new DataView(box.buffer, box.byteOffset, 24), value });
  }

  drop(id: string | number): void {
    this.#kept.delete(id);
  }

  has(id: string | number): boolean {
    return this.#kept.has(id);
  }

  forget(): void {
    this.#kept.clear();
  }
}

/** 128 of a nonce's 192 random bits tell two boxes apart. */
const sameNonce = (a: DataView, b: DataView): boolean =>
  a.getUint32(0) === b.getUint32(0) &&
  a.getUint32(4) === b.getUint32(4) &&
  a.getUint32(8) === b.getUint32(8) &&
  a.getUint32(12) === b.getUint32(12);

/** A person's store, as long as they are unlocked. */
export type DexieStore = PhoneStore & {
  readonly database: PersonDatabase;
  readonly vault: Vault;
  /** Drops every opened record from memory: the phone is being locked. */
  forget(): void;
};

/** @param vault closes and opens what is kept; without the data key that is only the set-up */
export function openStore(database: PersonDatabase, vault: Vault): DexieStore {
  const memory: Memory = {
    rows: new Opened<Held>(),
    entries: new Opened<Entry>(),
    items: new WeakMap(),
    remembered: new Remembered(),
  };
  const begin = (transaction: Transaction) => {
    const tables = tablesIn(transaction);
    const unit = new UnitOfWork(tables, memory.remembered);
    return { unit, tx: transactionOn(tables, vault, memory, unit) };
  };
  // Dexie keeps a transaction alive across awaits only where the function it is given is itself async.
  return {
    database,
    vault,
    write: async (_step, work) => {
      const { unit, done } = await withReopening(database, () =>
        database.transaction('rw', tableNames, async (transaction) => {
          const { unit, tx } = begin(transaction);
          const done = await work(tx);
          await unit.end();
          return { unit, done };
        }),
      );
      unit.committed();
      return done;
    },
    read: (work) =>
      withReopening(database, () =>
        database.transaction('r', tableNames, async (transaction) => work(begin(transaction).tx)),
      ),
    forget() {
      memory.rows.forget();
      memory.entries.forget();
      memory.remembered.forget();
    },
  };
}

const tableNames = ['row', 'outbox', 'quarantine', 'scope', 'meta', 'captured', 'answer', 'draft'] as const;
/** The tables of one transaction. */
export type BoundTables = Pick<PersonDatabase, (typeof tableNames)[number]>;

/**
 * Each table bound to its transaction. Dexie finds the transaction of any other by counting what has been awaited, and loses it
 * after a hundred promises without a request: what is remembered asks for none, and the next read or write would stand outside.
 */
const tablesIn = (transaction: Transaction): BoundTables =>
  Object.fromEntries(tableNames.map((name) => [name, transaction.table(name)])) as unknown as BoundTables; // the tables of these names

type Memory = {
  readonly rows: Opened<Held>;
  readonly entries: Opened<Entry>;
  /** One object for as long as an entry stands where it does, so that what is drawn of it need not be drawn again. */
  readonly items: WeakMap<OutboxBox, OutboxItem>;
  readonly remembered: Remembered;
};

function transactionOn(tables: BoundTables, vault: Vault, memory: Memory, unit: UnitOfWork): StoreTx {
  return {
    ...rowsOn(tables, vault, memory, unit),
    ...entriesOn(tables, vault, memory, unit),
    ...refusedOn(tables, vault, unit),
    ...statesOn(tables, unit),
  };
}

function rowsOn(tables: BoundTables, vault: Vault, memory: Memory, unit: UnitOfWork) {
  const opened = (box: RowBox): Held =>
    memory.rows.of(box.id, box.box, () => {
      const inside = vault.open(box.scope, rowPlace(box), box.box) as Omit<Row, 'id' | 'type' | 'scope'>; // closed by sealed()
      return { ...inside, id: box.id, type: box.type, scope: box.scope, seq: box.seq, epoch: box.epoch };
    });
  const sealed = (row: Held): RowBox => {
    const { id, type, scope, seq, epoch, ...inside } = row;
    const place = { id, type, scope, key: keyOf(type, inside.body) };
    const box = vault.seal(scope, rowPlace(place), inside);
    // A first pull would fill the memory with rows nobody looks at; one that was looked at will be again.
    if (memory.rows.has(id)) memory.rows.remember(id, box, row);
    return { ...place, seq, epoch, box };
  };
  return {
    rows: (ids: readonly string[]) =>
      unit.rows(ids, async (missing) =>
        (await tables.row.bulkGet([...missing])).map((box) => (box ? opened(box) : undefined)),
      ),
    rowsOf: (type: string, key?: string) =>
      unit.list(type, key, async () => {
        const range = tables.row.where('[type+key]');
        const boxes =
          key === undefined ? range.between([type, Dexie.minKey], [type, Dexie.maxKey]) : range.equals([type, key]);
        return (await boxes.toArray()).map(opened);
      }),
    putRows: async (rows: readonly Held[]) => {
      if (rows.length === 0) return;
      unit.rowsChange(rows);
      await tables.row.bulkPut(rows.map(sealed));
    },
    deleteScopeRows: async (scope: string) => {
      unit.anyRowChanges();
      await tables.row.filter((box) => box.scope === scope).delete();
    },
    deleteRows: async (ids: readonly string[]) => {
      if (ids.length === 0) return;
      unit.anyRowChanges();
      await tables.row.bulkDelete([...ids]);
    },
  };
}

const inState = (tables: BoundTables, state: EntryState): Collection<OutboxBox> =>
  tables.outbox.where('[state+seq]').between([state, Dexie.minKey], [state, Dexie.maxKey]);

/** Keys of confirmed entries that a backup holds, or that have been confirmed for long enough. */
async function releasable(tables: BoundTables, seq: number, confirmedBefore: string): Promise<number[]> {
  const backedUp = await tables.outbox
    .where('[state+seq]')
    .between(['confirmed', Dexie.minKey], ['confirmed', seq], true, true)
    .primaryKeys();
  const old: number[] = [];
  // Confirmed entries stand in seq order, so the first that is young ends the search.
  await inState(tables, 'confirmed')
    .until(({ confirmedAt }) => confirmedAt >= confirmedBefore)
    .each(({ key }) => old.push(key ?? 0));
  return [...new Set([...backedUp, ...old])];
}

function entriesOn(tables: BoundTables, vault: Vault, memory: Memory, unit: UnitOfWork) {
  const opened = (box: OutboxBox): OutboxItem => {
    const known = memory.items.get(box);
    if (known) return known;
    const { box: sealed, id, key = 0, ...rest } = box;
    const entry = memory.entries.of(id, sealed, () => vault.open(own, `entry|${id}`, sealed) as Entry); // closed by addEntry
    const item = { ...rest, key, entry };
    memory.items.set(box, item);
    return item;
  };
  const readPending = async (): Promise<OutboxBox[]> => {
    const found = await Promise.all(
      (['acknowledged', 'new'] as const).map((state) => inState(tables, state).toArray()),
    );
    return found.flat().sort((a, b) => (a.key ?? 0) - (b.key ?? 0));
  };
  return {
    pending: async (state?: EntryState) => {
      // Those that are confirmed are many, and asked for only where somebody was erased: they are not remembered.
      if (state === 'confirmed') return (await unit.seen(() => inState(tables, state).toArray())).map(opened);
      const items = await unit.pending(readPending, opened);
      return state ? items.filter((item) => item.state === state) : items;
    },
    releasable: async (seq: number, confirmedBefore: string) => {
      await unit.flush();
      return releasable(tables, seq, confirmedBefore);
    },
    renewConfirmed: async () => {
      await unit.flush();
      unit.anyEntryChanges();
      await inState(tables, 'confirmed').modify({ state: 'new', seq: 0, missing: false, confirmedAt: '' });
    },
    addEntry: async (entry: Entry) => {
      const box = vault.seal(own, `entry|${entry.id}`, entry);
      memory.entries.remember(entry.id, box, JSON.parse(JSON.stringify(entry))); // as it would be read again
      await unit.addEntry({ id: entry.id, ...asSaved, box });
    },
    addSealed: async (box: CapturedBox) => {
      await tables.captured.add(box);
    },
    addAnswers: async (boxes: readonly AnswerBox[]) => {
      await tables.answer.bulkPut([...boxes]);
    },
    putItems: async (items: readonly OutboxItem[]) => {
      if (items.length === 0) return;
      await unit.pending(readPending, opened);
      // Only where an entry stands is changed; its box stays as it was read in this transaction.
      await unit.putEntries(items.map(({ entry: _, ...stands }) => stands));
    },
    removeItems: async (keys: readonly number[]) => {
      if (keys.length === 0) return;
      for (const id of await unit.removeEntries(keys)) memory.entries.drop(id);
    },
    forget: async (entries: readonly string[], about: readonly string[]) => {
      await tables.captured.bulkDelete([...entries]);
      await forgetForms(tables.draft, vault, [...entries, ...about]);
    },
  };
}

function refusedOn(tables: BoundTables, vault: Vault, unit: UnitOfWork) {
  return {
    refused: async () =>
      (await tables.quarantine.toArray()).map(({ id, box }) => vault.open(own, `refused|${id}`, box) as Refused), // closed by putRefused
    putRefused: async (refused: readonly Refused[]) => {
      unit.touch();
      await tables.quarantine.bulkPut(
        refused.map((each) => ({ id: each.id, seq: each.seq, box: vault.seal(own, `refused|${each.id}`, each) })),
      );
    },
    removeRefused: async (ids: readonly string[]) => {
      if (ids.length === 0) return;
      unit.touch();
      await tables.quarantine.bulkDelete([...ids]);
    },
  };
}

function statesOn(tables: BoundTables, unit: UnitOfWork) {
  return {
    meta: () => unit.meta(),
    putMeta: async (meta: Meta) => unit.putMeta(meta),
    scopes: () => tables.scope.toArray(),
    putScope: async (scope: { name: string; cursor: number; complete: boolean }) => {
      unit.touch();
      await tables.scope.put(scope);
    },
    removeScope: async (name: string) => {
      unit.touch();
      await tables.scope.delete(name);
    },
  };
}
