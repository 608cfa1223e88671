import { coordinatedBy, partnersOf, type Right, rightsOf } from '#domain/records/access.ts';
import { readInstant, toInstant } from '#domain/time.ts';
import type { Contacts } from './contacts.ts';
import { allMembers } from './members.ts';
import { reading } from './sql-ledger.ts';
import type { Db } from './store.ts';

/** The phones of a programme, as they last said how they stand. */
export type Phone = {
  readonly id: string;
  readonly label: string;
  readonly member: { readonly id: string; readonly name: string; readonly active: boolean };
  /** Instants. */
  readonly enrolledAt: string;
  readonly lastContactAt: string;
  readonly version: string;
  readonly unsent: number;
  readonly oldestUnsentAt: string | null;
  /** Its owner left since: it is given nothing any more. */
  readonly ended: boolean;
};

type Around = { readonly store: { readonly programme: string }; readonly contacts: Pick<Contacts, 'latest'> };

/** The phones of everybody who works, or worked, for the partners someone coordinates. Last heard first. */
export const phonesFor = async (around: Around, db: Db, rights: readonly Right[]): Promise<Phone[]> =>
  phonesOf(around, db, coordinatedBy(rights, await reading(db, around.store.programme).partners()));

/** The phones of everybody who works, or worked, for some partners. Last heard first. */
export async function phonesOf({ store, contacts }: Around, db: Db, partners: readonly string[]): Promise<Phone[]> {
  const members = (await allMembers(db, store.programme)).filter(
    // Roles of someone who has left still say where they worked: their phone may hold records not sent.
    ({ body }) => partnersOf(rightsOf(body), partners).length > 0,
  );
  const memberById = new Map(members.map((member) => [member.id, member]));
  const phones = (await db.selectFrom('phone').selectAll().execute()).flatMap((phone) => {
    const member = memberById.get(phone.member);
    if (!member) return [];
    const latest = contacts.latest(phone.id);
    return {
      id: phone.id,
      label: phone.label,
      member: { id: member.id, name: member.name, active: member.active },
      enrolledAt: toInstant(phone.created_at),
      lastContactAt: toInstant(Math.max(latest?.at ?? 0, phone.last_contact)),
      version: latest?.version ?? phone.version,
      unsent: latest?.unsent ?? phone.unsent,
      oldestUnsentAt: readInstant(latest ? latest.oldestUnsentAt : phone.oldest_unsent_at) || null,
      ended: phone.revoked_at !== null,
    };
  });
  return phones.sort((a, b) => (a.lastContactAt < b.lastContactAt ? 1 : -1));
}

/** How complete the figures are: phones that hold records not sent, and the oldest of those. */
export function unsentOf(phones: readonly Phone[]): { phonesWithUnsent: number; oldestUnsentAt: string | null } {
  const holding = phones.filter(({ unsent }) => unsent > 0);
  const oldest = holding.flatMap(({ oldestUnsentAt }) => oldestUnsentAt ?? []).sort()[0];
  return { phonesWithUnsent: holding.length, oldestUnsentAt: oldest ?? null };
}
