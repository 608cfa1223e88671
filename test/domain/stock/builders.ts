import fc from 'fast-check';
import type { Row } from '#domain/records/row.ts';
import * as acts from '#domain/stock/acts.ts';
import { emptyShelf, readStock, shelfKey, storeOf, toMovement } from '#domain/stock/stock.ts';

/** Small facts of a stock, and any stock there may be. */

export const north = 'partner/north';
export const south = 'partner/south';
export const store = storeOf('north');
export const day = '2026-11-22';
export const at = '2026-11-22T14:00:00.000Z';

export const row = (id: string, type: string, body: Row['body'], more: Partial<Row> = {}): Row => ({
  ...{ id, type, scope: north, body, stamps: {}, by: 'member-one', device: 'phone-one', at },
  ...more,
});

let made = 0;
const newId = (): string => {
  made += 1;
  return `fact-${made}`;
};

/** A movement of one box of North, unless it says otherwise. */
export const move = (body: Record<string, unknown>, id = newId()): Row =>
  row(id, 'movement', { set: 'box', n: 1, day, at, ...body });

/** Boxes that North hands over to South. */
export const transfer = (body: Record<string, unknown>, id = newId()): Row =>
  row(id, 'transfer', { set: 'box', n: 1, from: store, day, at, ...body }, { alsoScope: south });

export const stockOf = (rows: readonly Row[]) =>
  readStock({
    movements: rows.filter(({ type }) => type !== 'stocktake'),
    stocktakes: rows.filter(({ type }) => type === 'stocktake'),
  });

const happening = fc.record({
  what: fc.constantFrom('in', 'out', 'load', 'lend', 'build', 'unbuild', 'transfer', 'undo', 'count'),
  set: fc.constantFrom('box', 'ball', 'rope'),
  n: fc.integer({ min: 1, max: 9 }),
  scope: fc.constantFrom(north, south),
  /** Which of the facts before it takes back. */
  of: fc.nat(),
  /** How much of what was before it the phone that counts knows. */
  known: fc.nat(),
  minute: fc.integer({ min: 0, max: 59 }),
});
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

/** Any facts of a stock: of two partners, three sets and a few places, some taking others back, some counting. */
export const facts: fc.Arbitrary<Row[]> = fc.array(happening, { maxLength: 24 }).map((all) => {
  const rows: Row[] = [];
  for (const each of all) rows.push(...rowsOf(each, rows));
  return rows;
});

function rowsOf({ what, set, n, scope, of, known, minute }: Happening, before: readonly Row[]): Row[] {
  const id = `fact-${String(before.length).padStart(3, '0')}`;
  const owner = scope.split('/')[1] ?? '';
  const [home, van] = [storeOf(owner), `van-${owner}`];
  const moment = `2026-11-22T14:${String(minute).padStart(2, '0')}:00.000Z`;
  const occasion: acts.Occasion = { partner: owner, day, at: moment, newId: () => id };
  const [amounts, inOne] = [
    [{ set, n }],
    [
      { set: 'ball', n: 1 },
      { set: 'rope', n: 2 },
    ],
  ];
  const boxes = { set: 'box', n, place: home, inOne, parts: acts.partsFor(inOne, n) };
  const other = owner === 'north' ? 'south' : 'north';
  if (what === 'in') return acts.receive(occasion, amounts, { to: home }).map(rowOf);
  if (what === 'out') return [rowOf(acts.giveOut(occasion, { set, n, from: van }))];
  if (what === 'load') return acts.load(occasion, amounts, { from: home, to: van }).map(rowOf);
  if (what === 'lend') return acts.lend(occasion, amounts, van).map(rowOf);
  if (what === 'build') return acts.build(occasion, boxes).map(rowOf);
  if (what === 'unbuild') return [rowOf(acts.takeApart(occasion, boxes, []))];
  if (what === 'transfer') return acts.handOver(occasion, amounts, { from: home, receiver: other }).map(rowOf);
  if (what === 'undo') {
    const meant = before[of % Math.max(1, before.length)];
    if (!meant || meant.type === 'stocktake') return [];
    return [rowOf(acts.takeBack(occasion, toMovement(meant)))];
  }
  const { shelves } = stockOf(before.slice(0, known % (before.length + 1)));
  return [rowOf(acts.count(occasion, shelves.get(shelfKey(owner, home, set)) ?? emptyShelf(owner, home, set), n))];
}

/** What was said, as the server keeps it. */
export const rowOf = ({ op: _, id, type, body, ...where }: acts.Said): Row => row(id, type, body, where);
