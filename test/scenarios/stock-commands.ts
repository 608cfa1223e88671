import { shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Row } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { countingOf, emptyShelf, readStock, shelfKey, standing, storeOf } from '#domain/stock/stock.ts';
import { fact } from '#test/saying.ts';
import { type Hand, Nothing, type Say } from './hand.ts';

/** What people do with the boxes: the same facts the app's own actions save, of a few sets in a few places. */

const sets = ['set-box', 'set-ball', 'set-rope'];
const parts = [
  { set: 'set-ball', n: 1 },
  { set: 'set-rope', n: 2 },
];
export const otherHome = (home: string): string => (home === 'northside' ? 'southside' : 'northside');
const placesOf = (home: string): string[] => [storeOf(home), `van-${home}`];

const moment = ({ day, at }: Hand) => ({ day, at });
const moving = (hand: Hand, body: Record<string, unknown>): Saying =>
  fact('movement', hand.newId(), partnerScope(hand.home), { ...body, ...moment(hand) });

const give: Say = async (hand) => {
  const { luck, home } = hand;
  const owed = luck.percent(30) ? { owed: [{ set: 'set-rope', n: 1 }] } : {};
  return [moving(hand, { kind: 'given out', set: 'set-box', n: 1, from: luck.one(placesOf(home)), ...owed })];
};

const receive: Say = async (hand) => {
  const to = hand.luck.one(placesOf(hand.home));
  return sets.map((set) => moving(hand, { kind: 'received', set, n: 1 + hand.luck.below(20), to }));
};

const shift: Say = async (hand) => {
  const { luck, home } = hand;
  const [store = '', van = ''] = placesOf(home);
  const [set, n] = [luck.one(sets), 1 + luck.below(5)];
  return [
    luck.one([
      () => moving(hand, { kind: 'loaded', set, n, from: store, to: van }),
      () => moving(hand, { kind: 'lent', set, n, from: van, to: onLoan }),
      () => moving(hand, { kind: 'brought back', set, n, from: onLoan, to: van }),
      () => moving(hand, { kind: 'lost', set, n, from: luck.one([van, onLoan]) }),
      () => moving(hand, { kind: 'adjusted', set, n, to: store, reason: 'Found behind the door' }),
      () => moving(hand, { kind: 'returned', set, n, to: store }),
    ])(),
  ];
};

const build: Say = async (hand) => {
  const { luck, home } = hand;
  const n = 1 + luck.below(4);
  const used = parts.map((part) => ({ ...part, n: part.n * n }));
  const [store = ''] = placesOf(home);
  const built = luck.percent(70) ? { kind: 'built', to: store } : { kind: 'unbuilt', from: store };
  return [moving(hand, { ...built, set: 'set-box', n, parts: used })];
};

const handOver: Say = async (hand) => {
  const { luck, home, newId } = hand;
  const body = { set: luck.one(sets), n: 1 + luck.below(9), from: luck.one(placesOf(home)), ...moment(hand) };
  return [{ ...fact('transfer', newId(), partnerScope(home), body), alsoScope: partnerScope(otherHome(home)) }];
};

export async function stockOn(tx: StoreTx): Promise<ReturnType<typeof readStock> & { rows: Row[] }> {
  const [movements, transfers, stocktakes] = [
    await shownOf(tx, 'movement'),
    await shownOf(tx, 'transfer'),
    await shownOf(tx, 'stocktake'),
  ];
  const rows = [...movements, ...transfers];
  return { ...readStock({ movements: rows, stocktakes }), rows: [...rows, ...stocktakes] };
}

/** Counts a shelf as it should be counted: what was known there is looked up inside the save. */
const count: Say = async (hand, tx) => {
  const { luck, home, day, at } = hand;
  const [place, set] = [luck.one(placesOf(home)), luck.one(sets)];
  const { shelves } = await stockOn(tx);
  const shelf = shelves.get(shelfKey(home, place, set)) ?? emptyShelf(home, place, set);
  return [fact('stocktake', hand.newId(), partnerScope(home), { ...countingOf(shelf, luck.below(30), at), day })];
};

const undo: Say = async (hand, tx) => {
  const { movements, rows } = await stockOn(tx);
  const own = standing(movements).filter(({ partner }) => partner === hand.home);
  if (own.length === 0) throw new Nothing();
  const { id } = hand.luck.one(own);
  const row = rows.find((each) => each.id === id);
  if (!row) throw new Nothing();
  const said = fact(row.type, hand.newId(), row.scope, { ...row.body, ...moment(hand), undoes: id });
  return [row.alsoScope === undefined ? said : { ...said, alsoScope: row.alsoScope }];
};

export const stockSayings = [
  [5, give],
  [4, receive],
  [6, shift],
  [3, build],
  [4, handOver],
  [5, count],
  [4, undo],
] as const satisfies readonly (readonly [number, Say])[];
