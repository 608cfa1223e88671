import { codesOf } from '#domain/codes.ts';
import { type InForceState, type Purpose, purposes, type standings } from '#domain/people-codes.ts';
import { addDays } from '#domain/time.ts';
import { birthdayOf } from './ages.ts';
import { allInForce, type InForce, type Said } from './in-force.ts';

/**
 * What a badge shows of permissions: whether somebody may, may not, or has not answered, and never why. A volunteer’s phone holds
 * this and nothing else.
 */

/** What a badge shows of one purpose. */
export type May = (typeof standings)[number];

const mayOf: Record<InForceState, May> = {
  given: 'may',
  pending: 'missing',
  ranOut: 'missing',
  asked: 'missing',
  never: 'missing',
  refused: 'mayNot',
  withdrawn: 'mayNot',
  differ: 'mayNot',
  twoAnswers: 'mayNot',
};

/** What is in force, as a badge shows it. */
export const mayFor = ({ state }: Pick<InForce, 'state'>): May => mayOf[state];

/** Everything a badge shows, and the first day on which any of it may be otherwise. */
export type OnBadge = {
  readonly may: Readonly<Record<Purpose, May>>;
  readonly until: string | null;
};

/** @param born where it is known: at 16 the young person’s own answer comes first */
export function standingOf(
  said: Said,
  { id, born }: { readonly id: string; readonly born: string | null },
  at: { readonly now: string; readonly day: string },
): OnBadge {
  const all = allInForce(said, id, codesOf(purposes), at);
  const ends = Object.values(all).flatMap(({ state, until }) =>
    state === 'given' && until ? [addDays(until, 1)] : [],
  );
  const sixteen = born ? birthdayOf(born, 16) : null;
  const [first = null] = [...ends, ...(sixteen && sixteen > at.day ? [sixteen] : [])].sort();
  return {
    may: Object.fromEntries(Object.entries(all).map(([purpose, each]) => [purpose, mayFor(each)])) as OnBadge['may'], // one for each
    until: first,
  };
}

/** The stricter of two: a badge shows that. */
export const stricter = (a: May, b: May): May =>
  a === 'mayNot' || b === 'mayNot' ? 'mayNot' : a === 'missing' || b === 'missing' ? 'missing' : 'may';

/** What a standing still says on a day: past its end nobody is sure, which acts as no. */
export const standingOn = (may: May, until: string | null | undefined, day: string): May =>
  until && until <= day && may === 'may' ? 'missing' : may;

/**
 * What is in force, where a no that could not be taken in waits for somebody to look at it: it holds until then. Who waits is known
 * to the server, which writes it into the standing.
 * @param may what the standing says of the purpose
 */
export const heldState = (state: InForceState, may: May | null | undefined): InForceState =>
  may === 'mayNot' && mayFor({ state }) !== 'mayNot' ? 'refused' : state;

const heldBack = (inForce: InForce, may: May | null | undefined): InForce => {
  const state = heldState(inForce.state, may);
  return state === inForce.state ? inForce : { ...inForce, state, until: null };
};

/** The same for every purpose of a person. @param mayOn what their badge says of one; undefined where nobody was ever asked */
export const withHeldBack = (
  all: Readonly<Record<Purpose, InForce>>,
  mayOn: (purpose: Purpose) => May | null | undefined,
): Record<Purpose, InForce> =>
  Object.fromEntries(codesOf(purposes).map((purpose) => [purpose, heldBack(all[purpose], mayOn(purpose))])) as Record<
    Purpose,
    InForce
  >; // one for each
