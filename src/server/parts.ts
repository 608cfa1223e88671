import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import type { Reports } from '#server/reports/reports.ts';
import type { AuditNote } from './audit.ts';
import type { Contacts } from './contacts.ts';
import type { Guard } from './guard.ts';
import type { Guesses } from './guesses.ts';
import type { ServerKeys } from './keys.ts';
import type { Ledger } from './ledger.ts';
import type { ReportStore, Store } from './store.ts';

/** What a report is given, in its own thread: it only reads. */
export type ReportParts = {
  readonly store: ReportStore;
  /** The server's clock when it was asked for, epoch ms. */
  readonly now: () => number;
  readonly contacts: Pick<Contacts, 'latest'>;
  /** A line for the log of readings, written before the report is handed out, and whom the report named. */
  readonly note: (line: AuditNote, people?: readonly string[], given?: readonly GivenAway[]) => void;
};

/** What every other route is given. */
export type Parts = {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keys: ServerKeys;
  readonly guard: Guard;
  readonly guesses: Guesses;
  readonly contacts: Contacts;
  readonly reports: Reports;
  /** The server's clock, epoch ms. */
  readonly now: () => number;
  /** Whether the world sees this server over TLS: cookies are then Secure and browsers are told to stay with https. */
  readonly isSecure: boolean;
  /** Whether a proxy of ours stands in front and its X-Forwarded-For can be believed. */
  readonly behindProxy: boolean;
};
