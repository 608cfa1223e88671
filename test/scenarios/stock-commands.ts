import { shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Row } from '#domain/records/row.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import * as acts from '#domain/stock/acts.ts';
import { emptyShelf, readStock, shelfKey, standing, storeOf } from '#domain/stock/stock.ts';
import { type Hand, Nothing, type Say } from './hand.ts';

/** What people do with the boxes: the same facts the app's own actions save, of a few sets in a few places. */

const sets = ['set-box', 'set-ball', 'set-rope'];
const parts = [
  { set: 'set-ball', n: 1 },
  { set: 'set-rope', n: 2 },
];
export const otherHome = (home: string): string => (home === 'northside' ? 'southside' : 'northside');
const placesOf = (home: string): string[] => [storeOf(home), `van-${home}`];

const now = ({ home, day, at, newId }: Hand): acts.Occasion => ({ partner: home, day, at, newId });

const give: Say = async (hand) => {
  const { luck, home } = hand;
  const owed = luck.percent(30) ? { owed: [{ set: 'set-rope', n: 1 }] } : {};
  return [acts.giveOut(now(hand), { set: 'set-box', n: 1, from: luck.one(placesOf(home)), ...owed })];
};

const receive: Say = async (hand) => {
  const to = hand.luck.one(placesOf(hand.home));
  return acts.receive(
    now(hand),
    sets.map((set) => ({ set, n: 1 + hand.luck.below(20) })),
    { to },
  );
};

const shift: Say = async (hand) => {
  const { luck, home } = hand;
  const [store = '', van = ''] = placesOf(home);
  const amount = { set: luck.one(sets), n: 1 + luck.below(5) };
  const one = (moving: Omit<acts.Moving, 'set' | 'n'>) => [acts.move(now(hand), { ...amount, ...moving })];
  return luck.one([
    () => acts.load(now(hand), [amount], { from: store, to: van }),
    () => acts.lend(now(hand), [amount], van),
    () => one({ kind: 'brought back', from: onLoan, to: van }),
    () => one({ kind: 'lost', from: luck.one([van, onLoan]) }),
    () => acts.putRight(now(hand), [amount], { place: store, way: 'more', reason: 'Found behind the door' }),
    () => one({ kind: 'returned', to: store }),
  ])();
};

const build: Say = async (hand) => {
  const { luck, home } = hand;
  const n = 1 + luck.below(4);
  const [place = ''] = placesOf(home);
  const boxes = { set: 'set-box', n, place, inOne: parts, parts: acts.partsFor(parts, n) };
  return luck.percent(70) ? acts.build(now(hand), boxes) : [acts.takeApart(now(hand), boxes, [])];
};

const handOver: Say = async (hand) => {
  const { luck, home } = hand;
  const amounts = [{ set: luck.one(sets), n: 1 + luck.below(9) }];
  return acts.handOver(now(hand), amounts, { from: luck.one(placesOf(home)), receiver: otherHome(home) });
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
  const { luck, home } = hand;
  const [place, set] = [luck.one(placesOf(home)), luck.one(sets)];
  const { shelves } = await stockOn(tx);
  const shelf = shelves.get(shelfKey(home, place, set)) ?? emptyShelf(home, place, set);
  return [acts.count(now(hand), shelf, luck.below(30))];
};

const undo: Say = async (hand, tx) => {
  const { movements } = await stockOn(tx);
  const own = standing(movements).filter(({ partner }) => partner === hand.home);
  if (own.length === 0) throw new Nothing();
  return [acts.takeBack(hand, hand.luck.one(own))];
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
