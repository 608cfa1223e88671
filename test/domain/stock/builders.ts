import fc from 'fast-check';
import { rowsOf as ofTypes, type RowOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import * as acts from '#domain/stock/acts.ts';
import { emptyShelf, readStock, shelfKey, storeOf } from '#domain/stock/stock.ts';
import { rowOfType } from '#test/domain/records/builders.ts';

/** Small facts of a stock, and any stock there may be. */

export const north = 'partner/north';
export const south = 'partner/south';
export const store = storeOf('north');
export const day = '2026-11-22';
export const at = '2026-11-22T14:00:00.000Z';

export const row = <T extends RecordType>(id: string, type: T, body: Body, more: Partial<Row> = {}): RowOf<T> =>
  rowOfType(type, id, body, { scope: north, at, ...more });

let made = 0;
const newId = (): string => {
  made += 1;
  return `fact-${made}`;
};

/** A movement of one box of North, unless it says otherwise. */
export const move = (body: Record<string, unknown>, id = newId()): RowOf<'movement'> =>
  row(id, 'movement', { set: 'box', n: 1, day, at, ...body });

/** Boxes that North hands over to South. */
export const transfer = (body: Record<string, unknown>, id = newId()): RowOf<'transfer'> =>
  row(id, 'transfer', { set: 'box', n: 1, from: store, day, at, ...body }, { alsoScope: south });

export const stockOf = (rows: readonly Row[]) =>
  readStock({
    movements: ofTypes(rows, 'movement', 'transfer'),
    stocktakes: ofTypes(rows, 'stocktake'),
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
    const [moved] = meant ? stockOf([meant]).movements : [];
    return moved ? [rowOf(acts.takeBack(occasion, moved))] : [];
  }
  const { shelves } = stockOf(before.slice(0, known % (before.length + 1)));
  return [rowOf(acts.count(occasion, shelves.get(shelfKey(owner, home, set)) ?? emptyShelf(owner, home, set), n))];
}

/** What was said, as the server keeps it. */
export const rowOf = ({ op: _, id, type, body, ...where }: Saying): Row => ({
  ...{ id, type, body, stamps: {}, by: 'member-one', device: 'phone-one', at },
  ...where,
});
