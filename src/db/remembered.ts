import type { OutboxBox } from './database.ts';
import type { Held, OutboxItem } from './store.ts';

/**
 * What transactions have read, kept in memory for the next: a tap reads one number from the disk and nothing else. The number is
 * raised by every transaction that changes a row or an entry, in this tab or another, so what is remembered is what is there.
 */

/** A mark on the disk of how far it has come: another one means that somebody else has written. */
export type DiskMark = { readonly version: number; readonly clock: number };

const isSame = (a: DiskMark, b: DiskMark): boolean => a.version === b.version && a.clock === b.clock;

/** What one transaction changed: entries as they stand after it, and which rows are to be read again. */
export type Written = {
  /** Pending entries by key; undefined where they are to be read again. */
  readonly pending: ReadonlyMap<number, OutboxBox> | undefined;
  readonly ids: ReadonlySet<string>;
  readonly types: ReadonlySet<string>;
  readonly allRows: boolean;
};

/** What is remembered of one person's database, and at which mark of the disk it holds. */
export class Remembered {
  #at: DiskMark = { version: -1, clock: -1 };
  #lists = new Map<string, Map<string | undefined, readonly Held[]>>();
  #rows = new Map<string, Held | undefined>();
  #pending: ReadonlyMap<number, OutboxBox> | undefined;
  /** The same, opened: one array for as long as nothing is saved, so that what is worked out of it can be kept beside it. */
  opened: readonly OutboxItem[] | undefined;

  /** Lets go of everything that was read before the disk came to this mark. */
  at(mark: DiskMark): void {
    if (isSame(mark, this.#at)) return;
    this.forget();
    this.#at = mark;
  }

  /** Whether what was read at this mark may still be remembered. */
  holds(mark: DiskMark): boolean {
    return isSame(mark, this.#at);
  }

  list(type: string, key: string | undefined): readonly Held[] | undefined {
    return this.#lists.get(type)?.get(key);
  }

  keepList(type: string, key: string | undefined, rows: readonly Held[]): void {
    const lists = this.#lists.get(type) ?? new Map<string | undefined, readonly Held[]>();
    this.#lists.set(type, lists.set(key, rows));
  }

  /** @returns undefined where it was never asked for, null where it is known not to be there */
  row(id: string): Held | null | undefined {
    return this.#rows.has(id) ? (this.#rows.get(id) ?? null) : undefined;
  }

  keepRow(id: string, row: Held | undefined): void {
    this.#rows.set(id, row);
  }

  /** Entries that are not confirmed, by key. */
  get pending(): ReadonlyMap<number, OutboxBox> | undefined {
    return this.#pending;
  }

  keepPending(pending: ReadonlyMap<number, OutboxBox> | undefined): void {
    if (pending === this.#pending) return;
    this.#pending = pending;
    this.opened = undefined;
  }

  /** A transaction that began at `from` has been committed and left the disk at `to`. */
  moveOn(from: DiskMark, to: DiskMark, changed: Written): void {
    // Somebody else has written in between: the next transaction finds out by itself.
    if (!this.holds(from)) return;
    if (changed.allRows) {
      this.#lists.clear();
      this.#rows.clear();
    }
    for (const type of changed.types) this.#lists.delete(type);
    for (const id of changed.ids) this.#rows.delete(id);
    this.keepPending(changed.pending);
    this.#at = to;
  }

  forget(): void {
    this.#lists.clear();
    this.#rows.clear();
    this.keepPending(undefined);
    this.#at = { version: -1, clock: -1 };
  }
}
