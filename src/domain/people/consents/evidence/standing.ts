import { type ConsentFact, countsAsError, inForceOf, type Said, unreplaced } from '#domain/people/consents/in-force.ts';
import type { InForceState } from '#domain/people-codes.ts';

/** How one decision stands by now. */
export const decisionStates = [
  'given',
  'pending',
  'limits',
  'refused',
  'withdrawn',
  'ranOut',
  'twoAnswers',
  'replaced',
  'inError',
  'noEffect',
] as const;

export type DecisionStanding = {
  readonly state: (typeof decisionStates)[number];
  /** The last day it is given. */
  readonly until: string | null;
  /** What is in force of its purpose, over everybody who answered. */
  readonly inForce: InForceState;
};

/** @param at corrected time, and the day where the partner is */
export function standingOfDecision(
  said: Said,
  consent: ConsentFact,
  at: { readonly now: string; readonly day: string },
): DecisionStanding {
  const { person, purpose } = consent.body;
  const { state: inForce, givers } = inForceOf(said, { person, purpose }, at);
  if (said.errors.some((each) => countsAsError(each, consent))) return { state: 'inError', until: null, inForce };
  const of = said.consents.filter(
    ({ body }) => body.purpose === purpose && said.personOf(body.person) === said.personOf(person),
  );
  if (!unreplaced(said, of).some(({ id }) => id === consent.id)) return { state: 'replaced', until: null, inForce };
  const own = givers.find(({ decisions }) => decisions.some(({ id }) => id === consent.id));
  return { state: own?.state ?? 'noEffect', until: own?.until ?? null, inForce };
}
