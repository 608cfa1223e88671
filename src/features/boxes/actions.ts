import { newId, say, sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOfIds } from '#db/shown.ts';
import type { MoveKind } from '#domain/codes.ts';
import { type BodyOf, type ChangeOf, rowsOf } from '#domain/records/body.ts';
import type { Entry } from '#domain/records/entry.ts';
import { create, fact, patch, type Saying } from '#domain/records/say.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import { momentOf } from '#domain/sessions/timing.ts';
import {
  type Amount,
  countingOf,
  emptyShelf,
  type Movement,
  type Owed,
  shelfKey,
  standing,
  toMovement,
} from '#domain/stock/stock.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { readShelves } from './queries.ts';
import { may, type Stock } from './stock.ts';

/** What is done with equipment. Each says what happened; nothing is edited or deleted. */

/** Whose stock, and for which session; the day is the session's. */
export type Occasion = { readonly partner: string; readonly session: ShownOf<'session'> | null };

/** Of a session that is over and is being written up it is dated to its end: a count made since did not know of it. */
function when({ session }: Occasion) {
  const nowMs = Date.now();
  return {
    day: session ? session.body.day : dayOf(nowMs),
    at: session ? momentOf(session.body, nowMs, 'end') : toInstant(nowMs),
    ...(session && { session: session.id }),
  };
}

/** A fact names only what there is to say. */
const said = <Said extends object>(body: Said): Said =>
  Object.fromEntries(
    Object.entries(body).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  ) as Said; // every field that goes may be left out

export type Moving = {
  /** Made when the form opens: saved twice it is one movement. */
  readonly id?: string;
  readonly kind: MoveKind;
  readonly set: string;
  readonly n: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly for?: readonly string[];
  readonly family?: string | undefined;
  readonly version?: number | undefined;
  readonly parts?: readonly Amount[];
  readonly owed?: readonly Amount[];
  readonly settles?: readonly string[];
  readonly delivery?: string | undefined;
  readonly label?: string | undefined;
  readonly reason?: string | undefined;
};

const moving = (occasion: Occasion, { id = newId(), ...move }: Moving): Saying =>
  fact('movement', id, partnerScope(occasion.partner), { ...said(move), ...when(occasion) });

export const move = (occasion: Occasion, moves: readonly Moving[]): Promise<Entry> =>
  say(moves.map((each) => moving(occasion, each)));

/** Boxes that were given out are back in a place; what they were still owed is from now on known to be missing in them. */
export function broughtBack(stock: Stock, given: Movement, place: string): Moving[] {
  const { id, set, n, version } = given;
  // A volunteer may take it back but not write down what it lacks, and a save is all or nothing.
  const isTold = may(stock, 'movement', { kind: 'part missing' });
  const lacks = stock.owed
    .filter(({ move: lacked }) => lacked.id === id)
    .map((each) => ({ set: each.part, n: each.n }));
  const boxes = Math.min(
    n,
    lacks.reduce((sum, part) => sum + part.n, 0),
  );
  return [
    { kind: 'returned', set, n, to: place, settles: [id], version },
    ...(isTold && boxes > 0
      ? [{ kind: 'part missing' as const, set, n: boxes, from: place, to: place, owed: lacks, version }]
      : []),
  ];
}

/** A delivery comes in: what came, and, once nothing more is due, that it is here. */
export const receive = (
  occasion: Occasion,
  moves: readonly Moving[],
  delivery: { readonly id: string; readonly arrived: boolean; readonly closed: boolean } | null,
): Promise<Entry> => {
  const body = {
    ...(delivery?.arrived && { arrived: dayOf(Date.now()) }),
    ...(delivery?.closed && { status: 'closed' as const }),
  };
  const ended = delivery && Object.keys(body).length > 0;
  return say([
    ...moves.map((each) => moving(occasion, each)),
    ...(ended ? [patch('delivery', delivery.id, partnerScope(occasion.partner), body)] : []),
  ]);
};

/** Hands stock to another partner: one fact, which both read. */
export const transfer = (
  occasion: Occasion,
  from: string,
  toPartner: string,
  amounts: readonly Amount[],
  reason: string,
): Promise<Entry> => {
  const { day, at } = when(occasion);
  return say(
    amounts.map(({ set, n }) => ({
      ...fact('transfer', newId(), partnerScope(occasion.partner), {
        set,
        n,
        from,
        day,
        at,
        ...(reason && { reason }),
      }),
      alsoScope: partnerScope(toPartner),
    })),
  );
};

/** What is owed arrives: one fact for each box that lacked it. */
export const supply = (occasion: Occasion, owed: readonly Owed[], from: string | undefined): Promise<Entry> =>
  move(
    occasion,
    owed.map(({ move: lacked, part, n }) => ({
      kind: 'part supplied later',
      set: part,
      n,
      from,
      for: lacked.for,
      family: lacked.family,
      settles: [lacked.id],
    })),
  );

/** Takes a movement back: a fact of its own that names it. It says again what the kind asks for, and moves nothing itself. */
function undoing(moved: Movement): Saying {
  const { id, kind, partner, toPartner, set, n, from, to, day, parts, owed, settles, reason } = moved;
  const body = said({ set, n, from, to, day, at: toInstant(Date.now()), undoes: id });
  const scope = partnerScope(partner);
  if (kind === 'transferred')
    return { ...fact('transfer', newId(), scope, { ...body, from: from ?? '' }), alsoScope: partnerScope(toPartner) };
  return fact('movement', newId(), scope, { ...said({ kind, parts, owed, settles, reason }), ...body });
}

/** A delivery of which something turns out not to have come is due again. */
function dueAgain({ id, scope, body }: ShownOf<'delivery'>): Saying[] {
  const again = {
    ...(body.arrived !== undefined && { arrived: null }),
    ...(body.status === 'closed' && { status: 'active' as const }),
  };
  return Object.keys(again).length > 0 ? [patch('delivery', id, scope, again)] : [];
}

/** Takes movements of one partner back; null where somebody did so before. */
export const takeBack = (moves: readonly Movement[]): Promise<Entry | null> =>
  sayIfAny(async (tx) => {
    const { movements } = await readShelves(tx, moves[0]?.partner ?? '');
    const stands = new Set(standing(movements).map(({ id }) => id));
    const left = moves.filter(({ id }) => stands.has(id));
    const came = new Set(left.flatMap(({ kind, delivery }) => (kind === 'received' && delivery ? [delivery] : [])));
    const deliveries = await shownOfIds(tx, 'delivery', [...came]);
    return [...left.map(undoing), ...deliveries.flatMap(dueAgain)];
  });

/** What a save moved, to be taken back. */
export const movesIn = ({ writes, by, device, at }: Entry): Movement[] =>
  rowsOf(
    writes.map((write) => ({ ...write, stamps: {}, by, device, at })),
    'movement',
    'transfer',
  ).map(toMovement);

/** Counts shelves of a place. What was known there is looked up in the same transaction as it is saved. */
export const countPlace = (partner: string, place: string, counted: ReadonlyMap<string, number>): Promise<Entry> =>
  say(async (tx) => {
    const { shelves } = await readShelves(tx, partner);
    const nowMs = Date.now();
    return [...counted].map(([set, n]) => {
      const shelf = shelves.get(shelfKey(partner, place, set)) ?? emptyShelf(partner, place, set);
      return fact('stocktake', newId(), partnerScope(partner), {
        ...countingOf(shelf, n, toInstant(nowMs)),
        day: dayOf(nowMs),
      });
    });
  });

/** A new place. The store gets its record when it is first named. */
export const addPlace = (partner: string, id: string, body: BodyOf<'holder'>): Promise<Entry> =>
  say([create('holder', id, partnerScope(partner), body)]);

export const changePlace = (partner: string, id: string, body: ChangeOf<'holder'>): Promise<Entry> =>
  say([patch('holder', id, partnerScope(partner), body)]);

/** Something that is needed somewhere, for the coordinator to answer. */
export const hear = (id: string, occasion: Occasion, words: string): Promise<Entry> =>
  say([
    create('idea', id, teamScope(occasion.partner), {
      said: words,
      status: 'heard',
      day: occasion.session ? occasion.session.body.day : dayOf(Date.now()),
      ...(occasion.session && { session: occasion.session.id, site: occasion.session.body.site }),
    }),
  ]);
