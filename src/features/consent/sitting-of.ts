import type { KnownPerson } from '#db/families.ts';
import { ageOn } from '#domain/people/consents/ages.ts';
import { dueOf, replacesFor } from '#domain/people/consents/asking.ts';
import { handedWordings } from '#domain/people/consents/handed.ts';
import type { Said } from '#domain/people/consents/in-force.ts';
import type { ChildAsked, Sitting } from '#domain/people/consents/sitting.ts';
import { nameOf } from '#domain/people/person.ts';
import { inUse, type Wordings } from '#domain/people/wordings/versions.ts';
import type { Language, Purpose } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';

/** What is handed over: who is asked what, in which wordings, with every id that may be said made before. */

/** A young person and what workers know of them. */
export type Child = Pick<KnownPerson, 'person' | 'details'>;

/** What who is asked what is worked out from. */
export type SittingAround = {
  readonly said: Said;
  readonly wordings: Wordings;
  /** Corrected time, and the day there. */
  readonly moment: { readonly now: string; readonly day: string };
};

/** Whoever answers: a guardian’s id, one that is still to be made, or the young person. */
export type Giver = { readonly id: string; readonly isSelf: boolean };

/** What an own answer rests on: the age, or a note that they understand this purpose. Null where it would not count. */
export function ownOf(
  { person, details }: Child,
  purpose: Purpose,
  { said, wordings, moment }: SittingAround,
): BodyOf<'consent'>['own'] | null {
  const { born } = details;
  if (born && ageOn(born, moment.day) >= 16) return { sixteen: true, bornOn: born };
  const notes = said.gillicks
    .filter(({ body }) => body.purpose === purpose && said.personOf(body.person) === said.personOf(person.id))
    .sort((a, b) => (a.body.at < b.body.at ? 1 : -1));
  const allows = wordings.at(-1)?.document.purposes.find((each) => each.purpose === purpose)?.gillick === true;
  const [last] = notes;
  return allows && last?.body.able === true ? { gillick: last.id } : null;
}

/** What a language may ask by now, and what its wording says too little about. */
export function asksIn(wordings: Wordings, language: Language) {
  const use = inUse(wordings, language, 'plain') ?? inUse(wordings, language, 'easy');
  return { asks: use?.asks ?? [], waits: use?.waits ?? [] };
}

/** What one giver is asked about a child: what is due, or everything where they want to change an answer. */
export function purposesFor(
  child: Child,
  giver: Giver,
  { asks, all }: { readonly asks: readonly Purpose[]; readonly all: boolean },
  around: SittingAround,
): Purpose[] {
  const person = child.person.id;
  return asks
    .filter((purpose) => !giver.isSelf || ownOf(child, purpose, around) !== null)
    .filter(
      (purpose) =>
        all || dueOf(around.said, around.wordings, { person, purpose, giver: giver.id }, around.moment) !== null,
    );
}

/** A child as the form knows them. */
export function childAsked(
  child: Child,
  giver: Giver,
  asked: { readonly asks: readonly Purpose[]; readonly all: boolean },
  around: SittingAround,
  newId: () => string,
): ChildAsked {
  const { person, details } = child;
  return {
    id: person.id,
    called: nameOf(person.body),
    age: details.born ? ageOn(details.born, around.moment.day) : null,
    questions: purposesFor(child, giver, asked, around).map((purpose) => {
      const own = giver.isSelf ? ownOf(child, purpose, around) : null;
      return {
        ...{ purpose, consent: newId(), asked: newId() },
        replaces: replacesFor(around.said, person.id, giver.id, purpose),
        ...(own && { own }),
      };
    }),
  };
}

/** Everything a sitting is asked in, whatever language is chosen on its first page. */
export const allAsked = (wordings: Wordings): Purpose[] => [
  ...new Set(handedWordings(wordings).flatMap(({ asks }) => asks)),
];

/** Whether there is anything to ask. */
export const asksAnything = ({ children }: Pick<Sitting, 'children'>): boolean =>
  children.some(({ questions }) => questions.length > 0);
