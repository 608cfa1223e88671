import { readSame } from '#db/people.ts';
import { newId, sayIfAny, useRead } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Entry } from '#domain/records/entry.ts';
import { type Assessing, assess, type GivenAnswers, toPut } from '#domain/voice/indicators/acts.ts';
import { type Indicator, inOrder } from '#domain/voice/indicators/indicator.ts';
import { standing } from '#domain/voice/indicators/said.ts';

/** What is asked, and what was said before, as this phone knows it. */

type Who = { readonly id: string; readonly scope: string };

/** What stands of one person, by whatever badge. */
export async function readSaid(tx: StoreTx, { id, scope }: Who): Promise<ShownOf<'assessment'>[]> {
  const badges = (await readSame(tx))(scope).allOf(id);
  return standing((await Promise.all(badges.map((badge) => shownOf(tx, 'assessment', badge)))).flat());
}

export const readIndicators = async (tx: StoreTx): Promise<Indicator[]> => inOrder(await shownOf(tx, 'indicator'));

/** Every indicator in its order. Live; undefined while it is read. */
export const useIndicators = (): readonly Indicator[] | undefined => useRead(readIndicators, []);

/** What stands of some people, by person. Live; undefined while it is read. */
export const useSaid = (people: readonly Who[]): ReadonlyMap<string, readonly ShownOf<'assessment'>[]> | undefined =>
  useRead(
    async (tx) => new Map(await Promise.all(people.map(async (who) => [who.id, await readSaid(tx, who)] as const))),
    [people.map(({ id }) => id).join()],
  );

/** Saves what one person answered; what it takes the place of is looked up as it is saved. Null where all was skipped. */
export const saveAssessment = (
  asking: Assessing,
  statements: readonly Indicator[],
  answers: GivenAnswers,
): Promise<Entry | null> =>
  sayIfAny(async (tx) =>
    assess(asking, toPut(statements, await readSaid(tx, asking.person), asking), answers, newId, Date.now()),
  );
