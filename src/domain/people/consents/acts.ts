import type { Whose } from '#domain/people/acts.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { partnerOf, privateScope, reasonsScope } from '#domain/records/scopes.ts';
import { type ConsentFact, inForceOf, type Said, toReplace, unreplaced } from './in-force.ts';

/** What is said of permissions outside a sitting, as pure functions to writes. */

/** When it is said, on which day where the partner is, and how ids are made. */
export type SaidAt = { readonly at: string; readonly day: string; readonly newId: () => string };

const homeOf = ({ scope }: Whose): string => privateScope(partnerOf(scope) ?? '');
const why = (whose: Whose, about: string, { text, seen }: Why, { at, newId }: SaidAt): Saying =>
  fact('reason', newId(), reasonsScope(partnerOf(whose.scope) ?? ''), {
    ...{ about, text, at },
    ...(seen && { seen }),
  });

/** Why, and what was seen: “Court order of 3 May”. It is kept where workers write and coordinators read. */
export type Why = { readonly text: string; readonly seen?: string };

/** How a withdrawal was told. */
export type Told = Pick<BodyOf<'consent'>, 'toldBy' | 'second' | 'session' | 'offsetMs'>;

/**
 * Takes back what one giver gave, for each purpose that is theirs to take back. Save it with `first`, so that it goes before all else.
 * @param giver a guardian’s id or the young person’s own; null where whoever brings it does not know
 */
export function withdraw(
  whose: Whose,
  purposes: readonly Purpose[],
  giver: string | null,
  known: Said,
  told: Told,
  { at, day, newId }: SaidAt,
): Saying[] {
  return purposes.map((purpose) => {
    const replaces = giver === null ? [] : toReplace(known, { person: whose.id, purpose, giver });
    return fact('consent', newId(), homeOf(whose), {
      ...{ person: whose.id, purpose, decision: 'withdrawn', day, decidedAt: at },
      ...told,
      ...(giver !== null && { giver }),
      ...ownIn(known, replaces),
      replaces,
    });
  });
}

/** What a young person takes back of their own stays their own: it rests on what their answer rested on, and parents hear as much of it. */
function ownIn({ consents }: Said, replaces: readonly string[]): Pick<BodyOf<'consent'>, 'own' | 'tellParents'> {
  const [before] = consents
    .filter(({ id, body }) => replaces.includes(id) && body.own !== undefined)
    .map(({ body }) => body);
  return {
    ...(before?.own && { own: before.own }),
    ...(before?.tellParents !== undefined && { tellParents: before.tellParents }),
  };
}

/** Somebody was asked, and has not answered yet. */
export const askFor = (
  whose: Whose,
  purposes: readonly Purpose[],
  { giver, how }: Pick<BodyOf<'asked'>, 'giver' | 'how'>,
  { at, day, newId }: SaidAt,
): Saying[] =>
  purposes.map((purpose) =>
    fact('asked', newId(), homeOf(whose), { person: whose.id, purpose, how, day, at, ...(giver && { giver }) }),
  );

/** Whether somebody may say of a decision that it was never given: their own *given* anybody may, all else is a coordinator’s. */
export const maySayMistake = (decision: ConsentFact, { member, coordinates }: Speaker): boolean =>
  coordinates || (decision.by === member && decision.body.decision === 'given');
/** Who says it. */
export type Speaker = { readonly member: string; readonly coordinates: boolean };

/** A decision was never given: the wrong twin. */
export function mistake(whose: Whose, decision: ConsentFact, who: Speaker, reason: Why, said: SaidAt): Saying[] {
  const id = said.newId();
  const own = decision.by === who.member && decision.body.decision === 'given';
  return [
    fact('enteredInError', id, homeOf(whose), {
      ...{ person: decision.body.person, consent: decision.id, at: said.at },
      ...(!own && { asCoordinator: true }),
    }),
    why(whose, id, reason, said),
  ];
}

/** The decisions about one purpose that nothing replaced: what a coordinator weighs. */
export const stillStanding = (known: Said, whose: Whose, purpose: Purpose): ConsentFact[] =>
  unreplaced(
    known,
    known.consents.filter(
      ({ body }) => body.purpose === purpose && known.personOf(body.person) === known.personOf(whose.id),
    ),
  );

/** A coordinator settles what givers differ about: it weighs every decision that stands, and holds until there is another. */
export function settle(
  whose: Whose,
  purpose: Purpose,
  outcome: BodyOf<'settled'>['outcome'],
  known: Said,
  reason: Why,
  said: SaidAt,
): Saying[] {
  const isOf = ({ body }: { readonly body: { readonly person: string; readonly purpose: Purpose } }) =>
    body.purpose === purpose && known.personOf(body.person) === known.personOf(whose.id);
  const before = known.settled.filter(isOf);
  const named = new Set(before.flatMap(({ body }) => body.replaces));
  const id = said.newId();
  const weighs = stillStanding(known, whose, purpose).map((each) => each.id);
  const replaces = before.map((each) => each.id).filter((each) => !named.has(each));
  return [
    fact('settled', id, homeOf(whose), { person: whose.id, purpose, weighs, outcome, at: said.at, replaces }),
    why(whose, id, reason, said),
  ];
}

/** What the four questions showed. */
export type Understood = Pick<BodyOf<'gillick'>, 'what' | 'why' | 'wrong' | 'no'>;

/** A note of two workers on whether somebody under 16 understands one purpose; able is only who understands all four. */
export function gillickNote(
  whose: Whose,
  purpose: Purpose,
  understood: Understood,
  { worker, second }: Pick<BodyOf<'gillick'>, 'worker' | 'second'>,
  reason: Why,
  said: SaidAt,
): Saying[] {
  const id = said.newId();
  const able = understood.what && understood.why && understood.wrong && understood.no;
  return [
    fact('gillick', id, homeOf(whose), {
      ...{ person: whose.id, purpose, ...understood, able, worker, second, at: said.at },
    }),
    why(whose, id, reason, said),
  ];
}

/** A coordinator has read somebody’s limits, and says whether they leave the purpose open. */
export function readLimits(
  whose: Whose,
  decision: ConsentFact,
  allows: boolean,
  known: Said,
  { at, newId }: SaidAt,
): Saying[] {
  const before = known.limitsRead.filter(({ body }) => body.consent === decision.id);
  return [
    fact('limitsRead', newId(), homeOf(whose), {
      ...{ person: decision.body.person, consent: decision.id, allows, at },
      replaces: before.map(({ id }) => id),
    }),
  ];
}

/** The purposes a giver has given, and may take back. */
export const givenBy = (
  known: Said,
  person: string,
  giver: string,
  purposes: readonly Purpose[],
  now: { now: string; day: string },
) =>
  purposes.filter((purpose) => {
    const { givers } = inForceOf(known, { person, purpose }, now);
    return givers.some(
      (each) =>
        each.giver === (known.personOf(giver) === known.personOf(person) ? 'self' : known.guardianOf(giver)) &&
        each.decisions.some(({ body }) => body.decision === 'given'),
    );
  });
