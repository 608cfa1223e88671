import { eachOnce, type SameIn, sameIn } from '#domain/people/alias.ts';
import { useRead } from './person.ts';
import { type ShownOf, shownOf, shownOfIds, shownOne } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Young people as this phone knows them, each once, however many badges they were given. */

/** Which badges are of one person. */
export const readSame = async (tx: StoreTx): Promise<SameIn> => sameIn(await shownOf(tx, 'alias'), 'person');

/** Everybody, each once. */
export async function readPeople(tx: StoreTx): Promise<ShownOf<'person'>[]> {
  const [people, same] = await Promise.all([shownOf(tx, 'person'), readSame(tx)]);
  return eachOnce(people, same);
}

/** Live; undefined while it is read. */
export const usePeople = (): ShownOf<'person'>[] | undefined => useRead(readPeople, []);

/** The people of these ids that are known here, each once. */
export async function readPeopleOf(tx: StoreTx, scope: string, ids: readonly string[]): Promise<ShownOf<'person'>[]> {
  const wanted = [...new Set(ids)];
  const [same, known] = await Promise.all([readSame(tx), shownOfIds(tx, 'person', wanted)]);
  const theirs = wanted.flatMap((id) => same(scope).allOf(id)).filter((id) => !wanted.includes(id));
  return eachOnce(theirs.length === 0 ? known : [...known, ...(await shownOfIds(tx, 'person', theirs))], same);
}

/** One person by any of their badges; null where they are not known here. */
export async function readPerson(tx: StoreTx, id: string): Promise<ShownOf<'person'> | null> {
  const badge = await shownOne(tx, 'person', id);
  if (!badge) return null;
  const [person = badge] = await readPeopleOf(tx, badge.scope, [id]);
  return person;
}

/** Live; undefined while it is read, null where they are not known here. */
export const usePerson = (id: string): ShownOf<'person'> | null | undefined =>
  useRead((tx) => readPerson(tx, id), [id]);
