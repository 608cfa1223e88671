import type { Entry, Write } from '#domain/records/entry.ts';
import { isOfErased, withoutErased } from '#domain/records/erasing/fates.ts';
import type { Row } from '#domain/records/row.ts';
import type { Phone } from './phones.ts';
import type { World } from './world.ts';

/** Somebody is erased while phones write about them: afterwards their name is nowhere, and nothing of anybody else went with it. */

/** A name that nobody else has: it ends in their id, which a reference never does with a space before it. */
export const nameFor = (id: string, name = 'Kayla'): string => `${name} ${id}`;

/** What the server knows to be erased. */
export const erasedAt =
  (rows: ReadonlyMap<string, Row>) =>
  (id: string): boolean =>
    rows.get(id)?.deleted === true;

/** What of a save is still to be found somewhere. */
export const leftOf = (writes: Entry['writes'], rows: ReadonlyMap<string, Row>): readonly Write[] =>
  withoutErased(writes, erasedAt(rows));

export const isAboutErased = ({ writes }: Entry, rows: ReadonlyMap<string, Row>): boolean =>
  writes.some((write) => isOfErased(write, erasedAt(rows)));

/** Everything a phone holds, and everything a server does, as one text each. */
const onPhone = ({ store: { disk } }: Phone): string =>
  JSON.stringify([[...disk.rows.values()], [...disk.outbox.values()], [...disk.quarantine.values()]]);
const onServer = ({ ledger: { books } }: World): string =>
  JSON.stringify([[...books.rows.values()], [...books.inbox.values()], books.history]);

/** Names and those who signed for them alone. */
const namesOf = (id: string): string[] => [` ${id}"`, `mother-of-${id}`, `father-of-${id}`];

/** No replica, outbox, quarantine, inbox or history holds the name of anybody who was erased. */
export function nobodyIsNamed(world: World): void {
  const { rows } = world.ledger.books;
  const server = onServer(world);
  const phones = world.phones.map((phone) => ({ phone, text: onPhone(phone) }));
  for (const id of world.truth.erased) {
    const named = (text: string) => namesOf(id).some((name) => text.includes(name));
    if (named(server)) world.truth.breaks('I8', `the server still names ${id}`);
    const scope = rows.get(id)?.scope ?? '';
    // To a phone that does not read that partner it is not said who is erased there (PROTOCOL.md).
    for (const { phone, text } of phones)
      if (phone.store.disk.scopes.has(scope) && named(text))
        world.truth.breaks('I8', `${phone.name} still names ${id}`);
  }
}

/** I1: what was saved together with something about them is somewhere. */
export function restIsSomewhere(world: World): void {
  const { ledger, phones, truth } = world;
  const { rows, inbox } = ledger.books;
  const kept = JSON.stringify([...inbox.values()].map(({ body }) => body));
  const refused = phones.map((phone) => JSON.stringify([...phone.store.disk.quarantine.values()]));
  for (const [id, { entry, told, lost }] of truth.saved) {
    if (!told || lost || truth.closed.has(id) || !isAboutErased(entry, rows)) continue;
    for (const write of leftOf(entry.writes, rows)) {
      const is = rows.has(write.id) || kept.includes(write.id) || refused.some((text) => text.includes(write.id));
      if (!is) truth.breaks('I1', `${write.type} ${write.id} of ${id} went with somebody else`);
    }
  }
}
