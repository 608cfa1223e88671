import type { OutboxBox, PersonDatabase } from './database.ts';
import type { DiskMark, Remembered } from './remembered.ts';
import { emptyMeta, type Held, type Meta, type OutboxItem } from './store.ts';

/** One transaction on a person's database: what it need not read, because it is remembered, and what it has changed so far. */

const metaName = 'meta';

/** Where an entry stands, without the entry. */
type Stands = Omit<OutboxItem, 'entry'>;

/** Reads through what is remembered; gathers what changes, and puts it on the disk in as few puts as it takes. */
export class UnitOfWork {
  readonly #tables: Pick<PersonDatabase, 'meta' | 'outbox'>;
  readonly #remembered: Remembered;
  #found: Promise<{ readonly meta: Meta; readonly mark: DiskMark }> | undefined;
  #staged: Meta | undefined;
  readonly #ids = new Set<string>();
  readonly #types = new Set<string>();
  #anyRow = false;
  /** Pending entries by key as they stand in this transaction; undefined until it has changed one. */
  #own: Map<number, OutboxBox> | undefined;
  /** What is remembered of the entries holds no more. */
  #entriesMoved = false;
  /** Still to be put on the disk. */
  readonly #puts = new Map<number, OutboxBox>();
  /** Entries changed here, or read without being remembered. */
  readonly #changed = new Map<number, OutboxBox>();
  readonly #reading = new Map<string, Promise<readonly Held[]>>();
  #readingPending: Promise<ReadonlyMap<number, OutboxBox>> | undefined;
  #touched = false;
  #moved: { readonly from: DiskMark; readonly to: DiskMark } | undefined;

  constructor(tables: Pick<PersonDatabase, 'meta' | 'outbox'>, remembered: Remembered) {
    this.#tables = tables;
    this.#remembered = remembered;
  }

  /** The one read that every transaction makes: it says whether what is remembered still holds. */
  #disk() {
    this.#found ??= this.#tables.meta.get(metaName).then((found) => {
      const { name: _, version = 0, ...meta } = found ?? { ...emptyMeta, name: metaName };
      const mark = { version, clock: meta.clock };
      this.#remembered.at(mark);
      return { meta, mark };
    });
    return this.#found;
  }

  async meta(): Promise<Meta> {
    const { meta } = await this.#disk();
    return this.#staged ?? meta;
  }

  putMeta(meta: Meta): void {
    this.#staged = meta;
  }

  /** Rows by id. @param read those that are not remembered, in the order asked */
  async rows(
    ids: readonly string[],
    read: (ids: readonly string[]) => Promise<readonly (Held | undefined)[]>,
  ): Promise<readonly (Held | undefined)[]> {
    const { mark } = await this.#disk();
    const isTold = (id: string) => !this.#anyRow && !this.#ids.has(id) && this.#remembered.holds(mark);
    const known = new Map<string, Held | undefined>();
    for (const id of ids) {
      const row = isTold(id) ? this.#remembered.row(id) : undefined;
      if (row !== undefined) known.set(id, row ?? undefined);
    }
    const missing = ids.filter((id) => !known.has(id));
    const found = missing.length > 0 ? await read(missing) : [];
    for (const [at, id] of missing.entries()) {
      known.set(id, found[at]);
      if (isTold(id)) this.#remembered.keepRow(id, found[at]);
    }
    return ids.map((id) => known.get(id));
  }

  /** All rows of a type, or those of one key: the same array for as long as none of them changes. */
  async list(type: string, key: string | undefined, read: () => Promise<readonly Held[]>): Promise<readonly Held[]> {
    const { mark } = await this.#disk();
    const isTold = () => !this.#anyRow && !this.#types.has(type) && this.#remembered.holds(mark);
    const known = isTold() ? this.#remembered.list(type, key) : undefined;
    if (known) return known;
    if (!isTold()) return read();
    const name = `${type}|${key ?? ''}|${key === undefined}`;
    const reading = this.#reading.get(name) ?? read();
    this.#reading.set(name, reading);
    const found = await reading;
    if (isTold()) this.#remembered.keepList(type, key, found);
    return found;
  }

  /** Rows are put: what is remembered of them, and every list of their types, is read again. */
  rowsChange(rows: readonly Held[]): void {
    for (const { id, type } of rows) {
      this.#ids.add(id);
      this.#types.add(type);
    }
  }

  anyRowChanges(): void {
    this.#anyRow = true;
  }

  /** Entries that are not confirmed, in the order they were put there. */
  async pending(
    read: () => Promise<readonly OutboxBox[]>,
    opened: (box: OutboxBox) => OutboxItem,
  ): Promise<readonly OutboxItem[]> {
    const boxes = await this.#pending(read);
    if (boxes !== this.#remembered.pending) return [...boxes.values()].map(opened);
    this.#remembered.opened ??= [...boxes.values()].map(opened);
    return this.#remembered.opened;
  }

  async #pending(read: () => Promise<readonly OutboxBox[]>): Promise<ReadonlyMap<number, OutboxBox>> {
    const { mark } = await this.#disk();
    const known = this.#own ?? this.#told(mark);
    if (known) return known;
    this.#readingPending ??= read().then((boxes) => {
      const found = new Map(boxes.map((box) => [box.key ?? 0, box]));
      if (this.#entriesMoved) this.#own = found;
      else if (this.#remembered.holds(mark)) this.#remembered.keepPending(found);
      return found;
    });
    return this.#readingPending;
  }

  /** Entries that are not remembered, as they stand in this transaction. */
  async seen(read: () => Promise<readonly OutboxBox[]>): Promise<readonly OutboxBox[]> {
    await this.flush();
    const boxes = await read();
    for (const box of boxes) this.#changed.set(box.key ?? 0, box);
    return boxes;
  }

  #told(mark: DiskMark): ReadonlyMap<number, OutboxBox> | undefined {
    return !this.#entriesMoved && this.#remembered.holds(mark) ? this.#remembered.pending : undefined;
  }

  /** A change of some entries; where it is not known how the others stand, they are read again. */
  #change(mark: DiskMark, change: (own: Map<number, OutboxBox>) => void): void {
    const known = this.#own ?? this.#told(mark);
    this.#entriesMoved = true;
    this.#readingPending = undefined;
    this.#own = known && new Map(known);
    if (this.#own) change(this.#own);
  }

  async addEntry(box: OutboxBox): Promise<void> {
    const { mark } = await this.#disk();
    const key = await this.#tables.outbox.add(box);
    this.#change(mark, (own) => own.set(key, { ...box, key }));
  }

  /** Where entries stand from now on. Those not read in this transaction are unknown here. */
  async putEntries(items: readonly Stands[]): Promise<void> {
    const { mark } = await this.#disk();
    const known = this.#own ?? this.#told(mark);
    const boxes = items.map((stands) => {
      const box = this.#changed.get(stands.key) ?? known?.get(stands.key);
      if (!box) throw new Error('an entry is changed only after it was read');
      return { ...box, ...stands };
    });
    this.#change(mark, (own) => {
      for (const box of boxes) {
        if (box.state === 'confirmed') own.delete(box.key);
        else own.set(box.key, box);
      }
    });
    for (const box of boxes) {
      this.#puts.set(box.key, box);
      this.#changed.set(box.key, box);
    }
  }

  /** @returns the ids of those that are known here */
  async removeEntries(keys: readonly number[]): Promise<readonly string[]> {
    const { mark } = await this.#disk();
    const known = this.#own ?? this.#told(mark);
    const ids = keys.flatMap((key) => (this.#changed.get(key) ?? known?.get(key))?.id ?? []);
    this.#change(mark, (own) => {
      for (const key of keys) own.delete(key);
    });
    for (const key of keys) this.#puts.delete(key);
    await this.#tables.outbox.bulkDelete([...keys]);
    return ids;
  }

  /** Any entry may stand elsewhere now. */
  anyEntryChanges(): void {
    this.#entriesMoved = true;
    this.#own = undefined;
    this.#readingPending = undefined;
  }

  /** Something else has changed that lists are drawn of: whoever reads live reads again. */
  touch(): void {
    this.#touched = true;
  }

  /** Puts where entries stand on the disk, for what reads it there. */
  async flush(): Promise<void> {
    if (this.#puts.size === 0) return;
    const puts = [...this.#puts.values()];
    this.#puts.clear();
    await this.#tables.outbox.bulkPut(puts);
  }

  /** The last thing of a transaction that may have changed something. */
  async end(): Promise<void> {
    const isNew = this.#anyRow || this.#types.size > 0 || this.#entriesMoved || this.#touched;
    if (!isNew && !this.#staged) return;
    await this.flush();
    const { meta, mark } = await this.#disk();
    const next = this.#staged ?? meta;
    const to = { version: mark.version + (isNew ? 1 : 0), clock: next.clock };
    await this.#tables.meta.put({ ...next, version: to.version, name: metaName });
    this.#moved = { from: mark, to };
  }

  /** It is on the disk: what is remembered moves on with it. */
  committed(): void {
    if (!this.#moved) return;
    const { from, to } = this.#moved;
    this.#remembered.moveOn(from, to, {
      pending: this.#entriesMoved ? this.#own : this.#remembered.pending,
      ids: this.#ids,
      types: this.#types,
      allRows: this.#anyRow,
    });
  }
}
