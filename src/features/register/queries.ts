import { useRead } from '#db/person.ts';
import { type ShownOf, shownOf, shownOfIds, shownOne } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { type Register, registerFrom } from '#domain/sessions/register.ts';

/** The live register of a session. */
export type SessionRegister = { readonly session: ShownOf<'session'>; readonly register: Register };

export async function readRegister(tx: StoreTx, sessionId: string): Promise<SessionRegister | null> {
  const [session, marks, tallies] = await Promise.all([
    shownOne(tx, 'session', sessionId),
    shownOf(tx, 'mark', sessionId),
    shownOf(tx, 'tally', sessionId),
  ]);
  if (!session) return null;
  const people = await shownOfIds(tx, 'person', [...new Set(marks.map(({ body }) => body.person))]);
  const badges = new Map(people.map(({ id, body }) => [id, body]));
  const bandOf = (person: string) => bandOn(session.body.day, badges.get(person) ?? {});
  return { session, register: registerFrom(session, marks, tallies, bandOf) };
}

/** undefined while loading, null where the session is not known here. */
export function useRegister(sessionId: string): SessionRegister | null | undefined {
  return useRead((tx) => readRegister(tx, sessionId), [sessionId]);
}

/** People in the order a worker looks for them. */
export type Groups = {
  readonly usual: readonly ShownOf<'person'>[];
  readonly atSite: readonly ShownOf<'person'>[];
  readonly others: readonly ShownOf<'person'>[];
};

/** How many of the place's last sessions make somebody *usually here*. */
const usualSessions = 4;
const usualTimes = 2;

const { compare } = new Intl.Collator('en-GB');
const byName = (a: ShownOf<'person'>, b: ShownOf<'person'>): number => compare(nameOf(a.body), nameOf(b.body));

/** The order depends on earlier sessions only: it never changes under the finger. */
export async function readGroups(tx: StoreTx, session: ShownOf<'session'>): Promise<Groups> {
  const partner = partnerOf(session.scope);
  const [people, sessions] = await Promise.all([shownOf(tx, 'person'), shownOf(tx, 'session')]);
  const before = sessions
    .filter(({ body, id }) => body.site === session.body.site && id !== session.id && body.day <= session.body.day)
    .sort((a, b) => (a.body.day < b.body.day ? 1 : -1))
    .slice(0, usualSessions);
  const times = new Map<string, number>();
  for (const marks of await Promise.all(before.map(({ id }) => shownOf(tx, 'mark', id)))) {
    for (const person of new Set(marks.filter(({ body }) => body.state === 'here').map(({ body }) => body.person))) {
      times.set(person, (times.get(person) ?? 0) + 1);
    }
  }
  const own = people.filter(({ scope, body }) => partnerOf(scope) === partner && body.status !== 'closed').sort(byName);
  const isUsual = ({ id }: ShownOf<'person'>) =>
    (times.get(id) ?? 0) >= Math.min(usualTimes, Math.max(1, before.length));
  const isAtSite = (person: ShownOf<'person'>) =>
    times.has(person.id) || person.body[`site/${session.body.site}`] === true;
  return {
    usual: own.filter(isUsual),
    atSite: own.filter((person) => !isUsual(person) && isAtSite(person)),
    others: own.filter((person) => !isUsual(person) && !isAtSite(person)),
  };
}

export function useGroups(session: ShownOf<'session'> | undefined): Groups | undefined {
  return useRead(
    async (tx) => (session ? readGroups(tx, session) : undefined),
    [session?.id, session?.scope, session?.body.site],
  );
}
