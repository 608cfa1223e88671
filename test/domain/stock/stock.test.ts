import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RowOf } from '#domain/records/body.ts';
import { problemIn, problemInSecondScope } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { mismatches } from '#domain/stock/questions.ts';
import {
  countingOf,
  emptyShelf,
  foldShelves,
  loansOut,
  partsOwed,
  type Shelf,
  shelfKey,
  stillOut,
  storeOf,
  toMovement,
} from '#domain/stock/stock.ts';
import { shuffled } from '#test/domain/records/builders.ts';
import { recounted } from '#test/scenarios/stock-truth.ts';
import { at, day, facts, move, north, row, south, stockOf, store, transfer } from './builders.ts';

const balances = (rows: readonly Row[]) =>
  new Map([...stockOf(rows).shelves].map(([key, { balance }]) => [key, balance] as const));
const balance = (rows: readonly Row[], place = store, set = 'box', owner = 'north') =>
  balances(rows).get(shelfKey(owner, place, set)) ?? 0;

describe('balances', () => {
  test('are the same in any order and however often a fact arrives, and are what the rules say', () => {
    fc.assert(
      fc.property(shuffled(facts), fc.nat(), ([all, order], again) => {
        const repeated = order.length > 0 ? [...order, ...order.slice(again % order.length)] : order;
        expect(balances(repeated)).toEqual(balances(all));
        const right = recounted(all);
        for (const [key, is] of balances(all)) expect(is, key).toBe(right.get(key) ?? 0);
        for (const [key, is] of right) expect(balances(all).get(key) ?? 0, key).toBe(is);
      }),
      { numRuns: 600 },
    );
  });

  test('of everybody together are not changed by a transfer, whatever part of the facts a phone holds', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (all, held) => {
        const known = all.filter((_, index) => held[index]).filter(({ type }) => type !== 'stocktake');
        const totalOf = (rows: readonly Row[]) =>
          [...stockOf(rows).shelves.values()].reduce((sum, shelf) => sum + shelf.balance, 0);
        expect(totalOf(known)).toBe(totalOf(known.filter(({ type }) => type !== 'transfer')));
      }),
      { numRuns: 400 },
    );
  });

  test('of boxes and their parts together are not changed by building and taking apart', () => {
    const inOne = { ball: 1, rope: 2 };
    fc.assert(
      fc.property(facts, (all) => {
        const known = all.filter(({ type, body }) => type === 'movement' && body.set === 'box');
        const built = known.filter(({ body }) => body.kind === 'built' || body.kind === 'unbuilt');
        for (const [part, each] of Object.entries(inOne)) {
          const total = [...stockOf(built).shelves.values()].reduce(
            (sum, shelf) => sum + shelf.balance * (shelf.set === 'box' ? each : shelf.set === part ? 1 : 0),
            0,
          );
          expect(total, part).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are what was counted straight after a count, whatever happened before and whatever the phone knew', () => {
    fc.assert(
      fc.property(facts, fc.nat({ max: 99 }), (all, counted) => {
        const shelf = stockOf(all).shelves.get(shelfKey('north', store, 'box')) ?? emptyShelf('north', store, 'box');
        const count = row('fact-999', 'stocktake', { ...countingOf(shelf, counted, '2026-11-22T15:00:00.000Z'), day });
        const after = stockOf([...all, count]).shelves.get(shelfKey('north', store, 'box'));
        expect([after?.balance, after?.arrivedAfter, after?.openCounts.length]).toEqual([counted, 0, 1]);
      }),
      { numRuns: 300 },
    );
  });
});

test('a box given out twice as far as the records go is a balance below zero, not an error', () => {
  expect(balance([move({ kind: 'received', to: store }), move({ kind: 'given out', from: store, n: 3 })])).toBe(-2);
});

test('what is lent is out of the place and on loan; what comes back or is given up settles it', () => {
  const lent = move({ kind: 'lent', set: 'ball', n: 6, from: store, to: onLoan }, 'lent');
  const back = move({ kind: 'brought back', set: 'ball', n: 4, from: onLoan, to: store, settles: ['lent'] });
  const lost = move({ kind: 'lost', set: 'ball', n: 1, from: onLoan, settles: ['lent'] });
  const all = [move({ kind: 'received', set: 'ball', n: 10, to: store }), lent, back];
  expect([balance(all, store, 'ball'), balance(all, onLoan, 'ball')]).toEqual([8, 2]);
  expect(loansOut(all.map(toMovement)).map(({ out }) => out)).toEqual([2]);
  expect(loansOut([...all, lost].map(toMovement)).map(({ out }) => out)).toEqual([1]);
});

test('parts are owed until they are supplied; a box that came back or was never given is owed nothing', () => {
  const owed = [
    { set: 'rope', n: 2 },
    { set: 'ball', n: 1 },
  ];
  const given = move({ kind: 'given out', from: store, owed }, 'given');
  const rope = move({ kind: 'part supplied later', set: 'rope', n: 1, from: store, settles: ['given'] });
  const back = move({ kind: 'returned', to: store, settles: ['given'] });
  const undone = move({ kind: 'given out', from: store, undoes: 'given' });
  const owes = (rows: readonly RowOf<'movement'>[]) =>
    partsOwed(rows.map(toMovement)).map(({ part, n }) => `${n} ${part}`);
  expect(owes([given])).toEqual(['2 rope', '1 ball']);
  expect(owes([given, rope])).toEqual(['1 rope', '1 ball']);
  expect(owes([given, rope, rope])).toEqual(['1 rope', '1 ball']);
  expect(owes([given, rope, back])).toEqual([]);
  expect(owes([given, undone])).toEqual([]);
});

test('a box found incomplete and given out as it is owes its part once, to whoever has it now', () => {
  const owed = [{ set: 'rope', n: 1 }];
  const found = move({ kind: 'part missing', from: store, to: store, owed }, 'found');
  const given = move({ kind: 'given out', from: store, owed, settles: ['found'], for: ['ana'] }, 'given');
  const owes = (rows: readonly RowOf<'movement'>[]) =>
    partsOwed(rows.map(toMovement)).map(({ move: { id }, n }) => [id, n]);
  expect(owes([found])).toEqual([['found', 1]]);
  expect(owes([found, given])).toEqual([['given', 1]]);
  expect(balance([found, given])).toBe(-1);
});

test('a box found incomplete that is gone, in whatever way, is not asked about for ever', () => {
  const found = (n: number, id: string, part = 'rope') =>
    move({ kind: 'part missing', from: store, to: store, n, owed: [{ set: part, n: 2 * n }] }, id);
  const gone = (kind: string, settles: string[], n = 1) => move({ kind, from: store, n, settles });
  const owes = (rows: readonly RowOf<'movement'>[]) =>
    partsOwed(rows.map(toMovement)).map(({ move: { id }, part, n }) => `${id} ${n} ${part}`);
  for (const kind of ['unbuilt', 'damaged', 'lost']) {
    expect(owes([found(1, 'f1'), gone(kind, ['f1'])]), kind).toEqual([]);
    expect(owes([found(3, 'f1'), gone(kind, ['f1'])]), kind).toEqual(['f1 4 rope']);
  }
  // One box that lacked two things is one box; two boxes that lacked the same are two.
  expect(owes([found(1, 'f1'), found(1, 'f2', 'ball'), gone('lost', ['f1', 'f2'])])).toEqual([]);
  expect(owes([found(1, 'f1'), found(1, 'f2'), gone('lost', ['f1', 'f2'])])).toEqual(['f2 2 rope']);
});

test('a part that answers several boxes is shared out over them, not given to each', () => {
  const owed = [{ set: 'rope', n: 1 }];
  const found = ['f1', 'f2'].map((id) => move({ kind: 'part missing', from: store, to: store, owed }, id));
  const owes = (rows: readonly RowOf<'movement'>[]) => partsOwed(rows.map(toMovement)).map(({ move: { id } }) => id);
  const given = move({ kind: 'given out', from: store, owed, settles: ['f1', 'f2'] }, 'given');
  expect(owes([...found, given])).toEqual(['f2', 'given']);
  const rope = move({ kind: 'part supplied later', set: 'rope', n: 1, settles: ['f1', 'f2'] });
  expect(owes([...found, rope])).toEqual(['f2']);
  const both = move({ kind: 'part supplied later', set: 'rope', n: 2, settles: ['f1', 'f2'] });
  expect(owes([...found, both])).toEqual([]);
});

describe('what came back on two phones is a question', () => {
  const asked = (rows: readonly Row[]) => {
    const { movements, shelves } = stockOf(rows);
    return mismatches(movements, shelves).map(({ id, is, n, place }) => [id, is, n, place]);
  };
  const later = '2026-11-22T14:30:00.000Z';
  const counted = (rows: readonly Row[], set: string, moment = later) => {
    const shelf = stockOf(rows).shelves.get(shelfKey('north', store, set)) ?? emptyShelf('north', store, set);
    return row('count', 'stocktake', { ...countingOf(shelf, 5, moment), day });
  };
  const lent = move({ kind: 'lent', set: 'ball', n: 3, from: store, to: onLoan }, 'lent');
  const back = (n: number) =>
    move({ kind: 'brought back', set: 'ball', n, from: onLoan, to: store, settles: ['lent'] });

  test('until one of the two is taken back, or the shelf was counted since', () => {
    const twice = [lent, back(3), back(3)];
    expect(asked([lent, back(1), back(2)])).toEqual([]);
    expect(asked(twice)).toEqual([['lent', 'twice', 3, store]]);
    expect(asked([...twice, { ...back(3), body: { ...back(3).body, undoes: twice[2]?.id } }])).toEqual([]);
    expect(asked([...twice, counted(twice, 'ball')])).toEqual([]);
    const before = '2026-11-22T13:00:00.000Z';
    expect(asked([...twice, counted(twice, 'ball', before)])).toHaveLength(1);
    const lost = move({ kind: 'lost', set: 'ball', n: 1, from: onLoan, settles: ['lent'] });
    expect(asked([lent, back(3), lost])).toEqual([['lent', 'twice', 1, store]]);
  });

  test('a box that came back twice is; one whose giving out was taken back although it had come back is too', () => {
    const given = move({ kind: 'given out', from: store }, 'given');
    const box = () => move({ kind: 'returned', to: store, settles: ['given'] });
    const struck = move({ kind: 'given out', from: store, undoes: 'given' });
    expect(asked([given, box()])).toEqual([]);
    expect(asked([given, box(), box()])).toEqual([['given', 'twice', 1, store]]);
    expect(asked([given, struck])).toEqual([]);
    expect(asked([given, box(), struck])).toEqual([['given', 'taken back', 1, store]]);
  });
});

test('who had a box still has it until it comes back', () => {
  const given = move({ kind: 'given out', from: store, for: ['jakub'] }, 'given');
  const back = move({ kind: 'returned', to: store, settles: ['given'] });
  expect(stillOut([given].map(toMovement)).map(({ for: people }) => people)).toEqual([['jakub']]);
  expect(stillOut([given, back].map(toMovement))).toEqual([]);
});

test('a transfer arrives in the store of the one who gets it, where no place is named', () => {
  const all = [transfer({ n: 4 })];
  expect([balance(all), balance(all, storeOf('south'), 'box', 'south')]).toEqual([-4, 4]);
});

test('a count knows what a fast phone dated ahead, and does not ask about it for ever', () => {
  const ahead = move({ kind: 'given out', from: store, at: '2026-11-22T16:00:00.000Z' });
  const shelf = stockOf([ahead]).shelves.get(shelfKey('north', store, 'box')) as Shelf; // just put there
  const count = row('count', 'stocktake', { ...countingOf(shelf, 5, at), day });
  const { shelves } = stockOf([ahead, count]);
  expect(shelves.get(shelfKey('north', store, 'box'))).toMatchObject({ balance: 5, arrivedAfter: 0 });
  expect(foldShelves([], []).size).toBe(0);
});

describe('bad input is refused in words', () => {
  const problem = (body: Record<string, unknown>, type = 'movement') =>
    problemIn(type, 'fact', north, { set: 'box', n: 1, day, at, ...body });

  test.each([
    [{ kind: 'given out', from: store, n: 1.5 }, 'n: not a whole number'],
    [{ kind: 'given out', from: store, n: 0 }, 'n: less than one'],
    [{ kind: 'given out', from: store, n: -3 }, 'n: less than one'],
    [{ kind: 'given out', from: store, n: 1_000_000 }, 'n: more than 99,999'],
    [{ kind: 'given out', from: store, n: Number.NaN }, 'n: not a number'],
    [{ kind: 'given away', from: store }, 'kind: '],
    [{ kind: 'given out' }, 'from: '],
    [{ kind: 'given out', from: store, to: 'van' }, 'to: '],
    [{ kind: 'received', from: store, to: store }, 'from: '],
    [{ kind: 'loaded', from: store, to: store }, 'to: the place it comes from'],
    [{ kind: 'lent', from: store, to: 'van' }, 'to: what is lent is on loan'],
    [{ kind: 'brought back', from: 'van', to: store }, 'from: what is brought back was on loan'],
    [{ kind: 'built', to: store }, 'parts: missing'],
    [{ kind: 'built', to: store, parts: [] }, 'parts: missing'],
    [{ kind: 'built', to: store, parts: [{ set: 'ball', n: 0 }] }, 'parts: '],
    [{ kind: 'part missing', from: store, to: store }, 'owed: missing'],
    [{ kind: 'part supplied later', from: store }, 'settles: missing'],
    [{ kind: 'adjusted', to: store }, 'reason: missing'],
    [{ kind: 'adjusted', from: store, to: store, reason: 'x' }, 'to: more or fewer'],
    [{ kind: 'adjusted', reason: 'x' }, 'to: more or fewer'],
  ])('a movement %j: %s', (body, words) => {
    expect(problem(body)).toContain(words);
  });

  test('a count is a whole number from zero up; a wish is chosen or said, not both', () => {
    const count = { holder: store, set: 'box', movementTotal: 0, seen: 0, replaces: [], day, at };
    const counted = (n: number) => problemIn('stocktake', 'fact', north, { ...count, counted: n });
    expect([counted(0), counted(12)]).toEqual([null, null]);
    expect(counted(-1)).toContain('less than none');
    expect(counted(2.5)).toContain('not a whole number');
    const wish = (more: object) =>
      problemIn('wish', 'fact', north, { kind: 'equipment', age: 'U10', n: 1, day, at, ...more });
    expect([wish({ what: 'ball' }), wish({ words: 'A trampoline' })]).toEqual([null, null]);
    expect(wish({})).toContain('choose it or say it');
    expect(wish({ what: 'ball', words: 'A ball' })).toContain('choose it or say it');
  });

  test('only a transfer goes to two partners, and to another one', () => {
    expect(problemInSecondScope('movement', north, south)).toContain('only a transfer');
    expect(problemInSecondScope('transfer', north, undefined)).toContain('nobody');
    for (const bad of [north, 'programme', 'partner/south/team', 'sealed'])
      expect(problemInSecondScope('transfer', north, bad), bad).toContain('from one partner to another');
    expect(problemInSecondScope('transfer', north, south)).toBeNull();
  });
});
