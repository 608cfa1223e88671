import { usualDaysBack } from '#domain/days-back.ts';
import { type Applied, type Author, applyEntry, sessionIn } from '#domain/records/apply.ts';
import type { Entry, Write } from '#domain/records/entry.ts';
import { decidingIds } from '#domain/records/erasing/fates.ts';
import type { Lost } from '#domain/records/merge.ts';
import type { SequencedRow } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { keepsWhoSaved } from '#domain/records/set-up/changes.ts';
import { limits, type Result } from '#domain/records/wire.ts';
import { toInstant } from '#domain/time.ts';
import {
  asItCame,
  type Because,
  idOf,
  isSendersOwn,
  keptKey,
  keptWithout,
  maySettle,
  type Room,
  toKept,
  unreadable,
  writesIn,
} from './kept.ts';
import type { AppliedEntry, InboxEntry, LedgerWrite, SavedBy } from './ledger.ts';

/** The partners that writes name: where they live, and who gets what is handed over. */
export const partnersIn = (writes: readonly Pick<Write, 'scope' | 'alsoScope'>[]): string[] =>
  writes.flatMap(({ scope, alsoScope = '' }) => [scope, alsoScope].flatMap((each) => partnerOf(each) ?? []));

/** The records a write is judged on: whether somebody it is about was erased, and the day of its session. */
export const judgedOn = (write: Write): string[] => {
  const session = sessionIn(write);
  return session === undefined ? decidingIds(write) : [...decidingIds(write), session];
};

/**
 * Where the entries of one push are handed in. Each takes one number, and all of its rows carry that number, so that a page
 * of the feed cut between numbers never cuts a save in two. Nothing is written before `store`.
 */
export class Counter {
  #seq: number;
  #applied: Map<string, AppliedEntry>;
  #inbox: Map<string, InboxEntry>;
  #rows: Map<string, SequencedRow>;
  #room: Room;
  readonly #daysBack: number;
  readonly #changed = new Set<string>();
  readonly #accepted: string[] = [];
  readonly #savedBy = new Map<string, SavedBy>();
  readonly #kept = new Set<string>();
  readonly #lost: (Lost & { row: string; seq: number })[] = [];

  constructor(
    first: number,
    applied: ReadonlyMap<string, AppliedEntry>,
    inbox: readonly InboxEntry[],
    rows: ReadonlyMap<string, SequencedRow>,
    room: Room = { entries: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY },
    daysBack: number = usualDaysBack,
  ) {
    this.#daysBack = daysBack;
    this.#seq = first;
    this.#applied = new Map(applied);
    this.#inbox = new Map(inbox.map((each) => [keptKey(each), each]));
    this.#rows = new Map(rows);
    this.#room = room;
  }

  /** Judges an entry; what comes of it is stored by `store`. */
  take(entry: Entry, author: Author, nowMs: number): Result {
    // Whoever sends it: of somebody who was erased nothing is kept, though its author may not know that they were.
    const isErased = (of: string) => this.#rows.get(of)?.deleted === true;
    const refuse = (because: Because) =>
      this.#refuse(keptWithout(toKept(entry, author, this.#rows, because), isErased));
    const before = this.#before(entry.id, author);
    if (before) return before;
    if (this.#isAnothers(entry.id, author))
      return refuse({ code: 'other_author', why: 'its id is kept for another person' });
    if (entry.instead !== undefined && this.#applied.has(entry.instead))
      return refuse({ code: 'already_accepted', why: 'the first one was accepted meanwhile', closed: true });
    const closing = this.#closing(entry, author);
    if (!closing) return refuse({ code: 'no_right', why: 'what it stands in for is another person’s' });
    if (closing.some((kept) => isSecondFix(entry, kept)))
      return refuse({ code: 'closed', why: 'dealt with already', closed: true });
    const outcome = judged(entry, author, this.#rowsOf(entry), nowMs, this.#daysBack);
    if (!outcome.ok) return { ...refuse(outcome), ...(outcome.erased && { erased: outcome.erased }) };
    const stranger = this.#unknownPartner(entry);
    if (stranger) return refuse({ code: stranger, why: 'no such partner' });
    for (const kept of [...closing, ...this.#moot(entry.id, author)]) this.#close(kept);
    if (entry.writes.some(({ type }) => keepsWhoSaved(type)))
      this.#savedBy.set(entry.id, { by: author.member, at: entry.at });
    return this.#accept(entry.id, outcome, toInstant(nowMs));
  }

  /** Keeps what is no entry, under whatever id it has. */
  refuseUnread(raw: unknown, author: Author): Result {
    const id = idOf(raw);
    // Without an id it can be neither kept nor answered for; no phone of ours makes one.
    if (id === null) return { id: '', result: 'refused', code: 'invalid', why: 'not an entry', seq: 0, final: false };
    return this.#before(id, author) ?? this.#refuse(unreadable(id, raw, author, this.#rows));
  }

  /** The rows that were accepted, as they are stored. */
  get stored(): SequencedRow[] {
    return [...this.#changed].flatMap((id) => this.#rows.get(id) ?? []);
  }

  /** What was kept for people to look at, or dealt with. */
  get looked(): InboxEntry[] {
    return [...this.#kept].flatMap((key) => this.#inbox.get(key) ?? []);
  }

  async store(tx: LedgerWrite): Promise<void> {
    const of = <T>(ids: Iterable<string>, from: ReadonlyMap<string, T>): T[] =>
      [...ids].flatMap((id) => from.get(id) ?? []);
    await tx.putRows(of(this.#changed, this.#rows));
    await tx.putApplied(
      this.#accepted.flatMap(
        (id) => ({ id, ...this.#applied.get(id), ...this.#savedBy.get(id) }) as AppliedEntry & { id: string },
      ),
    ); // put there by #accept
    await tx.putInbox(of(this.#kept, this.#inbox));
    await tx.keepLost(this.#lost);
  }

  /** Only what the entry writes and is judged on: judging copies it, and a push holds hundreds. */
  #rowsOf({ writes }: Entry): Map<string, SequencedRow> {
    const rows = new Map<string, SequencedRow>();
    for (const id of writes.flatMap(judgedOn)) {
      const row = this.#rows.get(id);
      if (row) rows.set(id, row);
    }
    return rows;
  }

  /** Why a place is nobody's, if it is: a record there would be in no feed, and a transfer to nobody is stock that is nowhere. */
  #unknownPartner({ writes }: Entry): 'also_scope' | 'invalid' | null {
    const isKnown = (partner: string) =>
      this.#rows.get(partner)?.type === 'partner' ||
      writes.some(({ id, type }) => id === partner && type === 'partner');
    if (!partnersIn(writes.map(({ scope }) => ({ scope }))).every(isKnown)) return 'invalid';
    return partnersIn(writes).every(isKnown) ? null : 'also_scope';
  }

  /** The answer this id was given before: the same for ever, however often it is sent (I3). */
  #before(id: string, { member }: Author): Result | null {
    const applied = this.#applied.get(id);
    if (applied) return { id, result: 'dup', ...applied };
    const kept = this.#inbox.get(keptKey({ id, by: member }));
    if (!kept?.closed) return null;
    const code = kept.code === 'erased' ? 'erased' : 'closed';
    return { id, result: 'refused', code, why: 'dealt with already', seq: kept.seq, final: true };
  }

  #sent(id: string): InboxEntry[] {
    return [...this.#inbox.values()].filter((kept) => kept.id === id);
  }

  /** Whether the id is that of an entry which is kept for its author: applied, another's would be taken for it. */
  #isAnothers(id: string, { member }: Author): boolean {
    return this.#sent(id).some((kept) => kept.by !== member && isSendersOwn(kept));
  }

  /** What an accepted entry leaves nothing to settle of: itself, and copies of it that others sent. */
  #moot(id: string, { member }: Author): InboxEntry[] {
    return this.#sent(id).filter((kept) => kept.by === member || !isSendersOwn(kept));
  }

  /** What an entry fixes or gives up, of its author or of somebody they settle for; null where it is neither. Not here yet is nobody's. */
  #closing({ instead, discards }: Entry, { member, rights }: Author): InboxEntry[] | null {
    const closing: InboxEntry[] = [];
    for (const id of [instead, discards]) {
      const sent = id === undefined ? [] : this.#sent(id);
      const own = sent.filter(({ by }) => by === member);
      const theirs = own.length > 0 ? own : sent.filter((kept) => maySettle(rights, kept));
      if (sent.length > 0 && theirs.length === 0) return null;
      closing.push(...theirs);
    }
    return closing;
  }

  #refuse(entry: InboxEntry): Result & { result: 'refused' } {
    const { id, code, why, closed } = entry;
    const seq = this.#next();
    const refused = { id, result: 'refused', code, why, final: closed } as const;
    const key = keptKey(entry);
    const isNew = !this.#inbox.has(key);
    const { entries, bytes } = this.#room;
    // What has no room is answered for all the same; that it is kept nowhere but on its phone, the number says.
    if (isNew && (entries < 1 || bytes < entry.body.length)) return { ...refused, seq: 0, final: false };
    if (isNew) this.#room = { entries: entries - 1, bytes: bytes - entry.body.length };
    this.#inbox.set(key, { ...entry, seq });
    this.#kept.add(key);
    return { ...refused, seq };
  }

  #accept(id: string, { changed, clock }: Applied & { ok: true }, arrivedAt: string): Result {
    const seq = this.#next();
    for (const { row, lost } of changed) {
      const received = this.#rows.get(row.id)?.received ?? arrivedAt;
      this.#rows.set(row.id, { ...row, received, seq });
      this.#changed.add(row.id);
      this.#lost.push(...lost.map((each) => ({ ...each, row: row.id, seq })));
    }
    this.#applied.set(id, { seq, clock });
    this.#accepted.push(id);
    return { id, result: 'ok', seq, clock };
  }

  #close(kept: InboxEntry): void {
    const key = keptKey(kept);
    this.#inbox.set(key, { ...kept, closed: true });
    this.#kept.add(key);
  }

  #next(): number {
    this.#seq += 1;
    return this.#seq - 1;
  }
}

/**
 * Whether what an entry comes instead of was dealt with before, and it is not the same records once more: two fixes of one
 * save would count twice. With the same records it changes nothing twice, and no fix is lost to whoever was quicker.
 */
function isSecondFix({ instead, writes }: Entry, kept: InboxEntry): boolean {
  if (kept.id !== instead || !kept.closed) return false;
  const same = new Set(writesIn(asItCame(kept.body)).map(({ id }) => id));
  return !writes.every(({ id }) => same.has(id));
}

/** A fault in our own code refuses one entry and keeps it; it never stops the ones behind it (I10). */
function judged(
  entry: Entry,
  author: Author,
  rows: ReadonlyMap<string, SequencedRow>,
  nowMs: number,
  daysBack: number,
): Applied {
  if (JSON.stringify(entry).length > limits.entryBytes) return { ok: false, code: 'too_large', why: 'over 256 KB' };
  try {
    return applyEntry(entry, author, rows, nowMs, daysBack);
  } catch {
    return { ok: false, code: 'error', why: 'the server could not read it' };
  }
}
