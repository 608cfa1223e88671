import type { MoveKind } from '#domain/codes.ts';
import type { SameIn } from '#domain/people/alias.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import { listIn, type Row } from '#domain/records/row.ts';
import { partnerOf, partnerScope } from '#domain/records/scopes.ts';
import { inForce, standingOf } from '#domain/records/taken-back.ts';
import { readInstant } from '#domain/time.ts';
import { answersTo, type Lack, takeOff } from './answers.ts';

/**
 * Stock, folded from facts and never stored: every replica that holds the same facts comes to the same balances, in whatever
 * order and however often they arrived (I4). A balance is all movements and transfers of a shelf, put right by the one count
 * in force. A shelf is one kind of set in one place of one partner.
 */

/** A set and how many of it: `{ set: 'football', n: 4 }`. */
export type Amount = { readonly set: string; readonly n: number };

/** A movement as the fold reads it; a transfer is one with two partners. */
export type Movement = {
  readonly id: string;
  readonly kind: MoveKind | 'transferred';
  readonly partner: string;
  /** Whose stock it goes to: for a transfer another partner's. */
  readonly toPartner: string;
  readonly set: string;
  readonly n: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly day: string;
  readonly at: string;
  readonly by: string;
  readonly session?: string | undefined;
  readonly for: readonly string[];
  readonly family?: string | undefined;
  readonly version?: number | undefined;
  readonly parts: readonly Amount[];
  readonly owed: readonly Amount[];
  readonly settles: readonly string[];
  readonly undoes?: string | undefined;
  readonly delivery?: string | undefined;
  readonly label?: string | undefined;
  readonly reason?: string | undefined;
};

/** A count of one shelf, with what its phone had heard of by then: what the movements came to, and how many they were. */
export type Stocktake = {
  readonly id: string;
  readonly partner: string;
  readonly holder: string;
  readonly set: string;
  readonly counted: number;
  readonly movementTotal: number;
  readonly seen: number;
  readonly replaces: readonly string[];
  readonly at: string;
  readonly by: string;
};

/** Where a partner's stock is until somebody says otherwise. It needs no record, so a transfer can always arrive. */
export const storeOf = (partner: string): string => `store:${partner}`;

const partner = (scope: string | undefined): string => partnerOf(scope ?? '') ?? '';

/** A movement or transfer row read as one. */
export function toMovement(row: RowOf<'movement' | 'transfer'>): Movement {
  const home = partner(row.scope);
  const read = { at: readInstant(row.body.at), id: row.id, by: row.by, partner: home };
  if (row.type === 'transfer') {
    const toPartner = partner(row.alsoScope);
    const to = row.body.to ?? storeOf(toPartner);
    return { ...row.body, ...read, kind: 'transferred', toPartner, to, for: [], parts: [], owed: [], settles: [] };
  }
  return {
    ...row.body,
    ...read,
    toPartner: home,
    for: listIn(row.body.for),
    parts: listIn(row.body.parts),
    owed: listIn(row.body.owed),
    // One answers another once, even where it names it twice.
    settles: [...new Set(listIn(row.body.settles))],
  };
}

/** A movement whose people are each named once, however many badges they have. */
export function toOnePeople(move: Movement, same: SameIn): Movement {
  const { headOf } = same(partnerScope(move.partner));
  return move.for.length === 0 ? move : { ...move, for: [...new Set(move.for.map(headOf))] };
}

export const toStocktake = ({ id, by, scope, body }: RowOf<'stocktake'>): Stocktake => ({
  ...body,
  at: readInstant(body.at),
  replaces: listIn(body.replaces),
  id,
  by,
  partner: partner(scope),
});

/** A change of one shelf. */
type Leg = { readonly shelf: string; readonly n: number };

/** The name of a shelf: `p1|store:p1|football`. */
export const shelfKey = (owner: string, place: string, set: string): string => `${owner}|${place}|${set}`;

/** What a movement does to each shelf it touches. Parts go into what is built, and come out of what is taken apart. */
function legsOf(move: Movement): Leg[] {
  const { partner: giver, toPartner: taker, set, n, from, to, kind, parts } = move;
  const legs: Leg[] = [];
  if (from !== undefined) legs.push({ shelf: shelfKey(giver, from, set), n: -n });
  if (to !== undefined) legs.push({ shelf: shelfKey(taker, to, set), n });
  const place = kind === 'built' ? to : kind === 'unbuilt' ? from : undefined;
  if (place === undefined) return legs;
  const sign = kind === 'built' ? -1 : 1;
  return [...legs, ...parts.map((part) => ({ shelf: shelfKey(giver, place, part.set), n: sign * part.n }))];
}

/** Distinct movements that nobody took back. */
export function standing(movements: readonly Movement[]): Movement[] {
  return standingOf(movements, isLike);
}

/** What a volunteer may not do they cannot take back either: only like takes back like. */
const isLike = (meant: Movement, { kind, partner: owner, toPartner, set }: Movement): boolean =>
  meant.kind === kind && meant.partner === owner && meant.toPartner === toPartner && meant.set === set;

/** One set in one place of one partner: how many lie there, and what its number follows from. */
export type Shelf = {
  readonly partner: string;
  readonly place: string;
  readonly set: string;
  /** May be below zero: a question, never a refusal. */
  readonly balance: number;
  /** What a count made now would carry: what the movements come to, when each happened, and the counts it would replace. */
  readonly movementTotal: number;
  readonly moments: readonly string[];
  readonly openCounts: readonly Stocktake[];
  /** The count the balance starts from. */
  readonly count: Stocktake | undefined;
  /** Movements that had happened when it was counted but were not known to the phone that counted. */
  readonly arrivedAfter: number;
};

/** The rows that shelves are folded from. */
export type StockRows = {
  /** Movements and transfers. */
  readonly movements: readonly RowOf<'movement' | 'transfer'>[];
  readonly stocktakes: readonly RowOf<'stocktake'>[];
};

/** A shelf nothing ever stood on. */
export function emptyShelf(owner: string, place: string, set: string): Shelf {
  const none = { balance: 0, movementTotal: 0, moments: [], openCounts: [], count: undefined, arrivedAfter: 0 };
  return { partner: owner, place, set, ...none };
}

/** All shelves something was ever on, by `shelfKey`. */
export function foldShelves(movements: readonly Movement[], stocktakes: readonly Stocktake[]): Map<string, Shelf> {
  const counts = Map.groupBy(distinct(stocktakes), ({ partner: owner, holder, set }) => shelfKey(owner, holder, set));
  const legs = new Map<string, number>();
  for (const { shelf, n } of standing(movements).flatMap(legsOf)) legs.set(shelf, (legs.get(shelf) ?? 0) + n);
  const moments = momentsByShelf(movements);
  const shelves = new Map<string, Shelf>();
  for (const key of new Set([...moments.keys(), ...counts.keys()])) {
    const [owner = '', place = '', set = ''] = key.split('|');
    shelves.set(
      key,
      shelfOf({ partner: owner, place, set }, legs.get(key) ?? 0, moments.get(key) ?? [], counts.get(key) ?? []),
    );
  }
  return shelves;
}

/**
 * When each fact of a shelf happened. One that takes another back counts from the moment of that other: to a count made
 * between the two it is news of the past.
 */
function momentsByShelf(movements: readonly Movement[]): Map<string, string[]> {
  const byId = new Map(movements.map((move) => [move.id, move]));
  const found = new Map<string, string[]>();
  for (const move of byId.values()) {
    const at = byId.get(move.undoes ?? '')?.at ?? move.at;
    for (const shelf of new Set(legsOf(move).map((leg) => leg.shelf))) {
      const moments = found.get(shelf);
      if (moments) moments.push(at);
      else found.set(shelf, [at]);
    }
  }
  return found;
}

function shelfOf(
  where: Pick<Shelf, 'partner' | 'place' | 'set'>,
  movementTotal: number,
  moments: readonly string[],
  counts: readonly Stocktake[],
): Shelf {
  const openCounts = inForce(counts);
  const count = openCounts.reduce<Stocktake | undefined>(
    (last, each) => (last && last.id > each.id ? last : each),
    undefined,
  );
  const before = count ? moments.filter((at) => at <= count.at).length : 0;
  return {
    ...where,
    balance: movementTotal + (count ? count.counted - count.movementTotal : 0),
    movementTotal,
    moments,
    openCounts,
    count,
    arrivedAfter: count ? Math.max(0, before - count.seen) : 0,
  };
}

function distinct<T extends { readonly id: string }>(facts: readonly T[]): T[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

/**
 * What a count says beside its day: `counted` of a set in a place, and what was known there.
 * @param at now, an instant: what a fast phone dated later is not counted as seen, here or in the fold
 */
export function countingOf(
  { place, set, movementTotal, moments, openCounts }: Shelf,
  counted: number,
  at: string,
): Omit<BodyOf<'stocktake'>, 'day'> {
  const seen = moments.filter((moment) => moment <= at).length;
  return { holder: place, set, counted, movementTotal, seen, replaces: openCounts.map(({ id }) => id), at };
}

const sum = (movements: readonly { readonly n: number }[]): number => movements.reduce((total, { n }) => total + n, 0);

/** Parts that a box given out, or one in a place, still lacks. */
export type Owed = { readonly move: Movement; readonly part: string; readonly n: number };

/**
 * What is owed: what boxes lacked, less what was supplied for them since. A box that came back is owed nothing, and one that
 * was found incomplete is not asked about once it was given out, taken apart, lost or damaged: it is owed to who has it now,
 * or to nobody.
 */
export function partsOwed(movements: readonly Movement[]): Owed[] {
  const stands = standing(movements);
  const cameBack = new Set(stands.flatMap(({ kind, settles }) => (kind === 'returned' ? settles : [])));
  const lacks = stands
    .filter(({ id }) => !cameBack.has(id))
    .flatMap((move) => move.owed.map(({ set: part, n }): Lack => ({ move, part, n })));
  const byMove = Map.groupBy(lacks, ({ move }) => move.id);
  // In one order on every phone: what answers several is shared out over them, and another may answer the same.
  for (const answer of [...stands].sort((a, b) => (a.id < b.id ? -1 : 1)))
    takeOff(
      answer,
      answer.settles.flatMap((id) => byMove.get(id) ?? []),
    );
  return lacks.filter(({ n }) => n > 0);
}

/** What is out on loan: what was lent, less what came back and what was given up as lost or damaged. */
export type Loan = { readonly move: Movement; readonly out: number };

/** Loans of which something is still out, in the order of the movements. */
export function loansOut(movements: readonly Movement[]): Loan[] {
  const stands = standing(movements);
  const answers = answersTo(stands);
  return stands.flatMap((move) => {
    const back = (answers.get(move.id) ?? []).filter(({ kind }) => ['brought back', 'lost', 'damaged'].includes(kind));
    const out = move.kind === 'lent' ? move.n - sum(back) : 0;
    return out > 0 ? [{ move, out }] : [];
  });
}

/** Boxes that are still with those who got them: given out and not brought back since. */
export function stillOut(movements: readonly Movement[]): Movement[] {
  const stands = standing(movements);
  const answers = answersTo(stands);
  return stands.flatMap((move) => {
    if (move.kind !== 'given out') return [];
    const left = move.n - sum((answers.get(move.id) ?? []).filter(({ kind }) => kind === 'returned'));
    return left > 0 ? [{ ...move, n: left }] : [];
  });
}

/** Rows of stock as the folds read them. */
export function readStock({ movements, stocktakes }: StockRows): {
  movements: Movement[];
  stocktakes: Stocktake[];
  shelves: Map<string, Shelf>;
} {
  const moves = movements.map(toMovement);
  const counts = stocktakes.map(toStocktake);
  return { movements: moves, stocktakes: counts, shelves: foldShelves(moves, counts) };
}

/** Whether a row is of this partner's stock: its own, or handed over to it. */
export const isOfPartner = (row: Pick<Row, 'scope' | 'alsoScope'>, owner: string): boolean =>
  row.scope === partnerScope(owner) || row.alsoScope === partnerScope(owner);
