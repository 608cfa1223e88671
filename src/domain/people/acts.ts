import type { TurnedAwayReason } from '#domain/people-codes.ts';
import type { BodyOf, ChangeOf, RowOf } from '#domain/records/body.ts';
import { create, fact, patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, partnerScope, privateScope, reasonsScope } from '#domain/records/scopes.ts';
import { addDays } from '#domain/time.ts';
import { type AliasFact, joinedTo, toReplaceOf } from './alias.ts';
import { standingEligibility } from './eligibility.ts';
import { detailsId } from './family.ts';

/** What is said of people and their families, as pure functions to writes: phone, desk, demo and tests say the same sentence. */

/** Whose record it is: a badge’s id, and the scope it lives in, which is its partner’s. */
export type Whose = { readonly id: string; readonly scope: string };

/** When, and the id the new record gets. */
export type NewFact = { readonly id: string; readonly at: string };

const within = ({ scope }: Whose) => partnerOf(scope) ?? '';

/** A change of what is known of somebody; their first one makes the record. Nothing where nothing changed. */
export function changeDetails(person: Whose, isKnown: boolean, changed: ChangeOf<'details'>): Saying[] {
  if (Object.keys(changed).length === 0) return [];
  const [id, scope] = [detailsId(person.id), privateScope(within(person))];
  if (isKnown) return [patch('details', id, scope, changed)];
  // What is emptied is said too: another badge of theirs may have answered it.
  return [create('details', id, scope, { ...changed, person: person.id })];
}

/** A grown-up typed for the first time. */
export const addGuardian = (person: Whose, id: string, body: BodyOf<'guardian'>): Saying =>
  create('guardian', id, privateScope(within(person)), body);

/** Somebody looked at who to call and what to do. */
export const looked = (person: Whose, { id, at }: NewFact, session?: string): Saying =>
  fact('look', id, reasonsScope(within(person)), { person: person.id, at, ...(session !== undefined && { session }) });

type Away = { readonly reason: TurnedAwayReason; readonly from: string; readonly until: string };

/** They do not join in until a day. @param known what is said of this person already; the new one takes its place */
export const notJoining = (
  person: Whose,
  { reason, from, until }: Away,
  known: readonly RowOf<'eligibility'>[],
  { id, at }: NewFact,
): Saying =>
  fact('eligibility', id, privateScope(within(person)), {
    ...{ person: person.id, reason, from, until, at },
    replaces: standingEligibility(known).map((each) => each.id),
  });

/** They join in again, before the day that was said. */
export const joinsAgain = (
  person: Whose,
  known: readonly RowOf<'eligibility'>[],
  day: string,
  minted: NewFact,
): Saying => {
  const reason = standingEligibility(known)[0]?.body.reason ?? 'other';
  return notJoining(person, { reason, from: addDays(day, -1), until: day }, known, minted);
};

/** Who two records are of. A guardian’s lives in the private scope; what is said of it, in the partner’s, names ids alone. */
const alias =
  (is: BodyOf<'alias'>['is']) =>
  (
    of: 'person' | 'guardian',
    [one, other]: readonly [Whose, Whose],
    known: readonly AliasFact[],
    { id, at }: NewFact,
  ): Saying =>
    fact('alias', id, partnerScope(within(one)), {
      ...{ of, one: one.id, other: other.id, is, at },
      replaces: toReplaceOf(known, one.id, other.id),
    });

/** Two records are of one person: every view counts them once, and nothing is rewritten. */
export const samePerson = alias('same');
/** Two who look alike: they are not offered again. */
export const twoPeople = alias('different');
const open = alias('open');

/** Takes a record out of the person it was joined to, whichever of their records it was said to be: it is as it was. */
export const takeApart = (
  of: 'person' | 'guardian',
  one: Whose,
  known: readonly AliasFact[],
  minted: () => NewFact,
): Saying[] => joinedTo(known, of, one.id).map((id) => open(of, [one, { ...one, id }], known, minted()));

/** Whose session somebody was sent home from. */
export type SessionOf = { readonly id: string; readonly scope: string; readonly day: string };

/** Somebody was sent home; nobody is named. */
export const turnAway = (session: SessionOf, reason: TurnedAwayReason, n: number, { id, at }: NewFact): Saying =>
  fact('turnedAway', id, session.scope, { session: session.id, day: session.day, reason, n, at });

/** Takes one of them back; it names what it takes back, so that it is taken back once. */
export const takeBackTurnedAway = (away: RowOf<'turnedAway'>, { id, at }: NewFact): Saying =>
  fact('turnedAway', id, away.scope, { ...away.body, at, undoes: away.id });
