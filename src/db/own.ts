import { x25519 } from '@noble/curves/ed25519.js';
import type { Saying } from '#domain/records/say.ts';
import type { AnswerGiven } from '#domain/records/shapes/answers.ts';
import { stampLocked } from './capture.ts';
import { PersonDatabase } from './database.ts';
import { randomBytes } from './keys.ts';
import { phoneDatabase } from './phone.ts';
import type { Profile, Unlocked } from './profile.ts';
import { withReopening } from './reopen.ts';
import { closeAnswers, closeToOwn, closeToServer, openOwn } from './sealing.ts';

/**
 * A person's own key pair. What is said while their phone is handed over is closed to it, and is theirs to see after their PIN,
 * signal or none. The secret half lies under their data key, the public half in the clear.
 */

const place = 'own key';

/** The secret half, made where there is none. The public half is told by it, so two tabs end with one pair. */
async function ownSecret({ profile, store }: Unlocked): Promise<Uint8Array> {
  const fresh = { id: place, box: store.vault.seal('own', place, [...randomBytes(32)]) };
  const { draft } = store.database;
  const box = await store.database.transaction('rw', draft, async () => {
    const known = await draft.get(place);
    if (!known) await draft.add(fresh);
    return (known ?? fresh).box;
  });
  const secret = Uint8Array.from(store.vault.open('own', place, box) as number[]); // closed here
  const ownKey = x25519.getPublicKey(secret);
  const told = (await phoneDatabase.profile.get(profile.device))?.ownKey;
  if (String(told) !== String(ownKey)) await phoneDatabase.profile.update(profile.device, { ownKey });
  return secret;
}

/** Makes the pair where there is none. Before the phone is handed over, so that what is said then can be read afterwards. */
export async function makeOwnKey(person: Unlocked): Promise<void> {
  await ownSecret(person);
}

/**
 * Saves what a form says while the phone is handed over: one entry, closed to the server and to its author, both or neither.
 * Throws where it would change what stands: in somebody else's hands only what is new can be said.
 * @param more.first it takes back or refuses something, and goes before all else
 * @param more.answers what goes on a way of its own, and is nobody's to see again
 */
export async function sayHandedOver(
  profile: Profile,
  sayings: readonly Saying[],
  { first = false, answers = [] }: { readonly first?: boolean; readonly answers?: readonly AnswerGiven[] } = {},
): Promise<void> {
  const changing = sayings.find(({ op }) => op === 'patch');
  if (changing) throw new Error(`cannot change a ${changing.type} while the phone is handed over`);
  const entry = stampLocked(profile, sayings);
  const { ownKey } = (await phoneDatabase.profile.get(profile.device)) ?? {};
  const toServer = closeToServer(profile, entry, first);
  const toOwn = ownKey && closeToOwn(profile, entry, ownKey);
  const apart = closeAnswers(profile, answers);
  const database = new PersonDatabase(profile.device);
  try {
    await withReopening(database, () =>
      database.transaction('rw', [database.captured, database.own, database.answer], async () => {
        await database.answer.bulkPut(apart);
        // Answers alone are no entry.
        if (sayings.length === 0) return;
        await database.captured.add(toServer);
        if (toOwn) await database.own.add(toOwn);
      }),
    );
  } finally {
    database.close();
  }
}

/**
 * Brings what was said during a hand-over among the entries of whoever said it, as the same entries: the server answers that it has
 * them already. A copy leaves in the transaction that puts its entry into the outbox, so none is lost or doubled.
 */
export async function takeInOwn(person: Unlocked): Promise<void> {
  const { database } = person.store;
  if ((await database.own.count()) === 0) return;
  const secret = await ownSecret(person);
  const copies = await database.own.orderBy('id').toArray();
  const entries = copies.flatMap((copy) => {
    try {
      return openOwn(person.profile, copy, secret);
    } catch {
      // Closed to a key that is gone. It stays, and the server has the other box.
      return [];
    }
  });
  await withReopening(database, () =>
    database.transaction('rw', database.tables, async () => {
      const still = new Set(await database.own.toCollection().primaryKeys());
      const due = entries.filter(({ id }) => still.has(id));
      await person.store.write('save', async (tx) => {
        const meta = await tx.meta();
        // Whatever is saved from here on is later than these.
        await tx.putMeta({ ...meta, clock: Math.max(meta.clock, ...due.map(({ clock }) => clock)) });
        for (const entry of due) await tx.addEntry(entry);
      });
      await database.own.bulkDelete(due.map(({ id }) => id));
    }),
  );
}
