import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Hono } from 'hono';
import type { ChainHead } from '#domain/people/consents/evidence/file.ts';
import type { Report } from '#domain/reports/report.ts';
import { headOf } from '#server/evidence/chain.ts';
import { checkIfDue } from '#server/evidence/nightly.ts';
import { reportsIn } from '#server/reports/reports.ts';
import { routesWith } from '#server/routes/table.ts';
import { tidyAnswers } from './answers.ts';
import { buildApp, type Log } from './app.ts';
import { type AuditHead, auditHead, beginKeyedLines } from './audit.ts';
import { type Contacts, contactsIn } from './contacts.ts';
import { type IssuedCode, issueEnrolCode, issueSetupCode } from './enrol-codes.ts';
import { sweepErased } from './erase.ts';
import { newGuard } from './guard.ts';
import { newGuesses } from './guesses.ts';
import type { ServerKeys } from './keys.ts';
import type { Ledger } from './ledger.ts';
import { namesOf } from './members.ts';
import type { Route } from './route.ts';
import { ledgerOn } from './sql-ledger.ts';
import { renewAll } from './standings.ts';
import { openStore, type Store } from './store.ts';
import { releaseLinks } from './voice-links/answering.ts';

/** What a server is started with; what is not given is as in production. */
export type ServerOptions = {
  readonly dataDir: string;
  /** The server's clock, epoch ms. */
  readonly now?: () => number;
  /** How a try that has to wait its turn waits, ms. */
  readonly wait?: (ms: number) => Promise<void>;
  /** The built app. */
  readonly dist?: string;
  readonly log?: Log;
  readonly isSecure?: boolean;
  readonly behindProxy?: boolean;
  /** Other reports than the usual ones, and the module of a thread that makes them. */
  readonly reporting?: { readonly reports: readonly Report[]; readonly thread: string };
};

/** A server without its port: for `main`, and for tests and demonstrations in their own process. */
export type OpenServer = {
  readonly app: Hono;
  readonly routes: readonly Route[];
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keys: ServerKeys;
  readonly contacts: Contacts;
  /** The code of the setup link; null once there is a programme. */
  readonly setupCode: string | null;
  /** A code that enrols a member's phone. @param untilUsed it does not expire after ten minutes */
  issueCode(member: string, untilUsed?: boolean): Promise<IssuedCode>;
  /** Where the log of readings ends: to be kept somewhere else than the log. */
  auditHead(): Promise<AuditHead>;
  /** Where the chain of evidence ends, to be kept likewise. */
  consentHead(): Promise<ChainHead>;
  close(): Promise<void>;
};

/**
 * Opens the database in `dataDir`, or makes it; `close` writes down what is only in memory. Throws `CannotStart` on a folder
 * whose halves do not fit.
 */
export async function openServer(options: ServerOptions): Promise<OpenServer> {
  const { dataDir, now = Date.now, wait = sleep, dist = 'dist', isSecure = false, behindProxy = false } = options;
  const store = await openStore(dataDir);
  const { keys } = store;
  await store.write((db) => beginKeyedLines(db, now()));
  const ledger = ledgerOn(store, now);
  const contacts = contactsIn(store, now);
  const reports = reportsIn(dataDir, store, contacts, now, options.reporting?.thread);
  const routes = routesWith(options.reporting?.reports);
  const parts = {
    store,
    ledger,
    keys,
    guard: newGuard(now),
    guesses: newGuesses(now, wait),
    contacts,
    reports,
    now,
    isSecure,
    behindProxy,
  };
  const isSetUp = (await namesOf(store.reader, store.programme, 'programme')).size > 0;
  const setupCode = isSetUp ? null : await store.write((db) => issueSetupCode(db, now()));
  const renew = async () => {
    await renewAll(ledger, now()).catch(tellNotRenewed);
    await checkIfDue(store, now()).catch(tellNotChecked);
    await sweepErased(store).catch(tellNotSwept);
  };
  const renewing = setInterval(renew, 3_600_000).unref();
  await renew();
  const tidy = async () => {
    await store
      .write((db) => tidyAnswers(db, store.programme, now()))
      .then(store.emptyLog)
      .catch(tellNotTidied);
  };
  const tidying = setInterval(tidy, 86_400_000).unref();
  await tidy();
  // What was answered on people’s own phones joins the others once its session is over.
  const release = () => store.write((db) => releaseLinks(db, store.programme, now())).catch(tellNotTidied);
  const releasing = setInterval(release, 60_000).unref();
  const flushing = setInterval(() => contacts.flush().catch(tellFailure), 60_000).unref();
  return {
    routes,
    app: buildApp(parts, routes, resolve(dist), options.log ?? (() => {})),
    store,
    ledger,
    keys,
    contacts,
    setupCode,
    issueCode: (member, untilUsed) =>
      store.write((db) => issueEnrolCode(db, now(), member, untilUsed ? 'used' : '10m')),
    auditHead: () => store.read(auditHead),
    consentHead: () => store.read((db) => headOf(db, store.programme)),
    close: async () => {
      clearInterval(flushing);
      clearInterval(releasing);
      clearInterval(renewing);
      clearInterval(tidying);
      await reports.close();
      await contacts.flush(true).catch(tellFailure);
      await store.close();
    },
  };
}

/** Last contacts are kept in memory and tried again a minute later. */
const tellFailure = (failure: unknown) =>
  console.error(`last contacts not stored: ${failure instanceof Error ? failure.name : 'unknown'}`);

/** What a badge shows may be stricter than it should be until the next hour; it is never laxer. */
const tellNotRenewed = (failure: unknown) =>
  console.error(`standings not renewed: ${failure instanceof Error ? failure.name : 'unknown'}`);

/** Tried again in an hour; until then the words of somebody who was erased may lie in a file of the database. */
const tellNotSwept = (failure: unknown) =>
  console.error(`erased records not overwritten: ${failure instanceof Error ? failure.name : 'unknown'}`);

/** The desk goes on showing when it was last done. */
const tellNotChecked = (failure: unknown) =>
  console.error(`consents not checked: ${failure instanceof Error ? failure.name : 'unknown'}`);

/** Answers lie in the order they came for a day longer. */
const tellNotTidied = (failure: unknown) =>
  console.error(`answers not tidied: ${failure instanceof Error ? failure.name : 'unknown'}`);
