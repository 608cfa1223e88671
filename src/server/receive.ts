import { daysBackIn } from '#domain/days-back.ts';
import { isEvidence } from '#domain/people/consents/evidence/make.ts';
import { readableScopes } from '#domain/records/access.ts';
import type { Author } from '#domain/records/apply.ts';
import { type Entry, schemaVersion } from '#domain/records/entry.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { limits, type Page, parseEntry, type Result, type RoundAnswer } from '#domain/records/wire.ts';
import { Counter, judgedOn, partnersIn } from './counter.ts';
import { idOf, type Room, writesIn } from './kept.ts';
import type { Ledger, LedgerRead, LedgerWrite } from './ledger.ts';
import { noteLooks } from './looks.ts';
import { renewStandings } from './standings.ts';

/** One round on the server: the entries of a push are applied in one transaction that holds the head, then the feed is read. */

/** What a phone asks in a round; each entry is parsed by itself. `scopes`: the seq it has read up to. */
export type Round = {
  readonly epoch: string;
  readonly entries: readonly unknown[];
  readonly scopes: Readonly<Record<string, number>>;
};

const minClient = '0.1.0';

/** Up to which seq every backup that may still be restored holds the data. Backups come later. */
export const backedUpTo = 0;

/** @param nowMs the server's clock, epoch ms */
export async function receive(
  ledger: Ledger,
  author: Author,
  round: Round,
  nowMs: number,
  room?: Room,
): Promise<RoundAnswer> {
  const results = await receiveEntries(ledger, author, round.entries, nowMs, room);
  return ledger.read((tx) => answer(tx, author, round, results, nowMs));
}

/**
 * Applies entries in order and answers for each; hands out no row. Without entries it takes no lock and writes nothing.
 * @param room what may still be kept of what is refused; what is more stays on the phone
 */
export async function receiveEntries(
  ledger: Ledger,
  author: Author,
  raw: readonly unknown[],
  nowMs: number,
  room?: Room,
): Promise<Result[]> {
  if (raw.length === 0) return [];
  return ledger.write((tx) => receiveWithin(tx, author, raw, nowMs, room));
}

/** The same within a transaction that does more: the one door by which entries come in. */
export async function receiveWithin(
  tx: LedgerWrite,
  author: Author,
  raw: readonly unknown[],
  nowMs: number,
  room?: Room,
): Promise<Result[]> {
  const entries = raw.map((each) => ({ raw: each, entry: parseEntry(each) }));
  const counter = await openCounter(tx, entries, author, room);
  const results = entries.map(({ raw: body, entry }) =>
    entry ? counter.take(entry, author, nowMs) : counter.refuseUnread(body, author),
  );
  await counter.store(tx);
  await tx.link(counter.stored.filter(isEvidence).flatMap(({ hash }) => hash ?? []));
  await renewStandings(tx, counter.stored, counter.looked, nowMs);
  await noteLooks(tx, counter.stored, author);
  return results;
}

/** Reads everything the entries of one push touch, after taking the lock: rows read before it could be overtaken. */
async function openCounter(
  tx: LedgerWrite,
  entries: readonly { raw: unknown; entry: Entry | null }[],
  author: Author,
  room: Room | undefined,
): Promise<Counter> {
  const first = await tx.take(entries.length);
  const named = entries.flatMap(({ raw, entry }) =>
    [idOf(raw), entry?.instead, entry?.discards].filter((id) => typeof id === 'string'),
  );
  const touched = entries.flatMap(({ raw, entry }) => [
    ...writesIn(raw).map(({ id }) => id),
    ...(entry ? [...partnersIn(entry.writes), ...entry.writes.flatMap(judgedOn)] : []),
  ]);
  const rows = await tx.rows([...new Set([author.member, ...touched])]);
  const [programme] = await tx.find(programmeScope, ['programme']);
  const daysBack = daysBackIn(programme?.body);
  return new Counter(first, await tx.applied(named), await tx.inbox(named), rows, room, daysBack);
}

/** Rows and rights from one snapshot, so that a right taken away never leaves a row behind it. */
async function answer(
  tx: LedgerRead,
  author: Author,
  round: Round,
  results: readonly Result[],
  nowMs: number,
): Promise<RoundAnswer> {
  const head = await tx.head();
  const readable = readableScopes(author.rights, await tx.partners());
  const known = Object.keys(round.scopes);
  const sameEpoch = round.epoch === head.epoch;
  const scopes: Record<string, Page> = {};
  let room: number = limits.pageRows;
  for (const scope of sameEpoch || round.epoch === '' ? readable : []) {
    const after = round.scopes[scope] ?? 0;
    const feed = room > 0 ? await tx.feed(scope, after) : { rows: [], more: true };
    room -= feed.rows.length;
    scopes[scope] = {
      rows: feed.rows,
      more: feed.more,
      cursor: feed.more ? (feed.rows.at(-1)?.seq ?? after) : head.seq,
    };
  }
  return {
    epoch: head.epoch,
    now: nowMs,
    results,
    scopes,
    added: readable.filter((scope) => !known.includes(scope)),
    dropped: known.filter((scope) => !readable.includes(scope)),
    backedUpSeq: backedUpTo,
    minClient,
    schema: schemaVersion,
  };
}
