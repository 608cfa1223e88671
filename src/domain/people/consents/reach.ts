import { codesOf } from '#domain/codes.ts';
import { type InForceState, type Purpose, purposes } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { readInstant } from '#domain/time.ts';
import { type ConsentFact, countsAsError, type InForce, type Said, unreplaced } from './in-force.ts';
import { mayFor } from './standing.ts';

/**
 * What a yes had reached before it was taken back, and what becomes of each: done, or it cannot be undone and they were told so.
 * The badge changes by itself; photos on a wall, a message group and a file that was sent do not.
 */

/** What there is to do, whatever was sent. */
export const reaches = [
  ['shown', 'Photos with them in it: take them out of what is shown'],
  ['groups', 'Message groups and lists: take them out'],
  ['partners', 'Partners who were given their details: tell them'],
  ['studies', 'Whoever studies answers: tell them to leave theirs out'],
] as const;
export type Reach = (typeof reaches)[number][0];

const reachedBy: Readonly<Partial<Record<Purpose, Reach>>> = {
  photoInternal: 'shown',
  photoPublic: 'shown',
  contact: 'groups',
  sharePartners: 'partners',
  research: 'studies',
};

/** The files with names that a purpose permits: the photo list, or what partners and researchers are sent. */
export function exportsFor(purpose: Purpose): ((action: string) => boolean) | null {
  if (purpose === 'photoInternal' || purpose === 'photoPublic') return (action) => action === 'export photos';
  if (purpose === 'sharePartners' || purpose === 'research')
    return (action) => action.startsWith('export ') && action !== 'export photos';
  return null;
}

/** A purpose that was permitted once and is not any more, because somebody said no: one for each person and purpose, whoever said it. */
export type Ended = {
  /** The last yes; of a withdrawal of what nobody recorded, its own id. What is done is done about it, until there is another yes. */
  readonly id: string;
  readonly purpose: Purpose;
  readonly state: InForceState;
  /** Every yes there was. */
  readonly yeses: readonly ConsentFact[];
  /** The first no that stands, or the settling; null where one waits that could not be taken in. */
  readonly no: (Pick<ConsentFact, 'received'> & { readonly day: string; readonly at: string }) | null;
};

/** When the server had it, or when it was said where it has not. */
const momentOf = ({ received, body }: ConsentFact): string => received ?? readInstant(body.decidedAt);
const byMoment = (a: ConsentFact, b: ConsentFact): number =>
  momentOf(a) === momentOf(b) ? (a.id < b.id ? -1 : 1) : momentOf(a) < momentOf(b) ? -1 : 1;

/** @param all what is in force of the person, and a no that waits */
export function endedOf(said: Said, person: string, all: Readonly<Record<Purpose, InForce>>): Ended[] {
  const wrong = (each: ConsentFact) => said.errors.some((error) => countsAsError(error, each));
  return codesOf(purposes).flatMap((purpose) => {
    if (reachedBy[purpose] === undefined || mayFor(all[purpose]) !== 'mayNot') return [];
    const own = said.consents.filter(
      (each) =>
        each.body.purpose === purpose && said.personOf(each.body.person) === said.personOf(person) && !wrong(each),
    );
    const yeses = own.filter(({ body }) => body.decision === 'given').sort(byMoment);
    const noes = unreplaced(said, own)
      .filter(({ body }) => body.decision !== 'given')
      .sort(byMoment);
    const about = yeses.at(-1) ?? noes.find(({ body }) => body.decision === 'withdrawn');
    if (!about) return [];
    const [no] = noes;
    return {
      ...{ id: about.id, purpose, state: all[purpose].state, yeses },
      no: no ? { received: no.received, day: no.body.day, at: momentOf(no) } : null,
    };
  });
}

type FollowUp = Pick<RowOf<'followUp'>, 'body'>;

/** How one thing stands. Done is done, whoever said before that it could not be. */
export type Reached = { readonly what: string; readonly state: 'open' | 'done' | 'cannot'; readonly day: string };

/** @param consent see `Ended.id` */
export function reachedOf(what: string, consent: string, followUps: readonly FollowUp[]): Reached {
  const own = followUps.filter(({ body }) => body.consent === consent && body.what === what).map(({ body }) => body);
  const [first] = [...own].sort((a, b) =>
    a.state === b.state ? (a.day < b.day ? -1 : 1) : a.state === 'done' ? -1 : 1,
  );
  return { what, state: first?.state ?? 'open', day: first?.day ?? '' };
}

/** What is to be done about one, beside the files it stands in. */
export const reachOf = ({ purpose }: Pick<Ended, 'purpose'>): readonly Reach[] => {
  const reach = reachedBy[purpose];
  return reach === undefined ? [] : [reach];
};

/** Whether anything of these is still to be done, as far as records say: files are known to the server alone. */
export const isReachOpen = (ended: readonly Ended[], followUps: readonly FollowUp[]): boolean =>
  ended.some((each) => reachOf(each).some((what) => reachedOf(what, each.id, followUps).state === 'open'));

/** Somebody did it, or told the family that it cannot be. */
export const followUp = (
  of: { readonly id: string; readonly person: string; readonly scope: string },
  { what, state, day }: Pick<RowOf<'followUp'>['body'], 'what' | 'state' | 'day'>,
  { id, at }: { readonly id: string; readonly at: string },
): Saying => fact('followUp', id, of.scope, { person: of.person, consent: of.id, what, state, day, at });
