import { readPeopleOf, readsFamilies } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { readSetup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { allInForce, ofPerson, type Said } from '#domain/people/consents/in-force.ts';
import { nameOf } from '#domain/people/person.ts';
import { purposes } from '#domain/people-codes.ts';
import { isClosed } from '#domain/records/row.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { addDays } from '#domain/time.ts';
import { type Moment, readMoment, readSaid } from '#features/consent/queries.ts';
import type { Task } from '#phone/task.tsx';

/** Whose answers run out within the week, or did: their badges say so, and only of those is it read what was answered. */

const soonDays = 7;

/** Somebody to ask again. */
export type Soon = {
  readonly person: ShownOf<'person'>;
  /** What runs out, in words. */
  readonly about: readonly string[];
  /** The last day of the first of it. */
  readonly until: string;
};

async function readSoon(tx: StoreTx): Promise<Soon[]> {
  const [setup, moment, standings] = await Promise.all([readSetup(tx), readMoment(tx), shownOf(tx, 'standing')]);
  const last = addDays(moment.day, soonDays);
  const own = setup.ownPartners.map(({ id }) => partnerScope(id)).filter((scope) => readsFamilies(setup.rights, scope));
  // A badge names the first day on which anything is otherwise, which is the one after the last.
  const ending = standings.filter(({ scope, body }) => own.includes(scope) && (body.until ?? '9') <= addDays(last, 1));
  const found = [...Map.groupBy(ending, ({ scope }) => scope)].map(async ([scope, badges]) => {
    const ids = badges.map(({ body }) => body.person);
    const [people, said] = await Promise.all([readPeopleOf(tx, scope, ids), readSaid(tx, scope, ids)]);
    const saidOf = ofPerson(said);
    return people.flatMap((person) => (isClosed(person) ? [] : soonOf(person, saidOf(person.id), moment, last)));
  });
  return (await Promise.all(found)).flat().sort((a, b) => (a.until < b.until ? -1 : 1));
}

function soonOf(person: ShownOf<'person'>, said: Said, moment: Moment, last: string): Soon[] {
  const all = Object.entries(allInForce(said, person.id, codesOf(purposes), moment));
  const ending = all.filter(
    ([, { state, until }]) => state === 'ranOut' || (state === 'given' && until !== null && until <= last),
  );
  const [until = ''] = ending.map(([, each]) => each.until ?? '').sort();
  return ending.length === 0 ? [] : [{ person, until, about: ending.map(([purpose]) => wordsOf(purposes, purpose)) }];
}

/** Live; undefined while it is read. */
export const useSoon = (): readonly Soon[] | undefined => useRead(readSoon, []);

/** As something to do: one person by name, several as a number. Undefined while it is read. */
export function useConsentToDo(): readonly Task[] | undefined {
  const soon = useSoon();
  const [first] = soon ?? [];
  if (!soon || !first) return soon && [];
  const key = 'consents';
  if (soon.length === 1) {
    const { person } = first;
    return [{ key, icon: 'paper', what: `${nameOf(person.body)}:`, which: 'ask again', to: `/people/${person.id}` }];
  }
  return [{ key, icon: 'paper', what: `${soon.length} people:`, which: 'consent runs out', to: '/ask-again' }];
}
