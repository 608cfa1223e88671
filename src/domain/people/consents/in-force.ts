import type { InForceState, Purpose } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { addMonths, ageOn } from './ages.ts';

/**
 * What is in force of one purpose for one young person: a function of what was said and of the day, the same on every phone in
 * whatever order it came. No clock decides between two answers: a later one names what it replaces.
 */

/** A fact as stored; `received` is when the server first took it in, absent while only a phone has it. */
type Fact<T extends 'consent' | 'signing' | 'gillick' | 'enteredInError' | 'settled' | 'asked' | 'limitsRead'> = Pick<
  RowOf<T>,
  'id' | 'body' | 'by' | 'hash' | 'received'
>;
export type ConsentFact = Fact<'consent'>;

/** What a wording says of answers given on it. */
export type Terms = { readonly months: number; readonly gillick: ReadonlySet<Purpose> };

/** Everything that was said about permissions within one partner, and who is who there. */
export type Said = {
  readonly consents: readonly ConsentFact[];
  readonly signing: (id: string) => Fact<'signing'> | undefined;
  readonly gillicks: readonly Fact<'gillick'>[];
  readonly errors: readonly Fact<'enteredInError'>[];
  readonly settled: readonly Fact<'settled'>[];
  readonly asked: readonly Fact<'asked'>[];
  readonly limitsRead: readonly Fact<'limitsRead'>[];
  /** The id that stands for all records of one person, and of one guardian. */
  readonly personOf: (id: string) => string;
  readonly guardianOf: (id: string) => string;
  /** By the hash of a wording; undefined where it is not known here. */
  readonly terms: (wording: string) => Terms | undefined;
};

/** Says what was said of one person, or nothing; finding them is done once for all. */
export function ofPerson(said: Said): (person: string) => Said {
  const by = <F extends { readonly body: { readonly person: string } }>(facts: readonly F[]) => {
    const groups = Map.groupBy(facts, ({ body }) => said.personOf(body.person));
    return (person: string): readonly F[] => groups.get(said.personOf(person)) ?? [];
  };
  const parts = {
    consents: by(said.consents),
    gillicks: by(said.gillicks),
    errors: by(said.errors),
    settled: by(said.settled),
    asked: by(said.asked),
    limitsRead: by(said.limitsRead),
  };
  return (person) => ({
    ...said,
    consents: parts.consents(person),
    gillicks: parts.gillicks(person),
    errors: parts.errors(person),
    settled: parts.settled(person),
    asked: parts.asked(person),
    limitsRead: parts.limitsRead(person),
  });
}

/** What one giver says, after everything they replaced and what was entered in error. */
export type GiverAnswer = {
  /** A guardian’s id, `self`, or nobody known: a withdrawal that somebody brought. */
  readonly giver: string | null;
  readonly state: 'given' | 'pending' | 'limits' | 'refused' | 'withdrawn' | 'ranOut' | 'twoAnswers';
  /** The decisions that stand. */
  readonly decisions: readonly ConsentFact[];
  /** The day it runs out, of one that was given. */
  readonly until: string | null;
};

/** What is in force. Only `given` permits. */
export type InForce = {
  readonly state: InForceState;
  /** The last day it is given, or null. */
  readonly until: string | null;
  readonly givers: readonly GiverAnswer[];
  /** The young person decided for themselves, and that counts before everybody. */
  readonly own: boolean;
  /** A giver’s own words are still to be read by a coordinator. */
  readonly limits: boolean;
};

type Asked = { readonly person: string; readonly purpose: Purpose };
type At = { readonly now: string; readonly day: string };

/** How far somebody may go before a coordinator has read their limits. Joining in waits for nobody. */
const waitsForLimits: ReadonlySet<Purpose> = new Set<Purpose>(['photoInternal', 'photoPublic']);

/** @param at corrected time, and the day where the partner is */
export function inForceOf(said: Said, { person, purpose }: Asked, at: At): InForce {
  const head = said.personOf(person);
  const of = said.consents.filter(({ body }) => body.purpose === purpose && said.personOf(body.person) === head);
  const standing = unreplaced(said, of);
  const givers = [...Map.groupBy(standing, (each) => giverOf(said, each) ?? `nobody ${each.id}`)]
    .map(([, own]) => answerOf(said, own, at))
    .filter((answer) => answer !== null);
  const own = givers.find(
    ({ giver, decisions }) => giver === 'self' && decisions.some((each) => ownCounts(said, each)),
  );
  if (own) return { ...fromOne(own), givers, own: true };
  const rest = overGivers(said, { person: head, purpose }, givers, standing);
  const asked =
    rest.state === 'never' &&
    said.asked.some(({ body }) => said.personOf(body.person) === head && body.purpose === purpose);
  return { ...rest, state: asked ? 'asked' : rest.state, givers, own: false };
}

/** Whose decision it is; null where whoever brought a withdrawal did not know. */
export function giverOf(said: Pick<Said, 'personOf' | 'guardianOf'>, { body }: ConsentFact): string | null {
  if (body.own !== undefined || body.giver === undefined) return body.own === undefined ? null : 'self';
  return said.personOf(body.giver) === said.personOf(body.person) ? 'self' : said.guardianOf(body.giver);
}

/**
 * The decisions that nothing replaced. What is in error was never said: what it replaced stands again, but for what a later
 * decision reaches through it. A name of another person, purpose or giver is no name at all.
 */
export function unreplaced(said: Said, of: readonly ConsentFact[]): ConsentFact[] {
  const byId = new Map(of.map((each) => [each.id, each]));
  const wrong = inError(said, byId);
  const gone = new Set<string>();
  for (const each of of) {
    if (wrong.has(each.id)) continue;
    const giver = giverOf(said, each);
    const open = [...listIn(each.body.replaces)];
    const seen = new Set<string>();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const other = byId.get(next);
      if (!other || seen.has(next) || next === each.id || giver === null || giverOf(said, other) !== giver) continue;
      seen.add(next);
      gone.add(next);
      if (wrong.has(next)) open.push(...listIn(other.body.replaces));
    }
  }
  return of.filter(({ id }) => !gone.has(id) && !wrong.has(id));
}

/** Who took a *given* may take it back as a slip of their own; anything else is a coordinator’s to call an error. */
export const countsAsError = ({ by, body }: Fact<'enteredInError'>, of: ConsentFact): boolean =>
  body.consent === of.id && (body.asCoordinator === true || (of.by === by && of.body.decision === 'given'));

function inError(said: Said, byId: ReadonlyMap<string, ConsentFact>): Set<string> {
  const wrong = said.errors.filter((each) => {
    const of = byId.get(each.body.consent);
    return of !== undefined && countsAsError(each, of);
  });
  return new Set(wrong.map(({ body }) => body.consent));
}

function answerOf(said: Said, own: readonly ConsentFact[], at: At): GiverAnswer | null {
  const [first] = own;
  if (!first) return null;
  const giver = giverOf(said, first);
  const answer = (state: GiverAnswer['state'], until: string | null = null) => ({
    giver,
    state,
    decisions: own,
    until,
  });
  const yes = own.filter(({ body }) => body.decision === 'given');
  if (yes.length === 0) return answer(own.some(({ body }) => body.decision === 'refused') ? 'refused' : 'withdrawn');
  if (yes.length < own.length) return answer('twoAnswers');
  // A young person’s own yes that rests on nothing is nobody’s yes.
  if (giver === 'self' && !yes.some((each) => ownCounts(said, each))) return null;
  const until = yes.map((each) => lastDayOf(said, each, at)).reduce((a, b) => (a < b ? a : b));
  if (until < at.day) return answer('ranOut', until);
  if (giver !== 'self' && !yes.every((each) => hasResponsibility(said, each))) return answer('pending', until);
  return answer(yes.some((each) => isLimited(said, each)) ? 'limits' : 'given', until);
}

/**
 * The last day a yes holds: so many months from when it was decided, and never from later than the server had it, so that a
 * clock that is years fast keeps none alive. Without its wording it holds no day more than a year.
 */
function lastDayOf(said: Said, { body, received }: ConsentFact, { now }: At): string {
  const decided = new Date(Date.parse(body.decidedAt) + (body.offsetMs ?? 0)).toISOString();
  const from = [decided, received ?? now].reduce((a, b) => (a < b ? a : b));
  const months = said.terms(body.wording ?? '')?.months ?? 12;
  return addMonths(from.slice(0, 10), months);
}

/** Only somebody with parental responsibility permits; the answer stands in the signing, whose hash the decision names. */
function hasResponsibility(said: Said, { body }: ConsentFact): boolean {
  const signing = said.signing(body.signing ?? '');
  return signing?.body.responsibility === 'yes' && signing.hash === body.signingHash;
}

/** Whether a young person’s own answer counts before their parents’: from 16, or with a note that they understand this purpose. */
export function ownCounts(
  said: Pick<Said, 'gillicks' | 'personOf' | 'terms'>,
  { body }: Pick<ConsentFact, 'body'>,
): boolean {
  const { own } = body;
  if (!own) return false;
  if ('sixteen' in own) return ageOn(own.bornOn, body.day) >= 16;
  const note = said.gillicks.find(({ id }) => id === own.gillick);
  return (
    note?.body.able === true &&
    note.body.purpose === body.purpose &&
    said.personOf(note.body.person) === said.personOf(body.person) &&
    (said.terms(body.wording ?? '')?.gillick.has(body.purpose) ?? false)
  );
}

/** “Not for adverts”: until a coordinator has read what it means, and says that it allows the purpose. */
function isLimited(said: Said, { id, body }: ConsentFact): boolean {
  if (!body.limits?.trim() || !waitsForLimits.has(body.purpose)) return false;
  const read = said.limitsRead.filter((each) => each.body.consent === id);
  const named = new Set(read.flatMap((each) => listIn(each.body.replaces)));
  const left = read.filter((each) => !named.has(each.id));
  return left.length === 0 || !left.every((each) => each.body.allows);
}

type Over = Pick<InForce, 'state' | 'until' | 'limits'>;

const fromOne = ({ state, until }: GiverAnswer): Over => ({
  state: state === 'limits' ? 'pending' : state,
  until,
  limits: state === 'limits',
});

/** Over several givers: given if all who answered gave; if some did and some did not, they differ, which acts as no. */
function overGivers(said: Said, asked: Asked, givers: readonly GiverAnswer[], standing: readonly ConsentFact[]): Over {
  const settled = settlementOf(said, asked, standing);
  if (settled === 'differ') return { state: 'differ', until: null, limits: false };
  const [earliest = null] = givers.flatMap(({ state, until }) => (state === 'given' && until ? [until] : [])).sort();
  const is = (...states: readonly GiverAnswer['state'][]) => givers.filter(({ state }) => states.includes(state));
  if (settled) return settledAs(settled, givers);
  const no = is('refused', 'withdrawn', 'twoAnswers');
  if (no.some(({ giver }) => giver === null)) return { state: 'withdrawn', until: null, limits: false };
  if (is('given', 'limits').length > 0 && no.length > 0) return { state: 'differ', until: null, limits: false };
  if (no.length > 0) return { state: stateOfNo(no), until: null, limits: false };
  if (is('limits').length > 0) return { state: 'pending', until: earliest, limits: true };
  if (is('given').length > 0) return { state: 'given', until: earliest, limits: false };
  if (is('pending').length > 0) return { state: 'pending', until: null, limits: false };
  return { state: is('ranOut').length > 0 ? 'ranOut' : 'never', until: null, limits: false };
}

/** A coordinator’s outcome holds no longer than the answers it rests on. */
function settledAs(outcome: 'given' | 'refused', givers: readonly GiverAnswer[]): Over {
  if (outcome === 'refused') return { state: 'refused', until: null, limits: false };
  const gave = givers.filter(({ until }) => until !== null);
  const [earliest = null] = gave.flatMap(({ until }) => until ?? []).sort();
  const ranOut = gave.length > 0 && gave.every(({ state }) => state === 'ranOut');
  // How far one of them goes is read first, whatever they differ about.
  if (!ranOut && gave.some(({ state }) => state === 'limits'))
    return { state: 'pending', until: earliest, limits: true };
  return { state: ranOut ? 'ranOut' : 'given', until: earliest, limits: false };
}

function stateOfNo(no: readonly GiverAnswer[]): InForceState {
  const first = (['refused', 'withdrawn'] as const).find((state) => no.some((each) => each.state === state));
  return first ?? 'twoAnswers';
}

/**
 * What a coordinator settled, as long as it weighed every decision that stands: a new answer opens the question again. Two that
 * did not know of each other and differ settle nothing. Null where nothing was settled.
 */
function settlementOf(said: Said, { person, purpose }: Asked, standing: readonly ConsentFact[]) {
  const of = said.settled.filter(
    ({ body }) => body.purpose === purpose && said.personOf(body.person) === said.personOf(person),
  );
  const named = new Set(of.flatMap(({ body }) => listIn(body.replaces)));
  const holding = of
    .filter(({ id }) => !named.has(id))
    .filter(({ body }) => standing.length > 0 && standing.every(({ id }) => listIn(body.weighs).includes(id)));
  const outcomes = new Set(holding.map(({ body }) => body.outcome));
  if (outcomes.size === 0) return null;
  return outcomes.size > 1 ? 'differ' : ([...outcomes][0] ?? null);
}

/** Every purpose of a person. */
export function allInForce(said: Said, person: string, purposes: readonly Purpose[], at: At): Record<Purpose, InForce> {
  return Object.fromEntries(purposes.map((purpose) => [purpose, inForceOf(said, { person, purpose }, at)])) as Record<
    Purpose,
    InForce
  >; // one for each
}

/** The ids a new decision of a giver replaces: what stands of theirs, as known here. */
export const toReplace = (said: Said, { person, purpose, giver }: Asked & { readonly giver: string }): string[] => {
  const of = said.consents.filter(
    ({ body }) => body.purpose === purpose && said.personOf(body.person) === said.personOf(person),
  );
  const who = said.personOf(giver) === said.personOf(person) ? 'self' : said.guardianOf(giver);
  return unreplaced(said, of)
    .filter((each) => giverOf(said, each) === who)
    .map(({ id }) => id);
};

/** What a parent is shown, copied or sent: their own decisions alone, as if nobody else had said anything. */
export const ofGiver = (said: Said, giver: string): Said => ({
  ...said,
  consents: said.consents.filter((each) => giverOf(said, each) === said.guardianOf(giver)),
  settled: [],
  gillicks: [],
});
