import type { Refusal } from '#domain/records/apply.ts';
import type { Lost } from '#domain/records/merge.ts';
import type { SequencedRow } from '#domain/records/row.ts';
import type { AuditNote } from './audit.ts';

/** What receiving needs from a database: one transaction that holds the head, and a snapshot to read from. */

/** The number an entry was applied under, and the clock it was given. */
export type AppliedEntry = { readonly seq: number; readonly clock: number };
/** Who saved an entry and when, kept of those that write a session or the set-up: what the history of each says. */
export type SavedBy = { readonly by: string; readonly at: string };
/** An entry the server could not apply: kept as it came, for people to resolve. */
export type InboxEntry = {
  readonly id: string;
  readonly code: Refusal;
  readonly why: string;
  readonly seq: number;
  readonly by: string;
  readonly device: string;
  /** The partner whose coordinators see it; null when it names none. */
  readonly partner: string | null;
  readonly body: string;
  readonly closed: boolean;
};

/** Inside the transaction that holds the head row: everything that numbers rows happens here, so seq order is commit order. */
export type LedgerWrite = {
  /** Takes `count` numbers; returns the first. Called first, before any row is read: it takes the lock. */
  take(count: number): Promise<number>;
  applied(ids: readonly string[]): Promise<ReadonlyMap<string, AppliedEntry>>;
  /** What is kept under these ids, whoever sent it. */
  inbox(ids: readonly string[]): Promise<readonly InboxEntry[]>;
  /** What is kept of a partner and still to be looked at. */
  kept(partner: string): Promise<readonly InboxEntry[]>;
  rows(ids: readonly string[]): Promise<ReadonlyMap<string, SequencedRow>>;
  /** Rows of some types in one scope, those kept under these keys where some are named; in the order they came. */
  find(scope: string, types: readonly string[], keys?: readonly string[]): Promise<readonly SequencedRow[]>;
  putRows(rows: readonly SequencedRow[]): Promise<void>;
  /** Adds the hashes of facts to the chain of evidence; what it holds already stays where it is. */
  link(hashes: readonly string[]): Promise<void>;
  /** A line of the log of readings. */
  audit(note: AuditNote): Promise<void>;
  putApplied(entries: readonly (AppliedEntry & Partial<SavedBy> & { id: string })[]): Promise<void>;
  /** Inserts, or replaces by id and sender. */
  putInbox(entries: readonly InboxEntry[]): Promise<void>;
  /** What is kept of anybody and names one of these ids. */
  keptNaming(ids: readonly string[]): Promise<readonly InboxEntry[]>;
  /** Forgets the values that later ones replaced in some records. */
  forgetLost(rows: readonly string[]): Promise<void>;
  keepLost(lost: readonly (Lost & { row: string; seq: number })[]): Promise<void>;
};

/** Rows of a scope in seq order; `more` says that another page follows. */
export type Feed = { readonly rows: readonly SequencedRow[]; readonly more: boolean };

/** One snapshot: rows, head and rights read together. */
export type LedgerRead = {
  head(): Promise<{ seq: number; epoch: string }>;
  /** Rows of a scope after a cursor in seq order, within the page limits but never cut inside one seq: that is one save. */
  feed(scope: string, after: number): Promise<Feed>;
  partners(): Promise<readonly string[]>;
};

/** The programme’s records: one transaction at a time writes, and a read sees them as they were when it began. */
export type Ledger = {
  write<T>(work: (tx: LedgerWrite) => Promise<T>): Promise<T>;
  read<T>(work: (tx: LedgerRead) => Promise<T>): Promise<T>;
};
