import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problemIn, problemInId, problemInSecondScope } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import * as acts from '#domain/stock/acts.ts';
import { addPlace, arrive, changePlace, closePlace, dueAgain, order } from '#domain/stock/registers.ts';
import { emptyShelf, loansOut, partsOwed, shelfKey, standing, storeOf } from '#domain/stock/stock.ts';
import { instantAt } from '#domain/time.ts';
import * as voice from '#domain/voice/acts.ts';
import { at, day, facts, north, row, rowOf, stockOf, store } from './builders.ts';

/** What is said of equipment: accepted by the rules, said once by one form, and nothing in it that nobody asked for. */

const nowMs = Date.parse(at);
const van = 'van-north';
/** As a form mints them: the same for the same thing at every try. */
const ids = (of: string) => `form-${of.replace(/[^a-z0-9]+/gi, '-')}`;
const now = acts.atOnce('north', nowMs, ids);
const amounts = [
  { set: 'box', n: 2 },
  { set: 'ball', n: 3 },
];
const inOne = [
  { set: 'ball', n: 1 },
  { set: 'cone', n: 4 },
];
const boxes = { set: 'box', n: 2, place: store, inOne, parts: acts.partsFor(inOne, 2), version: 1 };
const [lent] = acts.movesSaid(acts.lend(now, amounts, van));
const [given] = acts.movesSaid([acts.giveOut(now, { set: 'box', n: 1, from: van, owed: [{ set: 'ball', n: 1 }] })]);
if (!lent || !given) throw new Error('nothing was lent or given out');
const asking = { partner: 'north', session: 'session-one', site: 'site-one', day };
const wished = { kind: 'equipment', age: 'U10', words: 'Roller skates' } as const;

const said: Record<string, readonly Saying[]> = {
  receive: acts.receive(now, amounts, { to: store, delivery: 'delivery-one', reason: ' Ropes & Co ' }),
  load: acts.load(now, amounts, { from: store, to: van, reason: '' }),
  lend: acts.lend(now, amounts, van),
  'bring back': [acts.endLoan(now, lent, { kind: 'brought back', n: 1, to: store })],
  'lose on loan': [acts.endLoan(now, lent, { kind: 'lost', n: 1, to: store })],
  'write off': acts.writeOff(now, amounts, { kind: 'damaged', from: van }),
  'put right': acts.putRight(now, amounts, { place: van, way: 'fewer', reason: 'Written down twice' }),
  build: acts.build(now, { ...boxes, parts: [{ set: 'ball', n: 2 }] }),
  'take apart': [acts.takeApart(now, boxes, ['finding-one'])],
  'find short': [acts.findShort(now, { set: 'box', n: 1, place: van, owed: inOne })],
  'give out': [acts.giveOut(now, { set: 'box', n: 1, from: van, for: ['child-one'], settles: [], label: undefined })],
  'take in': acts.takeIn(now, given, van, [{ set: 'ball', n: 1 }]),
  supply: acts.supply(now, [{ id: given.id, part: 'ball', n: 1 }], undefined),
  'hand over': acts.handOver(now, amounts, { from: store, receiver: 'south', reason: '' }),
  count: [acts.count(now, emptyShelf('north', van, 'box'), 0)],
  'take back': [
    acts.takeBack(now, lent),
    ...acts
      .movesSaid(acts.handOver(now, amounts, { from: store, receiver: 'south' }))
      .map((each) => acts.takeBack(now, each)),
  ],
  'add a place': [addPlace('north', 'van-north', { name: 'Van', kind: 'van', code: 'V4NR' })],
  'change a place': [changePlace('north', 'van-north', { name: 'Blue van' })],
  'close a place': [closePlace('north', 'van-north', 'closed')],
  order: [order('north', 'delivery-one', { supplier: 'Ropes & Co', promised: day, lines: amounts })],
  arrive: arrive('north', 'delivery-one', { day, noMore: true }),
  'wish for': [voice.wish(asking, wished, 'wish-one', at)],
  'take a wish back': [
    voice.takeWishBack({ ...wished, ...asking, id: 'wish-one', n: 1, at, by: 'member-one' }, 'wish-two', at),
  ],
};

test.each(
  Object.entries(said),
)('to %s is said as the rules ask, each thing once, and nothing in it is empty', (_, writes) => {
  expect(writes.length).toBeGreaterThan(0);
  expect(new Set(writes.map(({ id }) => id)).size).toBe(writes.length);
  for (const { type, op, id, scope, alsoScope, body } of writes) {
    expect(problemIn(type, op, scope, body)).toBeNull();
    expect(problemInId(type, op, id, body)).toBeNull();
    expect(problemInSecondScope(type, scope, alsoScope)).toBeNull();
    expect(Object.values(body).filter((value) => value === undefined || value === '')).toEqual([]);
  }
});

test('whatever is taken back leaves every balance as it was', () => {
  fc.assert(
    fc.property(facts, fc.nat(), (rows, which) => {
      const stands = standing(stockOf(rows).movements);
      const meant = stands[which % Math.max(1, stands.length)];
      if (!meant) return;
      const undone = rowOf(acts.takeBack({ at, newId: () => 'taken-back' }, meant));
      const without = stockOf(rows.filter(({ id, body }) => id !== meant.id && body.undoes !== meant.id));
      const after = stockOf([...rows, undone]);
      for (const [key, shelf] of after.shelves) expect(shelf.balance).toBe(without.shelves.get(key)?.balance ?? 0);
    }),
  );
});

test('what did not go into boxes is known to be missing in them, in as few as can lack it', () => {
  const rows = acts
    .build(now, {
      ...boxes,
      parts: [
        { set: 'ball', n: 2 },
        { set: 'cone', n: 3 },
      ],
    })
    .map(rowOf);
  expect(partsOwed(stockOf(rows).movements)).toMatchObject([{ part: 'cone', n: 5, move: { n: 2, from: store } }]);
  const whole = acts.build(now, boxes).map(rowOf);
  expect(partsOwed(stockOf(whole).movements)).toEqual([]);
});

test('a loan is over once all of it came back or is given up', () => {
  const back = acts.endLoan(now, lent, { kind: 'brought back', n: 1, to: van });
  const lost = { ...acts.endLoan(now, lent, { kind: 'lost', n: 1, reason: 'Over the fence' }), id: 'lost' };
  expect(loansOut([lent, ...acts.movesSaid([back])])).toMatchObject([{ out: 1 }]);
  expect(loansOut([lent, ...acts.movesSaid([back, lost])])).toEqual([]);
});

test('what is supplied names the box it is for and nobody who has it', () => {
  const [supplied] = acts.supply(now, [{ id: given.id, part: 'ball', n: 1 }], store);
  expect(Object.keys(supplied?.body ?? {}).sort()).toEqual(['at', 'day', 'from', 'kind', 'n', 'set', 'settles']);
});

test('a delivery that came keeps the day of it, also where the rest will not come, and is due again when it was taken back', () => {
  expect(arrive('north', 'delivery-one', { day, noMore: true })).toMatchObject([
    { op: 'patch', body: { arrived: day, status: 'closed' } },
  ]);
  expect(arrive('north', 'delivery-one', { day: null, noMore: false })).toEqual([]);
  expect(
    dueAgain('north', { id: 'delivery-one', body: { supplier: 'Ropes & Co', arrived: day, status: 'closed' } }),
  ).toMatchObject([{ body: { arrived: null, status: 'active' } }]);
});

test('what a finished session gave out is dated by its end, and what came on an earlier day by noon of it', () => {
  const body = {
    site: 'site-one',
    day,
    status: { is: 'finished' as const, reopened: 0 },
    actualStart: at,
    actualEnd: '2026-11-22T15:00:00.000Z',
  };
  const later = Date.parse('2026-11-22T19:00:00.000Z');
  expect(acts.atSession('north', { id: 'session-one', body }, later, ids)).toMatchObject({
    ...{ day, at: '2026-11-22T15:00:00.000Z', session: 'session-one' },
  });
  expect(acts.onTheDay('north', '2026-11-20', later, ids).at).toBe(instantAt('2026-11-20', '12:00'));
  expect(acts.onTheDay('north', day, later, ids).at).toBe('2026-11-22T19:00:00.000Z');
});

test('a count says what was known of the shelf where it was counted', () => {
  const rows = acts.receive(now, [{ set: 'ball', n: 5 }], { to: store }).map(rowOf);
  const shelf = stockOf(rows).shelves.get(shelfKey('north', store, 'ball'));
  if (!shelf) throw new Error('the shelf is empty');
  const counted = rowOf(acts.count(now, shelf, 4));
  const late = row('late', 'movement', {
    kind: 'received',
    set: 'ball',
    n: 2,
    to: store,
    day,
    at: '2026-11-22T13:00:00.000Z',
  });
  const after = stockOf([...rows, counted, late]).shelves.get(shelfKey('north', storeOf('north'), 'ball'));
  expect(after).toMatchObject({ balance: 6, arrivedAfter: 1 });
  expect(counted.scope).toBe(north);
});
