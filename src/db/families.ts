import { asOne, type SameIn } from '#domain/people/alias.ts';
import {
  type Details,
  detailsId,
  type Grownup,
  guardianIds,
  guardiansOf,
  siblingsOf,
  type ToCall,
  toCall,
} from '#domain/people/family.ts';
import { rowsOf } from '#domain/records/body.ts';
import { stampOf } from '#domain/records/merge.ts';
import { dayOf } from '#domain/time.ts';
import { readPeopleOf, readPerson, readSame, readSameGuardian } from './people.ts';
import { useRead } from './person.ts';
import { type ShownOf, shownById, shownOf, shownOfIds } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Who answers for somebody, and who are brothers and sisters, as this phone knows it. */

/** A person with what workers know of them; nothing of it on a phone that does not hold families. */
export type KnownPerson = {
  readonly person: ShownOf<'person'>;
  readonly details: Details;
  /** There is a record of details already. */
  readonly isKnown: boolean;
  readonly grownups: readonly Grownup[];
  readonly calls: readonly ToCall[];
  /** The day on which they last answered equality questions; null where they never did. What they said is nowhere here. */
  readonly equalityAskedOn: string | null;
};

type Who = { readonly tx: StoreTx; readonly people: SameIn; readonly grownups: SameIn };

async function readDetails({ tx, people }: Who, { id, scope }: ShownOf<'person'>) {
  const rows = await shownById(tx, people(scope).allOf(id).map(detailsId));
  return rowsOf(
    rows.filter((row) => row !== undefined),
    'details',
  );
}

async function readGrownups({ tx, grownups }: Who, scope: string, details: Details): Promise<Grownup[]> {
  const same = grownups(scope);
  const rows = await shownOfIds(tx, 'guardian', guardianIds(details).flatMap(same.allOf));
  return guardiansOf(details, rows, same);
}

/** Null where the person is not known here. */
export async function readKnown(tx: StoreTx, id: string): Promise<KnownPerson | null> {
  const [person, people, grownups] = await Promise.all([readPerson(tx, id), readSame(tx), readSameGuardian(tx)]);
  if (!person) return null;
  const who = { tx, people, grownups };
  const rows = await readDetails(who, person);
  const details = asOne<Details>(rows.map(({ body }) => body));
  const found = await readGrownups(who, person.scope, details);
  return {
    ...{ person, details, grownups: found, calls: toCall(details, found) },
    isKnown: rows.some((row) => row.id === detailsId(person.id)),
    equalityAskedOn: askedOn(rows),
  };
}

/** Nothing is written down for it: the key itself says when it came. */
function askedOn(rows: readonly ShownOf<'details'>[]): string | null {
  const asked = rows.filter(({ body }) => body.equalityKey).map((row) => stampOf(row, 'equalityKey')[0]);
  return asked.length === 0 ? null : dayOf(Math.max(...asked));
}

/** Live; undefined while it is read, null where they are not known here. */
export const useKnown = (id: string): KnownPerson | null | undefined => useRead((tx) => readKnown(tx, id), [id]);

/** Brothers and sisters: whoever shares a guardian. */
export async function readSiblings(
  tx: StoreTx,
  { id, scope }: Pick<ShownOf<'person'>, 'id' | 'scope'>,
): Promise<ShownOf<'person'>[]> {
  const [all, people, grownups] = await Promise.all([shownOf(tx, 'details'), readSame(tx), readSameGuardian(tx)]);
  const own = siblingsOf(id, all, people(scope), grownups(scope));
  return own.length === 0 ? [] : readPeopleOf(tx, scope, own);
}
