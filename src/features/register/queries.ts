import { useMemo } from 'react';
import { keptFold } from '#db/kept-fold.ts';
import { meantOf, useMeant, withMeant } from '#db/meant.ts';
import { readNotJoining, readPeople, readPeopleOf, readSame } from '#db/people.ts';
import { useRead, useReadAsOf } from '#db/person.ts';
import { type ShownOf, shownOf, shownOne } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { SameIn } from '#domain/people/alias.ts';
import type { NotBefore } from '#domain/people/eligibility.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { type Register, registerFrom, type Tally, toTally } from '#domain/sessions/register.ts';

/** The live register of a session. */
export type SessionRegister = { readonly session: ShownOf<'session'>; readonly register: Register };

/** The same as it is drawn, what is on its way to the disk included. */
export type DrawnRegister = SessionRegister & {
  readonly tallies: readonly Tally[];
  /** Ids of marks that are not on the disk yet. */
  readonly waiting: ReadonlySet<string>;
};

type Parts = {
  readonly session: ShownOf<'session'>;
  readonly marks: readonly ShownOf<'mark'>[];
  readonly tallies: readonly ShownOf<'tally'>[];
  readonly same: SameIn;
  readonly people: readonly ShownOf<'person'>[];
};

export async function readRegister(tx: StoreTx, sessionId: string): Promise<SessionRegister | null> {
  const parts = await readParts(tx, sessionId);
  return parts && { session: parts.session, register: fold(parts) };
}

function fold({ session, marks, tallies, people, same }: Parts): Register {
  const badges = new Map(people.map(({ id, body }) => [id, body]));
  const bandOf = (person: string) => bandOn(session.body.day, badges.get(person) ?? {});
  return registerFrom(session, marks, tallies, bandOf, same);
}

const partsOf = keptFold(
  (
    marks: Parts['marks'],
    session: Parts['session'],
    tallies: Parts['tallies'],
    same: SameIn,
    people: Parts['people'],
  ): Parts => ({ session, marks, tallies, same, people }),
);

async function readParts(tx: StoreTx, sessionId: string): Promise<Parts | null> {
  const [session, marks, tallies, same] = await Promise.all([
    shownOne(tx, 'session', sessionId),
    shownOf(tx, 'mark', sessionId),
    shownOf(tx, 'tally', sessionId),
    readSame(tx),
  ]);
  if (!session) return null;
  const marked = marks.map(({ body }) => body.person);
  return partsOf(marks, session, tallies, same, await readPeopleOf(tx, session.scope, marked));
}

/** undefined while loading, null where the session is not known here. */
export function useRegister(sessionId: string): DrawnRegister | null | undefined {
  const read = useReadAsOf((tx) => readParts(tx, sessionId), [sessionId]);
  const meant = useMeant();
  return useMemo(() => {
    if (!read) return undefined;
    const { asOf, found } = read;
    if (!found) return null;
    const marked = meantOf(meant, asOf, 'mark', sessionId);
    const marks = withMeant(found.marks, marked);
    const tallies = withMeant(found.tallies, meantOf(meant, asOf, 'tally', sessionId));
    return {
      session: found.session,
      register: fold({ ...found, marks, tallies }),
      tallies: tallies.filter(({ scope }) => scope === found.session.scope).map(toTally),
      waiting: new Set(marked.flatMap(({ row, waits }) => (waits ? row.id : []))),
    };
  }, [read, meant, sessionId]);
}

/** Who does not join in on the day of a session. */
export const useNotJoining = ({
  scope,
  body: { day },
}: ShownOf<'session'>): ReadonlyMap<string, NotBefore> | undefined =>
  useRead((tx) => readNotJoining(tx, scope, day), [scope, day]);

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
async function readGroups(tx: StoreTx, session: Place): Promise<Groups> {
  const [people, sessions, same] = await Promise.all([readPeople(tx), shownOf(tx, 'session'), readSame(tx)]);
  const before = lastAt(sessions, session.id, session.body.site, session.body.day);
  const marks = await Promise.all(before.map(({ id }) => shownOf(tx, 'mark', id)));
  return groupsOf(people, same, session.scope, session.body.site, ...marks);
}

/** Of which session, at which park. */
type Place = Pick<ShownOf<'session'>, 'id' | 'scope'> & {
  readonly body: Pick<ShownOf<'session'>['body'], 'site' | 'day'>;
};

const lastAt = keptFold((sessions: readonly ShownOf<'session'>[], own: string, site: string, day: string) =>
  sessions
    .filter(({ body, id }) => body.site === site && id !== own && body.day <= day)
    .sort((a, b) => (a.body.day < b.body.day ? 1 : -1))
    .slice(0, usualSessions),
);

const groupsOf = keptFold(function foldGroups(
  people: readonly ShownOf<'person'>[],
  same: SameIn,
  scope: string,
  site: string,
  ...before: readonly (readonly ShownOf<'mark'>[])[]
): Groups {
  const partner = partnerOf(scope);
  const { headOf } = same(scope);
  const times = new Map<string, number>();
  for (const marks of before) {
    const here = marks.filter(({ body }) => body.state === 'here').map(({ body }) => headOf(body.person));
    for (const person of new Set(here)) {
      times.set(person, (times.get(person) ?? 0) + 1);
    }
  }
  const own = people.filter((each) => partnerOf(each.scope) === partner && each.body.status !== 'closed').sort(byName);
  const isUsual = ({ id }: ShownOf<'person'>) =>
    (times.get(id) ?? 0) >= Math.min(usualTimes, Math.max(1, before.length));
  const isAtSite = (person: ShownOf<'person'>) => times.has(person.id) || person.body[`site/${site}`] === true;
  return {
    usual: own.filter(isUsual),
    atSite: own.filter((person) => !isUsual(person) && isAtSite(person)),
    others: own.filter((person) => !isUsual(person) && !isAtSite(person)),
  };
});

export function useGroups(session: Place): Groups | undefined {
  return useRead((tx) => readGroups(tx, session), [session.id, session.scope, session.body.site, session.body.day]);
}
