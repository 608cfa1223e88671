import fc from 'fast-check';
import { rowsOf as ofTypes, type RowOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import type { RecordType } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { countingOf, emptyShelf, readStock, shelfKey, storeOf } from '#domain/stock/stock.ts';
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
  const said = (body: Record<string, unknown>, type: 'movement' | 'transfer' = 'movement', more: Partial<Row> = {}) => [
    row(id, type, { set, n, day, at: moment, ...body }, { scope, ...more }),
  ];
  const parts = [
    { set: 'ball', n },
    { set: 'rope', n: 2 * n },
  ];
  if (what === 'in') return said({ kind: 'received', to: home });
  if (what === 'out') return said({ kind: 'given out', from: van });
  if (what === 'load') return said({ kind: 'loaded', from: home, to: van });
  if (what === 'lend') return said({ kind: 'lent', from: van, to: onLoan });
  if (what === 'build') return said({ kind: 'built', set: 'box', to: home, parts });
  if (what === 'unbuild') return said({ kind: 'unbuilt', set: 'box', from: home, parts });
  if (what === 'transfer') return said({ from: home }, 'transfer', { alsoScope: scope === north ? south : north });
  if (what === 'undo') {
    const meant = before[of % Math.max(1, before.length)];
    if (!meant || meant.type === 'stocktake') return [];
    return [{ ...meant, id, body: { ...meant.body, undoes: meant.id, at: moment } }];
  }
  const { shelves } = stockOf(before.slice(0, known % (before.length + 1)));
  const shelf = shelves.get(shelfKey(owner, home, set)) ?? emptyShelf(owner, home, set);
  return [row(id, 'stocktake', { ...countingOf(shelf, n, moment), day }, { scope })];
}
