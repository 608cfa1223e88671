import { readableScopes } from '#domain/access.ts';
import { type Applied, type Author, applyEntry, type Refusal } from '#domain/apply.ts';
import { canonical } from '#domain/canonical.ts';
import { type Entry, schemaVersion } from '#domain/entry.ts';
import type { Lost } from '#domain/merge.ts';
import type { SequencedRow } from '#domain/row.ts';
import { partnerOf } from '#domain/scopes.ts';
import { type Answer, limits, type Page, parseEntry, type Result } from '#domain/wire.ts';
import type { AppliedEntry, InboxEntry, Ledger, LedgerRead, LedgerWrite } from './ledger.ts';

/** One round on the server: the entries of a push are applied in one transaction that holds the head, then the feed is read. */

export type Round = {
  readonly epoch: string;
  readonly entries: readonly unknown[];
  readonly scopes: Readonly<Record<string, number>>;
};

const minClient = '0.1.0';

/** @param nowMs the server's clock, epoch ms */
export async function receive(ledger: Ledger, author: Author, round: Round, nowMs: number): Promise<Answer> {
  const results = await receiveEntries(ledger, author, round.entries, nowMs);
  return ledger.read((tx) => answer(tx, author, round, results, nowMs));
}

/** Applies entries in order and answers for each; hands out no row. Without entries it takes no lock and writes nothing. */
export async function receiveEntries(
  ledger: Ledger,
  author: Author,
  raw: readonly unknown[],
  nowMs: number,
): Promise<Result[]> {
  if (raw.length === 0) return [];
  const entries = raw.map((each) => ({ raw: each, entry: parseEntry(each) }));
  return ledger.write(async (tx) => {
    const counter = await openCounter(tx, entries);
    const results = entries.map(({ raw: body, entry }) =>
      entry ? counter.take(entry, author, nowMs) : counter.refuseUnread(body, author),
    );
    await counter.store(tx);
    return results;
  });
}

/** Reads everything the entries of one push touch, after taking the lock: rows read before it could be overtaken. */
async function openCounter(
  tx: LedgerWrite,
  entries: readonly { raw: unknown; entry: Entry | null }[],
): Promise<Counter> {
  const first = await tx.take(entries.length);
  const named = entries.flatMap(({ raw, entry }) =>
    [idOf(raw), entry?.instead, entry?.discards].filter((id) => typeof id === 'string'),
  );
  const written = entries.flatMap(
    ({ entry }) => entry?.writes.flatMap(({ id, alsoScope }) => [id, ...secondOf(alsoScope)]) ?? [],
  );
  return new Counter(first, await tx.applied(named), await tx.inbox(named), await tx.rows([...new Set(written)]));
}

/**
 * Where the entries of one push are handed in. Each takes one number, and all of its rows carry that number, so that a page
 * of the feed cut between numbers never cuts a save in two. Nothing is written before `store`.
 */
class Counter {
  #seq: number;
  #applied: Map<string, AppliedEntry>;
  #inbox: Map<string, InboxEntry>;
  #rows: Map<string, SequencedRow>;
  readonly #changed = new Set<string>();
  readonly #accepted: string[] = [];
  readonly #kept = new Set<string>();
  readonly #lost: (Lost & { row: string; seq: number })[] = [];

  constructor(
    first: number,
    applied: ReadonlyMap<string, AppliedEntry>,
    inbox: ReadonlyMap<string, InboxEntry>,
    rows: ReadonlyMap<string, SequencedRow>,
  ) {
    this.#seq = first;
    this.#applied = new Map(applied);
    this.#inbox = new Map(inbox);
    this.#rows = new Map(rows);
  }

  take(entry: Entry, author: Author, nowMs: number): Result {
    const before = this.#before(entry.id, author);
    if (before) return before;
    if (entry.instead !== undefined && this.#applied.has(entry.instead)) {
      return this.#refuse(toInbox(entry, author, 'already_accepted', 'the first one was accepted meanwhile', true));
    }
    const closes = [entry.instead, entry.discards].filter((id) => id !== undefined);
    if (closes.some((id) => !mayClose(author, this.#inbox.get(id)))) {
      return this.#refuse(toInbox(entry, author, 'no_right', 'what it stands in for is another person’s'));
    }
    const outcome = judged(entry, author, this.#rowsOf(entry), nowMs);
    if (!outcome.ok) return this.#refuse(toInbox(entry, author, outcome.code, outcome.why));
    if (!this.#knowsSecond(outcome)) return this.#refuse(toInbox(entry, author, 'also_scope', 'no such partner'));
    for (const id of [entry.id, ...closes]) this.#close(id);
    return this.#accept(entry.id, outcome);
  }

  refuseUnread(raw: unknown, author: Author): Result {
    const id = idOf(raw);
    // Without an id it can be neither kept nor answered for; no phone of ours makes one.
    if (id === null) return { id: '', result: 'refused', code: 'invalid', why: 'not an entry', seq: 0, final: false };
    return this.#before(id, author) ?? this.#refuse(unreadable(id, raw, author));
  }

  async store(tx: LedgerWrite): Promise<void> {
    const of = <T>(ids: Iterable<string>, from: ReadonlyMap<string, T>): T[] =>
      [...ids].flatMap((id) => from.get(id) ?? []);
    await tx.putRows(of(this.#changed, this.#rows));
    await tx.putApplied(
      this.#accepted.flatMap((id) => ({ id, ...this.#applied.get(id) }) as AppliedEntry & { id: string }),
    ); // put there by #accept
    await tx.putInbox(of(this.#kept, this.#inbox));
    await tx.keepLost(this.#lost);
  }

  /** Only what the entry writes: judging copies it, and a push holds hundreds. */
  #rowsOf({ writes }: Entry): Map<string, SequencedRow> {
    const rows = new Map<string, SequencedRow>();
    for (const { id } of writes) {
      const row = this.#rows.get(id);
      if (row) rows.set(id, row);
    }
    return rows;
  }

  /** Whether there is somebody to get what is handed over: a transfer to nobody would be stock that is nowhere. */
  #knowsSecond({ changed }: Applied & { ok: true }): boolean {
    const made = new Map(changed.map(({ row }) => [row.id, row]));
    return changed
      .flatMap(({ row }) => secondOf(row.alsoScope))
      .every((partner) => (made.get(partner) ?? this.#rows.get(partner))?.type === 'partner');
  }

  /** The answer this id was given before: the same for ever, however often it is sent (I3). */
  #before(id: string, author: Author): Result | null {
    const applied = this.#applied.get(id);
    if (applied) return { id, result: 'dup', ...applied };
    const kept = this.#inbox.get(id);
    // Nobody takes the place of what the inbox keeps for another: that would lose it.
    if (kept && kept.by !== author.member) return { ...refusedAs(kept.seq), id, final: false };
    if (!kept?.closed) return null;
    return { id, result: 'refused', code: 'closed', why: 'dealt with already', seq: kept.seq, final: true };
  }

  #refuse(entry: InboxEntry): Result {
    const kept = { ...entry, seq: this.#next() };
    this.#inbox.set(entry.id, kept);
    this.#kept.add(entry.id);
    const { id, code, why, seq, closed } = kept;
    return { id, result: 'refused', code, why, seq, final: closed };
  }

  #accept(id: string, { changed, clock }: Applied & { ok: true }): Result {
    const seq = this.#next();
    for (const { row, lost } of changed) {
      this.#rows.set(row.id, { ...row, seq });
      this.#changed.add(row.id);
      this.#lost.push(...lost.map((each) => ({ ...each, row: row.id, seq })));
    }
    this.#applied.set(id, { seq, clock });
    this.#accepted.push(id);
    return { id, result: 'ok', seq, clock };
  }

  #close(id: string): void {
    const open = this.#inbox.get(id);
    if (!open) return;
    this.#inbox.set(id, { ...open, closed: true });
    this.#kept.add(id);
  }

  #next(): number {
    this.#seq += 1;
    return this.#seq - 1;
  }
}

/** The partner something is handed over to, if it is. */
const secondOf = (alsoScope: string | undefined): string[] => {
  const partner = partnerOf(alsoScope ?? '');
  return partner === null ? [] : [partner];
};

const refusedAs = (seq: number) =>
  ({ result: 'refused', code: 'other_author', why: 'kept for another person', seq }) as const;

/** A refused entry is given up or replaced by its author, or by a coordinator who sees it. One not here yet is nobody's. */
function mayClose(author: Author, kept: InboxEntry | undefined): boolean {
  if (!kept || kept.by === author.member) return true;
  return author.rights.some(
    ({ role, partner }) =>
      role === 'programmeCoordinator' || (role === 'partnerCoordinator' && partner === kept.partner),
  );
}

/** A fault in our own code refuses one entry and keeps it; it never stops the ones behind it (I10). */
function judged(entry: Entry, author: Author, rows: ReadonlyMap<string, SequencedRow>, nowMs: number): Applied {
  if (JSON.stringify(entry).length > limits.entryBytes) return { ok: false, code: 'too_large', why: 'over 256 KB' };
  try {
    return applyEntry(entry, author, rows, nowMs);
  } catch {
    return { ok: false, code: 'error', why: 'the server could not read it' };
  }
}

function toInbox(entry: Entry, author: Author, code: Refusal, why: string, closed = false): InboxEntry {
  return {
    id: entry.id,
    code,
    why,
    seq: 0,
    by: author.member,
    device: author.device,
    partner: partnerFor(author, entry),
    body: canonical(entry),
    closed,
  };
}

/**
 * Whose coordinators see a kept entry: the partner it was written for, if its author works there, else the author's own.
 * A name sent to the wrong partner is not shown to that partner. Someone without any role left is known by the entry alone.
 */
function partnerFor(author: Author, entry: Entry): string | null {
  const own = author.rights.flatMap(({ partner }) => partner ?? []);
  const named = entry.writes.map(({ scope }) => partnerOf(scope)).find((each) => each !== null) ?? null;
  if (author.rights.length === 0 || author.rights.some(({ partner }) => partner === null)) return named;
  return named !== null && own.includes(named) ? named : (own[0] ?? null);
}

const idOf = (raw: unknown): string | null =>
  typeof raw === 'object' &&
  raw !== null &&
  'id' in raw &&
  typeof raw.id === 'string' &&
  /^[a-z0-9:_-]{8,80}$/i.test(raw.id)
    ? raw.id
    : null;

const newerSchema = { code: 'newer_schema', why: 'written by a newer version' } as const;

function unreadable(id: string, raw: unknown, author: Author): InboxEntry {
  const body = JSON.stringify(raw).slice(0, limits.entryBytes);
  // A newer app may write what this server cannot even read; its phone keeps it until the server can.
  const newer = typeof raw === 'object' && raw !== null && 'schema' in raw && Number(raw.schema) > schemaVersion;
  return {
    id,
    ...(newer ? newerSchema : { code: 'invalid', why: 'not an entry of this protocol' }),
    seq: 0,
    by: author.member,
    device: author.device,
    partner: author.rights.find(({ partner }) => partner !== null)?.partner ?? null,
    body,
    closed: false,
  };
}

/** Rows and rights from one snapshot, so that a right taken away never leaves a row behind it. */
async function answer(
  tx: LedgerRead,
  author: Author,
  round: Round,
  results: readonly Result[],
  nowMs: number,
): Promise<Answer> {
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
    backedUpSeq: 0,
    minClient,
    schema: schemaVersion,
  };
}
