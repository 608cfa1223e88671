import { cannotWriteNow } from './connection.ts';
import type { Store } from './store.ts';

/** What a phone said of itself when it last called. */
export type Heard = { readonly version: string; readonly unsent: number; readonly oldestUnsentAt: string | null };
/** What a phone said of itself, and when: epoch ms. */
export type Contact = Heard & { readonly at: number };

/**
 * When each phone was last heard from. A call that brings nothing new writes nothing to the database: the time is kept in
 * memory, and stored when something else about the phone changes, by the next `flush` once the stored one is ten minutes old,
 * and when the server stops. A server that is killed forgets at most those ten minutes.
 */
export type Contacts = {
  heard(phone: string, said: Heard): Promise<void>;
  /** What is known beyond the database. */
  latest(phone: string): Contact | undefined;
  all(): ReadonlyMap<string, Contact>;
  flush(all?: boolean): Promise<void>;
};

const staleAfterMs = 10 * 60_000;

export function contactsIn(store: Store, now: () => number): Contacts {
  const known = new Map<string, Contact & { storedAt: number }>();
  const put = async (phones: readonly (readonly [string, Contact])[]): Promise<void> => {
    if (phones.length === 0) return;
    await store.write(async (db) => {
      for (const [phone, { at, version, unsent, oldestUnsentAt }] of phones) {
        const said = { last_contact: at, version, unsent, oldest_unsent_at: oldestUnsentAt };
        await db.updateTable('phone').set(said).where('id', '=', phone).execute();
      }
    });
    for (const [phone, contact] of phones) known.set(phone, { ...contact, storedAt: contact.at });
  };
  return {
    async heard(phone, said) {
      const before = known.get(phone) ?? (await storedContact(store, phone));
      const contact = { ...said, at: now() };
      const changed =
        !before ||
        before.version !== said.version ||
        before.unsent !== said.unsent ||
        before.oldestUnsentAt !== said.oldestUnsentAt;
      known.set(phone, { ...contact, storedAt: before?.storedAt ?? 0 });
      // The phone has its answer coming: that the disk takes no writes just now must not keep it back.
      if (changed) await put([[phone, contact]]).catch(laterIfTrouble);
    },
    latest: (phone) => known.get(phone),
    all: () => known,
    async flush(all = false) {
      const nowMs = now();
      const due = [...known].filter(
        ([, { at, storedAt }]) => at > storedAt && (all || nowMs - storedAt >= staleAfterMs),
      );
      await put(due);
    },
  };
}

/** Kept in memory, it is tried again by the next flush. */
function laterIfTrouble(failure: unknown): void {
  if (!cannotWriteNow(failure)) throw failure;
}

async function storedContact(store: Store, phone: string): Promise<(Contact & { storedAt: number }) | undefined> {
  const row = await store.reader.selectFrom('phone').selectAll().where('id', '=', phone).executeTakeFirst();
  if (!row) return undefined;
  const { last_contact: at, version, unsent, oldest_unsent_at: oldestUnsentAt } = row;
  return { at, storedAt: at, version, unsent, oldestUnsentAt };
}
