import { type KnownPerson, readKnown, readSiblings } from '#db/families.ts';
import { useRead } from '#db/person.ts';
import { readRunning } from '#db/running.ts';
import { othersAt, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { type Moment, readMoment, readSaid, readWordings } from '#features/consent/queries.ts';
import type { SittingAround } from '#features/consent/sitting-of.ts';

/** What the page before a sitting knows. */
export type StartKnown = SittingAround & {
  readonly child: KnownPerson;
  readonly siblings: readonly KnownPerson[];
  readonly moment: Moment;
  /** What the wordings are read aloud with. */
  readonly recordings: readonly ShownOf<'recording'>[];
  /** The one that is on now; a sitting away from any has none. */
  readonly session: ShownOf<'session'> | undefined;
  /** Grown-ups of the team, but for whoever holds the phone. */
  readonly team: readonly ShownOf<'member'>[];
};

async function readStart(tx: StoreTx, child: KnownPerson, setup: Setup): Promise<StartKnown> {
  const { person } = child;
  const partner = partnerOf(person.scope) ?? '';
  const [siblings, wordings, recordings, moment, running] = await Promise.all([
    readSiblings(tx, person),
    readWordings(tx),
    shownOf(tx, 'recording'),
    readMoment(tx),
    readRunning(tx, Date.now()),
  ]);
  const known = await Promise.all(siblings.map(({ id }) => readKnown(tx, id)));
  const said = await readSaid(tx, person.scope, [person.id, ...siblings.map(({ id }) => id)]);
  return {
    ...{ child, said, wordings, recordings, moment },
    siblings: known.filter((each) => each !== null),
    session: running.find((each) => partnerOf(each.scope) === partner),
    team: othersAt(setup, person.scope),
  };
}

/** Live; undefined while it is read. */
export const useStart = (child: KnownPerson, setup: Setup): StartKnown | undefined =>
  useRead((tx) => readStart(tx, child, setup), [child, setup]);
