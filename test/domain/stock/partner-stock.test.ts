import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsOf } from '#domain/records/body.ts';
import type { Row } from '#domain/records/row.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { partnerStocks } from '#domain/stock/partner-stock.ts';
import { choosableSets, openPlaces, placeName, setName } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import { balanceOn } from '#domain/stock/totals.ts';
import { stockView } from '#domain/stock/view.ts';
import { at, day, facts, move, row, store } from './builders.ts';

/** One fold of a partner's stock, of which the phone's screens and the desk's view are made. */

const sets: readonly Kept[] = [
  { id: 'box', body: { name: 'Over-10s set', kind: 'O10', lowAt: 5 } },
  { id: 'ball', body: { name: 'Football', kind: 'ITM', status: 'closed' } },
  { id: 'rope', body: { name: 'Skipping rope', kind: 'ITM' } },
];
const partners = ['north', 'south'];
const rowsWith = (rows: readonly Row[]) => ({
  sets,
  holders: rowsOf(rows, 'holder'),
  deliveries: rowsOf(rows, 'delivery'),
  targets: [],
  movements: rowsOf(rows, 'movement', 'transfer'),
  stocktakes: rowsOf(rows, 'stocktake'),
  aliases: rowsOf(rows, 'alias'),
});

test('whatever happened, the desk sees of each partner what its phones see, whosoever rows stand beside them', () => {
  fc.assert(
    fc.property(facts, (rows) => {
      const view = stockView({ ...rowsWith(rows), partners: partners.map((id) => ({ id, name: id })) }, at);
      const alone = partners.flatMap((partner) => {
        const own = rows.filter(({ scope, alsoScope }) => [scope, alsoScope].includes(`partner/${partner}`));
        return partnerStocks(rowsWith(own), [partner], day);
      });
      expect(view.shelves).toEqual(alone.flatMap(({ shelves }) => [...shelves.values()]));
      expect(view.owed.map(({ id, set, n }) => [id, set, n])).toEqual(
        alone.flatMap(({ owed }) => owed.map(({ move: { id }, part, n }) => [id, part, n])),
      );
      expect(view.loans.map(({ id, n }) => [id, n])).toEqual(
        alone.flatMap(({ loans }) => loans.map((loan) => [loan.move.id, loan.out])),
      );
      expect(view.doubts).toEqual(alone.flatMap(({ mismatches }) => mismatches));
      const lying = (shelves: Iterable<{ place: string; balance: number }>) =>
        [...shelves].reduce((sum, shelf) => sum + balanceOn(shelf), 0);
      expect(lying(view.shelves)).toBe(alone.reduce((sum, { shelves }) => sum + lying(shelves.values()), 0));
    }),
  );
});

const named = (id: string, name: string, body = {}) => row(id, 'holder', { name, kind: 'van', ...body });
const [north] = partnerStocks(
  rowsWith([
    named('van-b', 'Blue van'),
    named('van-a', 'Arriva van', { status: 'closed', member: 'marta' }),
    move({ kind: 'received', n: 3, to: 'van-x' }),
    move({ kind: 'lent', from: 'van-b', to: onLoan }),
  ]),
  ['north'],
  day,
);
if (!north) throw new Error('nothing was folded');

test('the store is first, with or without a record, and a place nobody heard of is known by what lies in it', () => {
  expect(north.places.map(({ id, name }) => [id, name])).toEqual([
    [store, 'Store'],
    ['van-a', 'Arriva van'],
    ['van-b', 'Blue van'],
    ['van-x', 'A place not yet known here'],
    [onLoan, 'On loan'],
  ]);
  expect(north.places.find(({ id }) => id === 'van-a')).toMatchObject({ closed: true, member: 'marta' });
});

test('a store that was given a name is still the first', () => {
  const rows = rowsWith([named('van-a', 'Arriva van'), named(store, 'Zeta Street', { kind: 'store' })]);
  const [stock] = partnerStocks(rows, ['north'], day);
  expect(stock?.places.map(({ name }) => name)).toEqual(['Zeta Street', 'Arriva van']);
});

test('nothing is put where it is closed, lent or not heard of', () => {
  expect(openPlaces(north, 'north').map(({ id }) => id)).toEqual([store, 'van-b']);
  expect(openPlaces(north, 'south')).toEqual([]);
});

test('the desk is not told whose bag a place is, nor of places nobody heard of', () => {
  const { places } = stockView(
    {
      ...rowsWith([named('van-a', 'Van', { member: 'marta' }), move({ kind: 'received', n: 3, to: 'van-x' })]),
      partners: [{ id: 'north', name: 'North' }],
    },
    at,
  );
  expect(places).toHaveLength(2);
  expect(places[1]).toEqual({
    id: 'van-a',
    partner: 'north',
    name: 'Van',
    kind: 'van',
    code: '',
    closed: false,
    recorded: true,
  });
});

test('a closed set is offered only where it lies, and one not heard of by that name', () => {
  expect(choosableSets({ sets }).map(({ id }) => id)).toEqual(['box', 'rope']);
  expect(choosableSets({ sets }, ['ball', 'new']).map(({ id }) => id)).toEqual(['box', 'ball', 'rope', 'new']);
  expect([setName({ sets }, 'new'), placeName(north, 'nowhere'), placeName(north, onLoan)]).toEqual([
    ...['Not yet known here', 'A place not yet known here', 'On loan'],
  ]);
});
