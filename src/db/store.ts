import type { Refusal } from '#domain/records/apply.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Row } from '#domain/records/row.ts';
import type { AnswerBox, CapturedBox } from './database.ts';

/**
 * What the phone keeps for one person, as the rest of the code sees it: plain records, in named transactions. `dexie-store.ts`
 * keeps it in encrypted IndexedDB; the simulator keeps it in memory and may stop the phone at any transaction.
 */

/** A server row as held here, with its place in the server's order and the epoch it was pulled in. */
export type Held = Row & { readonly seq: number; readonly epoch: string };

/**
 * Where a saved entry stands. `new`: on this phone. `acknowledged`: the server answered for it (*Sent*). `confirmed`: the phone
 * has read it back from the server. Only `new` and `acknowledged` are pending, that is laid over the server's rows.
 */
export type EntryState = 'new' | 'acknowledged' | 'confirmed';

/** One saved entry. This format is frozen: no schema upgrade opens the outbox for write (I16). */
export type OutboxItem = {
  readonly key: number;
  readonly entry: Entry;
  readonly state: EntryState;
  /** From the server's result; 0 while new. */
  readonly seq: number;
  readonly clock: number;
  readonly epoch: string;
  /** When it was confirmed, an instant; empty before. */
  readonly confirmedAt: string;
  /** The server said yes, and its feed went past it without showing it: never confirmed, always shown. */
  readonly missing: boolean;
};

/** Where an entry stands from its save until the server has answered. */
export const asSaved = { state: 'new', seq: 0, clock: 0, epoch: '', confirmedAt: '', missing: false } as const;

/**
 * The order in which things were saved: that of the clocks, which strictly rise on one phone (I13). An entry that was refused
 * and is sent again stands at the end of the outbox, but was saved before what stands there already.
 */
export const inSaveOrder = (items: readonly OutboxItem[]): OutboxItem[] =>
  [...items].sort((a, b) => a.entry.clock - b.entry.clock);

/** An entry the server refused, kept until a person has dealt with it. */
export type Refused = {
  readonly id: string;
  readonly entry: Entry;
  readonly code: Refusal;
  readonly why: string;
  readonly seq: number;
  /** The server will not look at it again; it is kept only to be read. */
  readonly final: boolean;
  /** Somebody it was about was erased, at this instant: what it said of them is gone from here too. */
  readonly erasedAt?: string;
};

/** A scope this phone reads. `complete` once its first whole pull has ended. */
export type ScopeState = { readonly name: string; readonly cursor: number; readonly complete: boolean };

/** What a phone knows of the server and of time. */
export type Meta = {
  readonly epoch: string;
  /** The clock of the last save: it only ever rises (I13). */
  readonly clock: number;
  /** The server's clock minus this phone's, ms, of the last eight rounds. */
  readonly offsets: readonly number[];
  /** The schema the server said it knows; 0 before the first round. */
  readonly serverSchema: number;
  /** When the server last answered, epoch ms by its own clock; absent before it did, or where an older app kept it. */
  readonly heardMs?: number;
};

export const emptyMeta: Meta = { epoch: '', clock: 0, offsets: [], serverSchema: 0 };

/** One transaction. Every promise it hands out must be awaited before the work ends; nothing else may be awaited inside. */
export type StoreTx = {
  meta(): Promise<Meta>;
  putMeta(meta: Meta): Promise<void>;
  rows(ids: readonly string[]): Promise<readonly (Held | undefined)[]>;
  /** Rows of a type; with a key, only those of that session or day. */
  rowsOf(type: string, key?: string): Promise<readonly Held[]>;
  putRows(rows: readonly Held[]): Promise<void>;
  deleteScopeRows(scope: string): Promise<void>;
  deleteRows(ids: readonly string[]): Promise<void>;
  /** Entries not yet confirmed, in the order they were put there; with a state, those in it. */
  pending(state?: EntryState): Promise<readonly OutboxItem[]>;
  /** Keys of confirmed entries the server's backups hold (`seq` and below), or that were confirmed before an instant. */
  releasable(seq: number, confirmedBefore: string): Promise<readonly number[]>;
  /** Makes every confirmed entry new again: a new epoch may have lost it. */
  renewConfirmed(): Promise<void>;
  addEntry(entry: Entry): Promise<void>;
  /** The same entry closed to the server, as a locked phone can send it. */
  addSealed(box: CapturedBox): Promise<void>;
  /** Answers that go with an entry, on a way of their own. */
  addAnswers(boxes: readonly AnswerBox[]): Promise<void>;
  putItems(items: readonly OutboxItem[]): Promise<void>;
  removeItems(keys: readonly number[]): Promise<void>;
  refused(): Promise<readonly Refused[]>;
  putRefused(refused: readonly Refused[]): Promise<void>;
  removeRefused(ids: readonly string[]): Promise<void>;
  /** Drops what else lies here of some entries, and of whom they were about: boxes closed to the server, half-filled forms. */
  forget(entries: readonly string[], about: readonly string[]): Promise<void>;
  scopes(): Promise<readonly ScopeState[]>;
  putScope(scope: ScopeState): Promise<void>;
  removeScope(name: string): Promise<void>;
};

/** The names of the transactions, so that a test can stop a phone before, in and after each. */
export type Step = 'save' | 'compose' | 'take' | 'mend' | 'look';

/** Where rows and entries are kept. A test has one in memory, which can fail at each step. */
export type PhoneStore = {
  /** Strictly durable: the promise resolves once the work is on the disk, or rejects and none of it is. */
  write<T>(step: Step, work: (tx: StoreTx) => Promise<T>): Promise<T>;
  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T>;
};

/** The server's clock minus this phone's: the median, so that one slow round does not move it. */
export function offsetOf(meta: Meta): number {
  const sorted = [...meta.offsets].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** When it is: the phone’s clock, put right by what is known of the server’s. @param nowMs by the phone */
export const correctedMs = (meta: Meta, nowMs: number): number => nowMs + offsetOf(meta);
