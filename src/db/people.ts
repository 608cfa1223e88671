import { eachOnce, type SameIn, sameIn } from '#domain/people/alias.ts';
import { type NotBefore, notBeforeOn } from '#domain/people/eligibility.ts';
import { mayRead, type Right } from '#domain/records/access.ts';
import { partnerOf, privateScope } from '#domain/records/scopes.ts';
import { keptFold } from './kept-fold.ts';
import { useRead } from './person.ts';
import { erasedAmong, type ShownOf, shownOf, shownOfIds, shownOne } from './shown.ts';
import type { StoreTx } from './store.ts';

/** Young people as this phone knows them, each once, however many badges they were given. */

/** Which badges are of one person. */
export const readSame = async (tx: StoreTx): Promise<SameIn> => samePerson(await shownOf(tx, 'alias'));
const samePerson = keptFold((facts: readonly ShownOf<'alias'>[]) => sameIn(facts, 'person'));

/** Everybody, each once. */
export async function readPeople(tx: StoreTx): Promise<readonly ShownOf<'person'>[]> {
  const [people, same] = await Promise.all([shownOf(tx, 'person'), readSame(tx)]);
  return onceEach(people, same);
}
const onceEach = keptFold<readonly ShownOf<'person'>[], [SameIn], readonly ShownOf<'person'>[]>(eachOnce);

/** Live; undefined while it is read. */
export const usePeople = (): readonly ShownOf<'person'>[] | undefined => useRead(readPeople, []);

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

/** Who of these was erased, and when: an instant. Live; undefined while it is read. */
export const useErased = (ids: readonly string[]): ReadonlyMap<string, string> | undefined =>
  useRead((tx) => erasedAmong(tx, ids), [ids.join()]);

/** The grown-ups that are one, by the scope they live in. */
export const readSameGuardian = async (tx: StoreTx): Promise<SameIn> => sameIn(await shownOf(tx, 'alias'), 'guardian');

/** Whether this phone holds a partner’s families and permissions. @param scope of any of its records */
export function readsFamilies(rights: readonly Right[], scope: string): boolean {
  const partner = partnerOf(scope);
  return partner !== null && mayRead(rights, { scope: privateScope(partner) });
}

/**
 * Who does not join in on a day, by the id that stands for them. A phone that holds the families says it from what was written;
 * any other from what the server says of each badge.
 */
export async function readNotJoining(tx: StoreTx, scope: string, day: string): Promise<ReadonlyMap<string, NotBefore>> {
  const [facts, standings, same] = await Promise.all([
    shownOf(tx, 'eligibility'),
    shownOf(tx, 'standing'),
    readSame(tx),
  ]);
  const { headOf } = same(scope);
  const isOwn = (row: { readonly scope: string }) => partnerOf(row.scope) === partnerOf(scope);
  const found = new Map<string, NotBefore>();
  for (const { body } of standings.filter(isOwn)) {
    const { notBefore, notBeforeReason: reason } = body;
    if (notBefore && reason && day < notBefore) found.set(headOf(body.person), { until: notBefore, reason });
  }
  for (const [person, own] of Map.groupBy(facts.filter(isOwn), ({ body }) => headOf(body.person))) {
    const said = notBeforeOn(own, day);
    if (said) found.set(person, said);
    else found.delete(person);
  }
  return found;
}
