import { codesOf } from '#domain/codes.ts';
import { isAskedAgain, type Wordings } from '#domain/people/wordings/versions.ts';
import { type Purpose, purposes } from '#domain/people-codes.ts';
import { addDays } from '#domain/time.ts';
import { type GiverAnswer, giverOf, type InForce, inForceOf, type Said, toReplace } from './in-force.ts';

/** Who is asked what: only what is due. A no is not asked again before the wording says more, or it is a year old. */

/** Why somebody is asked about a purpose. */
export type Due = 'never' | 'asked' | 'ranOut' | 'soon' | 'says more' | 'withdrawn' | 'pending' | 'twoAnswers';

/** So long before it runs out, an answer may be given anew. */
export const soonDays = 42;

/** What one giver is asked for one person, with the reason; null where they are not. @param at corrected time and the day there */
export function dueOf(
  said: Said,
  wordings: Wordings,
  asked: { readonly person: string; readonly purpose: Purpose; readonly giver: string },
  at: { readonly now: string; readonly day: string },
): Due | null {
  const { givers, state } = inForceOf(said, asked, at);
  const who = said.personOf(asked.giver) === said.personOf(asked.person) ? 'self' : said.guardianOf(asked.giver);
  const own = givers.find(({ giver }) => giver === who);
  if (!own) return state === 'asked' ? 'asked' : 'never';
  return reasonOf(own, wordings, asked.purpose, at);
}

function reasonOf({ state, until, decisions }: GiverAnswer, wordings: Wordings, purpose: Purpose, at: { day: string }) {
  const saysMore = decisions.some(
    ({ body }) => body.wording !== undefined && isAskedAgain(wordings, body.wording, purpose),
  );
  if (saysMore) return 'says more';
  if (state === 'given' || state === 'limits') return until !== null && isSoon(until, at.day) ? 'soon' : null;
  if (state === 'refused') return decisions.every(({ body }) => isOld(body.day, at.day)) ? 'ranOut' : null;
  return state === 'pending' ? null : state;
}

const isSoon = (until: string, day: string): boolean => until <= addDays(day, soonDays);
const isOld = (decided: string, day: string): boolean => decided < addDays(day, -365);

/** The decisions of a person that were signed on a wording which says less than today’s: they are asked again. */
export function askAgain(said: Said, wordings: Wordings, person: string, purposes: readonly Purpose[]): Purpose[] {
  return purposes.filter((purpose) => {
    const { givers } = inForceOf(said, { person, purpose }, { now: '9999', day: '0000-01-01' });
    return givers.some(({ decisions }) =>
      decisions.some(({ body }) => body.wording !== undefined && isAskedAgain(wordings, body.wording, purpose)),
    );
  });
}

/** What a new answer of a giver to each purpose replaces: what stands of theirs, as known here. */
export const replacesFor = (said: Said, person: string, giver: string, purpose: Purpose): string[] =>
  toReplace(said, { person, purpose, giver });

/** Every giver who ever answered for a person, newest last. */
export const giversOf = (said: Said, person: string): string[] => [
  ...new Set(
    said.consents
      .filter(({ body }) => said.personOf(body.person) === said.personOf(person))
      .flatMap((each) => giverOf(said, each) ?? []),
  ),
];

/** What concerns somebody: what is asked of people by now, in the order it is asked, and what was answered once about them. */
export const asksOf = (inUse: readonly Purpose[], all: Readonly<Record<Purpose, InForce>>): Purpose[] => [
  ...inUse,
  ...codesOf(purposes).filter((each) => !inUse.includes(each) && all[each].givers.length > 0),
];
