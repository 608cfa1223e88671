import { covers, partnersOf, type Right, rightsOf, withShared } from '#domain/records/access.ts';
import type { RecordType } from '#domain/records/records.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { keptFold } from './kept-fold.ts';
import { openPerson, useRead } from './person.ts';
import { type ShownOf, shownOf } from './shown.ts';
import type { StoreTx } from './store.ts';

/** The programme as this phone knows it: its places, people of the team, and what this person may do. */

/** What most screens ask for: the programme's records as shown here, and what the open person may do. */
export type Setup = {
  readonly programme: ShownOf<'programme'> | undefined;
  readonly partners: readonly ShownOf<'partner'>[];
  readonly sites: readonly ShownOf<'site'>[];
  readonly activities: readonly ShownOf<'activity'>[];
  readonly members: readonly ShownOf<'member'>[];
  readonly me: ShownOf<'member'> | undefined;
  readonly rights: readonly Right[];
  /** Partners this person records for. */
  readonly ownPartners: readonly ShownOf<'partner'>[];
};

type Named = { readonly id: string; readonly body: { readonly name: string } };
const byName = (a: Named, b: Named): number => a.body.name.localeCompare(b.body.name, 'en-GB');
const isOpen = ({ body }: { readonly body: { readonly status?: string | null | undefined } }): boolean =>
  body.status !== 'closed';

export async function readSetup(tx: StoreTx): Promise<Setup> {
  const [programmes, partners, sites, activities, members] = await Promise.all([
    shownOf(tx, 'programme'),
    shownOf(tx, 'partner'),
    shownOf(tx, 'site'),
    shownOf(tx, 'activity'),
    shownOf(tx, 'member'),
  ]);
  return setupOf(programmes, partners, sites, activities, members, openPerson().profile.member);
}

type All<T extends RecordType> = readonly ShownOf<T>[];

const setupOf = keptFold(function foldSetup(
  programmes: All<'programme'>,
  partners: All<'partner'>,
  sites: All<'site'>,
  activities: All<'activity'>,
  members: All<'member'>,
  member: string,
): Setup {
  const me = members.find(({ id }) => id === member);
  const rights = me ? withShared(rightsOf(me.body), partners) : [];
  const own = partnersOf(
    rights,
    partners.map(({ id }) => id),
  );
  return {
    programme: programmes[0],
    partners: partners.toSorted(byName),
    sites: sites.filter(isOpen).sort(byName),
    activities: activities.filter(isOpen).sort(byName),
    members: members.toSorted(byName),
    me,
    rights,
    ownPartners: partners.toSorted(byName).filter(({ id }) => own.includes(id)),
  };
});

/** Undefined while it is read. */
export function useSetup(): Setup | undefined {
  return useRead(readSetup, []);
}

/** A record's name, or what to say where it has not arrived. */
export const nameIn = (records: readonly Named[], id: unknown): string =>
  records.find((each) => each.id === id)?.body.name ?? 'not yet known here';

const short = (name: string): string => name.split(',')[0] ?? name;

/** *Woodlands Park* of *Woodlands Park, Gravesend*; the whole name where two would then be called the same. */
export function shortNameIn(records: readonly Named[], id: unknown): string {
  const name = nameIn(records, id);
  const isShared = records.some((each) => each.id !== id && short(each.body.name) === short(name));
  return isShared ? name : short(name);
}

/** Grown-ups of the team at the partner of a scope, but for whoever holds this phone. */
export function othersAt({ members }: Setup, scope: string): ShownOf<'member'>[] {
  const [me, partner] = [openPerson().profile.member, partnerOf(scope) ?? ''];
  const isThere = (member: ShownOf<'member'>) => rightsOf(member.body).some((right) => covers(right, partner));
  return members.filter((member) => member.id !== me && isOpen(member) && isThere(member));
}
