import { type BodyOf, type RecordOf, rowsOf } from '#domain/records/body.ts';
import { fact, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { momentOf } from '#domain/sessions/timing.ts';
import { dayOf, instantAt, toInstant } from '#domain/time.ts';
import { type Amount, countingOf, type Movement, type Owed, type Shelf, toMovement } from './stock.ts';

/**
 * What is said when something happens to equipment, for the phone, both desks, the demo and the tests. Nothing is edited or
 * deleted: what was wrong is taken back by a fact of its own.
 */

/** Whose stock it is, when it happens, and for which session. */
export type Occasion = {
  readonly partner: string;
  /** The day it is recorded for, and the instant it happened. */
  readonly day: string;
  readonly at: string;
  readonly session?: string;
  /** A new id for each thing said. A form gives the same one for the same thing at every try, so that it is said once. */
  readonly newId: (of: string) => string;
};

/** Something that happens now, at no session. */
export const atOnce = (partner: string, nowMs: number, newId: Occasion['newId']): Occasion => ({
  ...{ partner, day: dayOf(nowMs), at: toInstant(nowMs), newId },
});

/** The same at a session. Of one that is over and is written up it is dated to its end: a count made since did not know of it. */
export const atSession = (
  partner: string,
  session: RecordOf<'session'>,
  nowMs: number,
  newId: Occasion['newId'],
): Occasion => ({
  ...{ partner, newId, session: session.id },
  day: session.body.day,
  at: momentOf(session.body, nowMs, 'end'),
});

/** Something that came on a day: of an earlier one it is dated to noon, so that a count made since is known to have seen it. */
export function onTheDay(partner: string, day: string, nowMs: number, newId: Occasion['newId']): Occasion {
  return { partner, day, at: day === dayOf(nowMs) ? toInstant(nowMs) : instantAt(day, '12:00'), newId };
}

/** A movement but for when it happens; `id` where the form made one. */
export type Moving = Omit<BodyOf<'movement'>, 'day' | 'at' | 'session' | 'undoes'> & {
  readonly id?: string | undefined;
};

/** A fact names only what there is to say. */
const filled = <Said extends object>(body: Said): Said =>
  Object.fromEntries(
    Object.entries(body).flatMap(([field, value]) => {
      const said = typeof value === 'string' ? value.trim() : value;
      return said === undefined || said === '' || (Array.isArray(said) && said.length === 0) ? [] : [[field, said]];
    }),
  ) as Said; // every field that goes may be left out

/** One movement. The acts below say which kinds there are and what each of them names. */
export function move({ partner, day, at, session, newId }: Occasion, { id, ...moving }: Moving): Saying {
  const { kind, set } = moving;
  return fact(
    'movement',
    id ?? newId(`${kind} ${set}`),
    partnerScope(partner),
    filled({ ...moving, day, at, session }),
  );
}

type Where = { readonly from: string; readonly to: string; readonly reason?: string | undefined };

/** What came in, with or without a delivery that was due. */
export const receive = (
  occasion: Occasion,
  amounts: readonly Amount[],
  about: Pick<Where, 'to' | 'reason'> & { readonly delivery?: string | undefined },
): Saying[] => amounts.map((amount) => move(occasion, { kind: 'received', ...amount, ...about }));

/** From one place of a partner to another. */
export const load = (occasion: Occasion, amounts: readonly Amount[], where: Where): Saying[] =>
  amounts.map((amount) => move(occasion, { kind: 'loaded', ...amount, ...where }));

/** For a session; it comes back after it. */
export const lend = (occasion: Occasion, amounts: readonly Amount[], from: string): Saying[] =>
  amounts.map((amount) => move(occasion, { kind: 'lent', ...amount, from, to: onLoan }));

/** How something lent stops being out. */
export type LoanEnd = 'brought back' | 'lost' | 'damaged';

/** What became of something lent; `to` is where it was brought back to. */
export const endLoan = (
  occasion: Occasion,
  { id: lent, set }: Movement,
  end: { readonly kind: LoanEnd; readonly n: number; readonly to?: string | undefined; readonly reason?: string },
): Saying => {
  const { kind, n, to, reason } = end;
  return move(occasion, {
    kind,
    set,
    n,
    from: onLoan,
    ...(kind === 'brought back' && { to }),
    settles: [lent],
    reason,
  });
};

/** Damaged or lost in a place. */
export const writeOff = (
  occasion: Occasion,
  amounts: readonly Amount[],
  about: Pick<Where, 'from' | 'reason'> & { readonly kind: 'damaged' | 'lost' },
): Saying[] => amounts.map((amount) => move(occasion, { ...amount, ...about }));

/** More or fewer are in a place than the records say, and why. */
export const putRight = (
  occasion: Occasion,
  amounts: readonly Amount[],
  { place, way, reason }: { readonly place: string; readonly way: 'more' | 'fewer'; readonly reason: string },
): Saying[] => {
  const side = way === 'more' ? { to: place } : { from: place };
  return amounts.map((amount) => move(occasion, { kind: 'adjusted', ...amount, ...side, reason }));
};

/** What goes into `n` boxes, by what is in one. */
export const partsFor = (inOne: readonly Amount[], n: number): Amount[] =>
  inOne.map((part) => ({ set: part.set, n: part.n * n }));

/** Of what should be in `n` boxes, what did not go in or come out. */
export const lackingIn = (inOne: readonly Amount[], n: number, parts: readonly Amount[]): Amount[] => {
  const there = new Map(parts.map((part) => [part.set, part.n]));
  return partsFor(inOne, n)
    .map((part) => ({ set: part.set, n: part.n - (there.get(part.set) ?? 0) }))
    .filter((part) => part.n > 0);
};

/** Boxes built or taken apart in one place; `n` is how many boxes. */
export type Building = Amount & {
  readonly place: string;
  /** What is in one of them, and what went in or came out, in all. */
  readonly inOne: readonly Amount[];
  readonly parts: readonly Amount[];
  readonly version?: number | undefined;
};

/** Boxes built of what lies there. What did not go in is known to be missing in them, so that it is asked about later. */
export function build(occasion: Occasion, { set, n, place, inOne, parts, version }: Building): Saying[] {
  const perBox = new Map(inOne.map((part) => [part.set, part.n]));
  const lacking = lackingIn(inOne, n, parts);
  return [
    move(occasion, { kind: 'built', set, n, to: place, parts: parts.filter((part) => part.n > 0), version }),
    ...lacking.map((part) => {
      const boxes = Math.ceil(part.n / (perBox.get(part.set) ?? 1));
      const id = occasion.newId(`missing ${part.set}`);
      return findShort(occasion, { id, set, n: boxes, place, owed: [part], version });
    }),
  ];
}

/** @param settles the findings that are asked about no longer, as what was missing did not come out */
export const takeApart = (
  occasion: Occasion,
  { set, n, place, parts, version }: Omit<Building, 'inOne'>,
  settles: readonly string[],
): Saying => move(occasion, { kind: 'unbuilt', set, n, from: place, parts, version, settles });

type Short = Pick<Moving, 'id' | 'set' | 'n' | 'version'> & {
  readonly place: string;
  readonly owed: readonly Amount[];
};

/** Boxes in a place that were found without some of their parts. Nothing moves. */
export const findShort = (occasion: Occasion, { place, ...short }: Short): Saying =>
  move(occasion, { kind: 'part missing', ...short, from: place, to: place });

/** Boxes or single things go to young people. What is not in a box is owed. */
export const giveOut = (occasion: Occasion, given: Omit<Moving, 'kind' | 'to'> & { readonly from: string }): Saying =>
  move(occasion, { kind: 'given out', ...given });

/** Boxes that were given out are back in a place; what they were still owed is from now on known to be missing in them. */
export function takeIn(
  occasion: Occasion,
  { id, set, n, version }: Movement,
  place: string,
  lacks: readonly Amount[],
): Saying[] {
  const boxes = Math.min(
    n,
    lacks.reduce((sum, part) => sum + part.n, 0),
  );
  return [
    move(occasion, { kind: 'returned', set, n, to: place, settles: [id], version }),
    ...(boxes > 0 ? [findShort(occasion, { set, n: boxes, place, owed: lacks, version })] : []),
  ];
}

/** What is owed arrives: one fact for each box that lacked it. @param from undefined where it was never in our stock */
export const supply = (
  occasion: Occasion,
  owed: readonly { readonly id: string; readonly part: string; readonly n: number }[],
  from: string | undefined,
): Saying[] =>
  owed.map(({ id: lacked, part: set, n }) => {
    const id = occasion.newId(`supplied ${lacked} ${set}`);
    return move(occasion, { id, kind: 'part supplied later', set, n, from, settles: [lacked] });
  });

/** What is supplied of things owed: one line for each movement that owes it. */
export const owedAs = ({ move: { id }, part, n }: Owed) => ({ id, part, n });

/** From one partner to another: one fact, which both read. It arrives in the other's store. */
export const handOver = (
  { partner, day, at, newId }: Occasion,
  amounts: readonly Amount[],
  { from, receiver, reason }: { readonly from: string; readonly receiver: string; readonly reason?: string },
): Saying[] =>
  amounts.map(({ set, n }) => ({
    ...fact('transfer', newId(`transferred ${set}`), partnerScope(partner), filled({ set, n, from, day, at, reason })),
    alsoScope: partnerScope(receiver),
  }));

/** A count of a shelf, in place of those before it. @param shelf as it is known where it is counted, at this moment */
export const count = ({ day, at, newId }: Occasion, shelf: Shelf, counted: number): Saying =>
  fact('stocktake', newId(`counted ${shelf.set}`), partnerScope(shelf.partner), {
    ...countingOf(shelf, counted, at),
    day,
  });

/** Takes a movement back: a fact of its own that names it. It says again what the kind asks for, and moves nothing itself. */
export function takeBack({ at, newId }: Pick<Occasion, 'at' | 'newId'>, moved: Movement): Saying {
  const { id, kind, partner, toPartner, set, n, from, to, day, parts, owed, settles, reason } = moved;
  const again = newId(`undoes ${id}`);
  const [scope, body] = [partnerScope(partner), { set, n, to, day, at, undoes: id }];
  if (kind === 'transferred')
    return {
      ...fact('transfer', again, scope, filled({ ...body, from: from ?? '' })),
      alsoScope: partnerScope(toPartner),
    };
  return fact('movement', again, scope, filled({ ...body, from, kind, parts, owed, settles, reason }));
}

/** What was said of stock, as movements: to be taken back. @param at an instant */
export const movesSaid = (said: readonly Saying[], { by = '', device = '', at = '' } = {}): Movement[] =>
  rowsOf(
    said.map((each) => ({ ...each, stamps: {}, by, device, at })),
    ...(['movement', 'transfer'] as const),
  ).map(toMovement);
