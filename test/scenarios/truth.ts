import type { Step } from '#db/store.ts';
import type { Entry } from '#domain/records/entry.ts';
import { factHash } from '#domain/records/entry.ts';
import type { Result } from '#domain/records/wire.ts';
import { isAboutErased, leftOf } from './erasing.ts';
import type { Books } from './memory-ledger.ts';
import type { Disk } from './memory-store.ts';
import type { Phone } from './phones.ts';
import type { World } from './world.ts';

/** What really happened, known to nobody in the world; and the invariants (sync.md) that must hold at every instant. */

/** Which entry stood in each field a save overwrote, as the person saw it: `row field` → entry id. */
export type Saw = ReadonlyMap<string, string>;

export type Saved = {
  readonly entry: Entry;
  readonly phone: Phone;
  /** The person was told that it is saved. */
  told: boolean;
  saw: Saw;
  /** The phone's storage went with it. */
  lost: boolean;
};

export class Broken extends Error {
  readonly invariant: string;
  constructor(invariant: string, what: string) {
    super(`${invariant}: ${what}`);
    this.invariant = invariant;
  }
}

export class Truth {
  readonly #world: World;
  readonly saved = new Map<string, Saved>();
  /** Entries closed by one that was accepted: replaced or given up. */
  readonly closed = new Set<string>();
  /** People who were erased. */
  readonly erased = new Set<string>();
  readonly entries = new Map<string, Entry>();
  readonly #clocks = new Map<string, number>();
  /** Entries compared with what was saved, so that each copy is compared once. */
  readonly #unchanged = new WeakSet<Entry>();
  #pushing = { member: '', device: '' };

  constructor(world: World) {
    this.#world = world;
  }

  breaks(invariant: string, what: string): never {
    throw new Broken(invariant, what);
  }

  broken: Broken | null = null;

  /** Remembers the first thing that broke; what the code under test does with an error is then of no matter. */
  notes(invariant: string, what: string): void {
    this.broken ??= new Broken(invariant, what);
  }

  pushing(member: string, device: string): void {
    this.#pushing = { member, device };
  }

  /** Every entry of a push is answered, each by itself (I10), and for ever in the same way (I3). */
  answered(results: readonly Result[], ids: readonly string[]): void {
    for (const [at, id] of ids.entries()) {
      const result = results[at];
      if (result?.id !== id) this.notes('I10', `no result for ${id}`);
      if (result && result.result !== 'refused') {
        const kept = this.#world.ledger.books.applied.get(id);
        if (kept?.seq !== result.seq || kept.clock !== result.clock) this.notes('I3', `${id} was answered differently`);
      }
    }
  }

  serverCommitted(before: Books, after: Books): void {
    for (const [id, { seq, clock }] of before.applied) {
      const now = after.applied.get(id);
      if (now?.seq !== seq || now.clock !== clock) this.notes('I3', `${id} was applied twice`);
    }
    for (const id of before.inbox.keys()) if (!after.inbox.has(id)) this.notes('I1', `${id} left the inbox`);
    for (const id of before.rows.keys()) if (!after.rows.has(id)) this.notes('I1', `row ${id} left the server`);
    for (const [id, row] of after.rows) {
      const old = before.rows.get(id);
      if (old === row) continue;
      if (row.seq <= before.seq || row.seq > after.seq)
        this.notes('I7', `row ${id} is numbered ${row.seq} after ${before.seq}`);
      if (old?.deleted) this.notes('I8', `${id} was written after it was erased`);
      if (old?.hash !== undefined && !row.deleted) this.notes('I5', `fact ${id} was written again`);
    }
    for (const id of after.applied.keys()) if (!before.applied.has(id)) this.#accepted(id, after);
    for (const [key, { id }] of after.inbox) {
      if (before.inbox.has(key)) continue;
      const entry = this.entries.get(id);
      if (entry) this.#absent(entry, after);
    }
  }

  #accepted(id: string, { rows }: Books): void {
    const entry = this.entries.get(id);
    if (!entry) {
      this.notes('I1', `the server applied ${id}, which nobody saved`);
      return;
    }
    const { member, device } = this.#pushing;
    if (entry.by !== member || entry.device !== device) this.notes('I18', `${id} arrived under another name`);
    for (const closes of [entry.instead, entry.discards]) if (closes !== undefined) this.closed.add(closes);
    for (const write of leftOf(entry.writes, rows)) {
      const row = rows.get(write.id);
      if (!row) this.notes('I11', `${id} was applied without ${write.id}`);
      else if (write.op === 'fact' && row.hash !== write.hash)
        this.notes('I5', `fact ${write.id} differs from what was saved`);
      else if (write.op === 'fact' && row.hash !== factHash(row, row.by, row.device))
        this.notes('I5', `fact ${write.id} changed`);
    }
  }

  /** Nothing of a refused entry is on the server, but for facts that another entry brought. */
  #absent(entry: Entry, { rows, applied }: Books): void {
    for (const { id, op } of entry.writes) {
      const others = [...applied.keys()].flatMap((each) => this.entries.get(each)?.writes ?? []);
      const stamped = Object.values(rows.get(id)?.stamps ?? {}).some(([, from]) => from === entry.id);
      if (stamped || (op === 'fact' && rows.has(id) && !others.some((write) => write.id === id)))
        this.notes('I11', `${entry.id} was refused, but ${id} of it was applied`);
    }
  }

  phoneCommitted(phone: Phone, step: Step, before: Disk, after: Disk): void {
    if (step === 'save') this.#newSaves(phone, before, after);
    this.#rests(phone, after);
    this.#nothingLeft(phone, after);
    for (const item of after.outbox.values()) {
      if (item.state === 'confirmed') this.#isTrue(phone, item.entry.id, item.seq, item.clock);
    }
    if (step === 'take') this.#complete(phone, after);
  }

  #newSaves(phone: Phone, before: Disk, after: Disk): void {
    for (const [key, { entry }] of after.outbox) {
      if (before.outbox.has(key)) continue;
      const last = this.#clocks.get(phone.device) ?? -1;
      if (entry.clock <= last) this.notes('I13', `the clock of ${phone.name} went from ${last} to ${entry.clock}`);
      this.#clocks.set(phone.device, entry.clock);
      this.entries.set(entry.id, entry);
      this.saved.set(entry.id, { entry, phone, told: false, saw: new Map(), lost: false });
    }
  }

  /** What is left of a save that was also about somebody erased is a save of its own, as old as the one it comes from. */
  #rests(phone: Phone, { outbox }: Disk): void {
    for (const { entry } of outbox.values()) {
      if (this.entries.has(entry.id)) continue;
      const from = this.entries.get(entry.id.replace(/:r$/, ''));
      if (!from || !isAboutErased(from, this.#world.ledger.books.rows)) this.notes('I16', `nobody saved ${entry.id}`);
      this.entries.set(entry.id, entry);
      this.saved.set(entry.id, { entry, phone, told: true, saw: new Map(), lost: false });
    }
  }

  /** The person was told "saved": it must be on the disk in that moment (I15). */
  told(phone: Phone, entry: Entry, saw: Saw): void {
    const saved = this.saved.get(entry.id);
    if (saved && [...phone.store.disk.outbox.values()].some((item) => item.entry.id === entry.id)) {
      saved.told = true;
      saved.saw = saw;
    } else this.notes('I15', `${entry.id} was shown as saved and is on no disk`);
  }

  /** I1 and, with no backup reported, I2: an entry leaves a phone only for quarantine, or closed by another. */
  #nothingLeft(phone: Phone, { outbox, quarantine }: Disk): void {
    const held = new Set<string>();
    for (const { entry } of outbox.values()) {
      if (held.has(entry.id)) this.notes('I3', `${entry.id} is in the outbox of ${phone.name} twice`);
      held.add(entry.id);
      if (this.#unchanged.has(entry)) continue;
      this.#unchanged.add(entry);
      const saved = this.entries.get(entry.id);
      if (saved && JSON.stringify(entry) !== JSON.stringify(saved)) this.notes('I16', `${entry.id} was rewritten`);
    }
    for (const id of quarantine.keys()) held.add(id);
    for (const [id, saved] of this.saved) {
      if (saved.phone !== phone || saved.lost || held.has(id) || this.closed.has(id)) continue;
      // What it says of somebody who was erased had to go; where the rest is, is looked at in the end.
      if (isAboutErased(saved.entry, this.#world.ledger.books.rows)) continue;
      this.notes('I1', `${id} left ${phone.name}`);
    }
  }

  #isTrue(phone: Phone, id: string, seq: number, clock: number): void {
    const { applied, rows } = this.#world.ledger.books;
    const kept = applied.get(id);
    if (kept?.seq !== seq || kept.clock !== clock) this.notes('I15', `${phone.name} shows ${id} as confirmed`);
    for (const write of this.entries.get(id)?.writes ?? []) {
      if (!rows.has(write.id)) this.notes('I15', `${phone.name} confirms ${id}; the server lacks ${write.id}`);
    }
  }

  /** I7: at its cursor a phone holds every row of the scope; I11: and of no save only some facts. */
  #complete(phone: Phone, { scopes, rows, meta }: Disk): void {
    if (meta.epoch !== this.#world.ledger.epoch) return;
    for (const row of this.#world.ledger.books.rows.values()) {
      const cursor = Math.max(...[row.scope, row.alsoScope ?? ''].map((name) => scopes.get(name)?.cursor ?? -1));
      if (row.seq > cursor) continue;
      const held = rows.get(row.id);
      if (held?.seq !== row.seq || held.epoch !== meta.epoch)
        this.notes('I7', `${phone.name} is past ${row.seq} of ${row.scope} without ${row.id}`);
    }
    // What people say of themselves never comes this way: no scope of it is read, and nothing lives there.
    for (const name of [...scopes.keys(), ...[...rows.values()].map(({ scope }) => scope)])
      if (name.endsWith('/equality')) this.notes('I20', `${phone.name} reads ${name}`);
    for (const { entry } of this.saved.values()) {
      const facts = leftOf(entry.writes, this.#world.ledger.books.rows).filter(
        ({ op, scope }) => op === 'fact' && scopes.has(scope),
      );
      if (facts.length < 2) continue;
      const held = facts.filter(({ id }) => rows.has(id)).length;
      if (held !== 0 && held !== facts.length) this.notes('I11', `${phone.name} holds half of ${entry.id}`);
    }
  }

  /** The storage of a phone is gone, and with it what was nowhere else. */
  wiped(phone: Phone): void {
    for (const saved of this.saved.values()) if (saved.phone === phone) saved.lost = true;
  }
}
