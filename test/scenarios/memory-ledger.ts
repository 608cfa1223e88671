import type { Lost } from '#domain/records/merge.ts';
import { keyOf, type SequencedRow } from '#domain/records/row.ts';
import { keptKey } from '#server/kept.ts';
import type { AppliedEntry, Feed, InboxEntry, Ledger, LedgerRead, LedgerWrite } from '#server/ledger.ts';

/**
 * The server's database in memory. Harder than a real one where it may be: whatever is read before the head is locked is as
 * old as a database may lawfully show it, and a page of the feed is a handful of rows.
 */

export type Books = {
  seq: number;
  readonly rows: Map<string, SequencedRow>;
  readonly applied: Map<string, AppliedEntry>;
  /** By id and sender, `keptKey`. */
  readonly inbox: Map<string, InboxEntry>;
  readonly history: (Lost & { row: string; seq: number })[];
};

const copied = (books: Books): Books => ({
  seq: books.seq,
  rows: new Map(books.rows),
  applied: new Map(books.applied),
  inbox: new Map(books.inbox),
  history: [...books.history],
});

const emptyBooks = (): Books => ({ seq: 0, rows: new Map(), applied: new Map(), inbox: new Map(), history: [] });

export class ServerDied extends Error {}

/** What was kept under an id first. */
export const keptIn = ({ inbox }: Books, id: string): InboxEntry | undefined =>
  [...inbox.values()].find((kept) => kept.id === id);

export class MemoryLedger implements Ledger {
  books = emptyBooks();
  epoch = 'epoch-1';
  /** Kills the server around the next commit. */
  dies: 'before commit' | 'after commit' | null = null;
  /** A broken server: it answers "ok" and keeps no row. */
  losesRows = false;
  onCommit: (before: Books, after: Books) => void = () => {};
  readonly #pageRows: number;
  /** The books one commit ago: what a transaction that began before that commit still sees. */
  #older = this.books;

  constructor(pageRows: number) {
    this.#pageRows = pageRows;
  }

  async write<T>(work: (tx: LedgerWrite) => Promise<T>): Promise<T> {
    const before = this.books;
    const after = copied(before);
    const result = await work(writingOn(after, this.#older));
    if (this.losesRows) for (const id of after.rows.keys()) if (!before.rows.has(id)) after.rows.delete(id);
    const dies = this.dies;
    this.dies = null;
    if (dies === 'before commit') throw new ServerDied(dies);
    this.#older = before;
    this.books = after;
    this.onCommit(before, after);
    if (dies === 'after commit') throw new ServerDied(dies);
    return result;
  }

  async read<T>(work: (tx: LedgerRead) => Promise<T>): Promise<T> {
    const { books, epoch } = this;
    return work({
      head: async () => ({ seq: books.seq, epoch }),
      feed: async (scope, after) => feedOf(books, scope, after, this.#pageRows),
      partners: async () => [...books.rows.values()].filter(({ type }) => type === 'partner').map(({ id }) => id),
    });
  }
}

/** Rows of a scope in seq order, cut at the page's limit but never between rows of one number. */
function feedOf(books: Books, scope: string, after: number, limit: number): Feed {
  const all = [...books.rows.values()]
    .filter((row) => (row.scope === scope || row.alsoScope === scope) && row.seq > after)
    .sort((a, b) => a.seq - b.seq);
  let end = Math.min(limit, all.length);
  while (end > 0 && end < all.length && all[end]?.seq === all[end - 1]?.seq) end += 1;
  return { rows: all.slice(0, end), more: end < all.length };
}

function writingOn(books: Books, older: Books): LedgerWrite {
  let seen = older;
  const found = <T>(from: ReadonlyMap<string, T>, ids: readonly string[]): Map<string, T> =>
    new Map(
      ids.flatMap((id) => {
        const value = from.get(id);
        return value === undefined ? [] : [[id, structuredClone(value)] as const];
      }),
    );
  return {
    take: async (count) => {
      seen = books;
      books.seq += count;
      return books.seq - count + 1;
    },
    applied: async (ids) => found(seen.applied, ids),
    inbox: async (ids) => structuredClone([...seen.inbox.values()].filter(({ id }) => ids.includes(id))),
    kept: async (partner) =>
      structuredClone([...seen.inbox.values()].filter((each) => each.partner === partner && !each.closed)),
    rows: async (ids) => found(seen.rows, ids),
    find: async (scope, types, keys) =>
      structuredClone(
        [...seen.rows.values()]
          .filter((row) => row.scope === scope && types.includes(row.type) && !row.deleted)
          .filter((row) => !keys || keys.includes(keyOf(row.type, row.body)))
          .sort((a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1)),
      ),
    link: async () => {},
    audit: async () => {},
    putRows: async (rows) => {
      for (const row of rows) books.rows.set(row.id, structuredClone(row));
    },
    putApplied: async (entries) => {
      for (const { id, seq, clock } of entries) books.applied.set(id, { seq, clock });
    },
    putInbox: async (entries) => {
      for (const entry of entries) books.inbox.set(keptKey(entry), structuredClone(entry));
    },
    keptNaming: async (ids) =>
      structuredClone([...seen.inbox.values()].filter(({ body }) => ids.some((id) => body.includes(id)))),
    forgetLost: async (rows) => {
      const kept = books.history.filter(({ row }) => !rows.includes(row));
      books.history.splice(0, books.history.length, ...kept);
    },
    keepLost: async (lost) => {
      books.history.push(...structuredClone(lost));
    },
  };
}
