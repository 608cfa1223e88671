import type { Purpose } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { type ConsentFact, countsAsError, type Said, unreplaced } from './in-force.ts';

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

/** A yes that was taken back: withdrawn, or refused when it was asked anew. It holds, and is no error. */
export function takenBack(said: Said): ConsentFact[] {
  const byId = new Map(said.consents.map((each) => [each.id, each]));
  const wasGiven = ({ body }: ConsentFact): boolean =>
    listIn(body.replaces).some((id) => byId.get(id)?.body.decision === 'given');
  const byPurpose = Map.groupBy(said.consents, ({ body }) => `${said.personOf(body.person)} ${body.purpose}`);
  return [...byPurpose.values()]
    .flatMap((own) => unreplaced(said, own))
    .filter((each) => {
      if (said.errors.some((error) => countsAsError(error, each))) return false;
      return each.body.decision === 'withdrawn' || (each.body.decision === 'refused' && wasGiven(each));
    });
}

type FollowUp = Pick<RowOf<'followUp'>, 'body'>;

/** How one thing stands. Done is done, whoever said before that it could not be. */
export type Reached = { readonly what: string; readonly state: 'open' | 'done' | 'cannot'; readonly day: string };

export function reachedOf(what: string, consent: string, followUps: readonly FollowUp[]): Reached {
  const own = followUps.filter(({ body }) => body.consent === consent && body.what === what).map(({ body }) => body);
  const [first] = [...own].sort((a, b) =>
    a.state === b.state ? (a.day < b.day ? -1 : 1) : a.state === 'done' ? -1 : 1,
  );
  return { what, state: first?.state ?? 'open', day: first?.day ?? '' };
}

/** What is to be done about one, beside the files it stands in. */
export const reachOf = ({ body }: Pick<ConsentFact, 'body'>): readonly Reach[] => {
  const reach = reachedBy[body.purpose];
  return reach === undefined ? [] : [reach];
};

/** Whether anything of these is still to be done, as far as records say: files are known to the server alone. */
export const isReachOpen = (said: Said, followUps: readonly FollowUp[]): boolean =>
  takenBack(said).some((each) => reachOf(each).some((what) => reachedOf(what, each.id, followUps).state === 'open'));

/** Somebody did it, or told the family that it cannot be. */
export const followUp = (
  of: { readonly id: string; readonly person: string; readonly scope: string },
  { what, state, day }: Pick<RowOf<'followUp'>['body'], 'what' | 'state' | 'day'>,
  { id, at }: { readonly id: string; readonly at: string },
): Saying => fact('followUp', id, of.scope, { person: of.person, consent: of.id, what, state, day, at });
