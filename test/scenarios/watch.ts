import { type Shown, shownOf } from '#db/shown.ts';
import type { OutboxItem } from '#db/store.ts';
import { isLater } from '#domain/records/clock.ts';
import { stampOf } from '#domain/records/merge.ts';
import { recordTypes, shapeOf } from '#domain/records/records.ts';
import { leftOf } from './erasing.ts';
import type { Disk } from './memory-store.ts';
import type { Phone } from './phones.ts';
import type { World } from './world.ts';

/** What people see on their phones, looked at after every event (I12): their own writes, and never an older value after a newer one. */

/** Whether `early` is what was seen, or was seen by whoever wrote what was seen, and so on. */
export function isBefore(world: World, early: string, seen: string | undefined, place: string): boolean {
  for (let at = seen, steps = 0; at !== undefined && steps < 1000; steps += 1) {
    if (at === early) return true;
    at = world.truth.saved.get(at)?.saw.get(place);
  }
  return false;
}

/**
 * The one known limit of I17 (src/sync/PROTOCOL.md, Clocks): an edit of a phone that is far ahead, which reached the server after a
 * later one of the same phone had, because it was put aside or refused at first. Its clock is held to the time it came.
 */
export function wasOvertaken({ ledger, truth }: World, id: string): boolean {
  const { applied } = ledger.books;
  const [entry, place] = [truth.entries.get(id), applied.get(id)];
  if (!entry || !place || place.clock >= entry.clock) return false;
  return [...applied].some(([other, { seq }]) => {
    const later = truth.entries.get(other);
    return later?.device === entry.device && later.clock > entry.clock && seq < place.seq;
  });
}

export class Watch {
  readonly #world: World;
  readonly #looked = new Map<Phone, Disk>();
  /** Which entry stood in a field when the phone was last looked at: `phone row field` → entry. */
  readonly #last = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Looks at every phone on which something changed. */
  async look(): Promise<void> {
    for (const phone of this.#world.phones) {
      if (this.#looked.get(phone) === phone.store.disk) continue;
      this.#looked.set(phone, phone.store.disk);
      await this.#lookAt(phone);
    }
  }

  async #lookAt(phone: Phone): Promise<void> {
    const shown = new Map<string, Shown>();
    await phone.store.read(async (tx) => {
      for (const type of recordTypes) for (const row of await shownOf(tx, type)) shown.set(row.id, row);
    });
    for (const row of shown.values()) if (shapeOf(row.type)?.kind === 'register') this.#neverBack(phone, row);
    for (const item of phone.store.disk.outbox.values()) this.#ownIsShown(phone, item, shown);
  }

  #neverBack(phone: Phone, row: Shown): void {
    const { truth } = this.#world;
    for (const field of Object.keys(row.body)) {
      const place = `${row.id} ${field}`;
      const [, now] = stampOf(row, field);
      const before = this.#last.get(`${phone.device} ${place}`);
      this.#last.set(`${phone.device} ${place}`, now);
      if (before === undefined || before === now || isGivenUp(phone, before) || wasOvertaken(this.#world, now))
        continue;
      if (isBefore(this.#world, now, truth.saved.get(before)?.saw.get(place), place))
        truth.notes('I12', `${phone.name} showed ${before} in ${place} and now ${now}, which is older`);
    }
  }

  #ownIsShown(phone: Phone, { entry, state, clock, seq }: OutboxItem, shown: ReadonlyMap<string, Shown>): void {
    const { scopes, rows } = phone.store.disk;
    const stamp = [state === 'new' ? entry.clock : clock, entry.id] as const;
    for (const { op, id, type, scope, body } of leftOf(entry.writes, rows)) {
      // A confirmed write of a scope that was taken away is gone from view with it, until it has been read again.
      if (state === 'confirmed' && (scopes.get(scope)?.cursor ?? -1) < seq) continue;
      const row = shown.get(id);
      const other = rows.get(id);
      if (op === 'patch' && !row) continue;
      if (other && (other.type !== type || other.scope !== scope)) continue;
      if (!row) this.#world.truth.notes('I12', `${phone.name} does not show its own ${type} ${id}`);
      else if (op !== 'fact' && row.type === type && row.scope === scope) {
        const hidden = Object.keys(body).find((field) => {
          const standing = stampOf(row, field);
          const over = this.#world.truth.entries.get(standing[1]);
          const savedLater = over?.device === entry.device && over.clock > entry.clock;
          return field !== 'status' && !savedLater && isLater(stamp, standing);
        });
        if (hidden) this.#world.truth.notes('I12', `${phone.name} shows an older ${hidden} of ${id} than its own`);
      }
    }
  }
}

/** What was refused is no longer shown, and what stood before it is again. */
const isGivenUp = (phone: Phone, id: string): boolean =>
  ![...phone.store.disk.outbox.values()].some(({ entry }) => entry.id === id) &&
  ![...phone.store.disk.rows.values()].some(({ stamps }) => Object.values(stamps).some(([, from]) => from === id));
