import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Badge } from '#domain/people/person.ts';
import { problemIn } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import { deliveryState } from '#domain/stock/deliveries.ts';
import { addedUp, reorder } from '#domain/stock/reorder.ts';
import {
  earlierVersions,
  kindOfBand,
  labelQr,
  labelWords,
  newCode,
  newContents,
  packedVersion,
  partsIn,
  readLabel,
  suggestedBox,
  versionNumber,
} from '#domain/stock/sets.ts';
import { countingOf, emptyShelf, shelfKey, toMovement } from '#domain/stock/stock.ts';
import { keepOf, lowOf, neverHad, thereOf } from '#domain/stock/totals.ts';
import { at, day, move, row, stockOf, store } from './builders.ts';

describe('which version of a set is in hand', () => {
  const set = { id: 'box', body: { name: 'Box', version: 2, 'part/1:rope': 1, 'part/2:ball': 1 } };
  const built = (n: number, version?: number) => move({ kind: 'built', n, to: store, parts: [], version });
  const out = (n: number, version?: number) => move({ kind: 'given out', n, from: store, version });
  const lost = (n: number) => move({ kind: 'lost', n, from: store });
  test.each([
    ['nothing was built', [], 2],
    ['the older ones are still there', [built(3, 1), built(5, 2), out(2, 1)], 1],
    ['the older ones are gone', [built(3, 1), built(5, 2), out(3, 1)], 2],
    ['an older one came back', [built(3, 1), out(3, 1), move({ kind: 'returned', to: store, version: 1 })], 1],
    ['they were taken apart', [built(3, 1), move({ kind: 'unbuilt', n: 3, from: store, parts: [], version: 1 })], 2],
    ['built before versions were written down', [built(2), out(1)], 1],
    ['what was lost goes off the oldest', [built(3, 1), out(2, 1), lost(1)], 2],
  ] as const)('%s', (_, rows, version) => {
    expect(packedVersion(rows.map(toMovement), set)).toBe(version);
  });
});

describe('which box somebody gets', () => {
  const day = '2026-11-22';
  test.each<[Badge, number, string | null, string]>([
    [{ knownAs: 'Jakub', yearOfBirth: 2016 }, 10, 'O10', 'Jakub is 10: over-10s set'],
    [{ knownAs: 'Ioana', yearOfBirth: 2017 }, 10, 'U10', 'Ioana is 9: under-10s set'],
    [{ knownAs: 'Jakub', yearOfBirth: 2016 }, 11, 'U10', 'Jakub is 10: under-10s set'],
    [{ knownAs: 'Ben', ageBand: '13-15', ageBandOn: '2026-10-01' }, 10, 'O10', 'Ben is 13–15: over-10s set'],
    [{ knownAs: 'Mia', ageBand: '00-07', ageBandOn: '2026-10-01' }, 10, 'U10', 'Mia is under 8: under-10s set'],
    [{ knownAs: 'Ana', ageBand: '10-12', ageBandOn: '2026-10-01' }, 11, null, 'Ana is 10–12: ask if under 11'],
    [{ knownAs: 'Ana', ageBand: '10-12', ageBandOn: '2024-10-01' }, 10, null, 'Ana’s age is not known: choose'],
    [{ knownAs: 'Zed' }, 10, null, 'Zed’s age is not known: choose'],
  ])('%j with the boundary at %i', (badge, boxAge, kind, why) => {
    expect(suggestedBox(badge, day, boxAge)).toEqual({ kind, why });
  });

  test('a band falls to one side of the boundary, or is cut by it', () => {
    expect(kindOfBand('08-09', 10)).toBe('U10');
    expect(kindOfBand('10-12', 10)).toBe('O10');
    expect(kindOfBand('08-09', 9)).toBeNull();
    expect(kindOfBand('NK', 10)).toBeNull();
  });
});

test('what is in a box changes by versions: what was given out before stays what it was', () => {
  const first = newContents({}, [
    { set: 'item-ball', n: 1 },
    { set: 'item-cone', n: 4 },
  ]);
  const box = { name: 'Under-10s', kind: 'U10' as const, ...first };
  expect(problemIn('set', 'create', 'programme', box)).toBeNull();
  const later = { ...box, ...newContents(box, [{ set: 'item-rope', n: 2 }]) };
  expect(problemIn('set', 'create', 'programme', later)).toBeNull();
  expect(partsIn(later)).toEqual([{ set: 'item-rope', n: 2 }]);
  expect(partsIn(later, 1)).toEqual([
    { set: 'item-ball', n: 1 },
    { set: 'item-cone', n: 4 },
  ]);
});

test('two people who change a box at once make two versions: one holds, the other stays readable', () => {
  const before = { name: 'Over', kind: 'O10' as const, version: 1, 'part/1:ball': 1, 'part/1:rope': 1 };
  const mine = newContents(before, [{ set: 'frisbee', n: 1 }], 4817);
  const yours = newContents(before, [{ set: 'bat', n: 2 }], 203);
  const merged = { ...before, ...mine, ...yours };
  expect(problemIn('set', 'create', 'programme', merged)).toBeNull();
  expect(partsIn(merged)).toEqual([{ set: 'bat', n: 2 }]);
  expect(earlierVersions(merged).map((version) => [versionNumber(version), partsIn(merged, version)])).toEqual([
    [2, [{ set: 'frisbee', n: 1 }]],
    [1, partsIn(before)],
  ]);
  expect(versionNumber(Number(newContents(merged, [], 1).version))).toBe(3);
  const body = { kind: 'given out', set: 'over', n: 1, from: store, day, at, version: merged.version };
  expect(problemIn('movement', 'fact', 'partner/north', body)).toBeNull();
});

describe('labels', () => {
  test.each([
    ['K7RT', { code: 'K7RT', serial: null }],
    [' k7rt-31 ', { code: 'K7RT', serial: 31 }],
    ['K7RT 31', { code: 'K7RT', serial: 31 }],
    ['BANDSTAND:K7RT-31', { code: 'K7RT', serial: 31 }],
    ['https://example.org', null],
    ['K7R', null],
    ['', null],
  ])('%j is read as %j', (typed, label) => {
    expect(readLabel(typed)).toEqual(label);
  });

  test('what is printed is read again', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 4, maxLength: 4 }),
        fc.option(fc.integer({ min: 1, max: 99_999 })),
        (bytes, serial) => {
          const label = { code: newCode(bytes, new Set()), serial };
          expect(readLabel(labelWords(label))).toEqual(label);
          expect(readLabel(labelQr(label))).toEqual(label);
        },
      ),
    );
  });

  test('a code that is taken gives way to a free one', () => {
    const bytes = new Uint8Array([1, 2, 3, 29]);
    const first = newCode(bytes, new Set());
    const second = newCode(bytes, new Set([first]));
    expect(second).not.toBe(first);
    expect(problemIn('set', 'create', 'programme', { name: 'x', kind: 'ITM', code: second })).toBeNull();
  });
});

test('what to buy: for the boxes and what is owed, less what is there and on its way; below zero counts as none', () => {
  const boxes = [
    {
      n: 10,
      parts: [
        { set: 'ball', n: 1 },
        { set: 'cone', n: 4 },
      ],
    },
  ];
  const none = { stock: 0, owed: 0, keep: 0, onOrder: 0 };
  const totals: Record<string, typeof none> = {
    ball: { ...none, stock: 3, onOrder: 2 },
    cone: { ...none, stock: -5, owed: 1 },
    rope: { ...none, owed: 2 },
  };
  const bought = reorder(boxes, (set) => totals[set] ?? none, ['rope']).map(({ set, buy }) => [set, buy]);
  expect(bought.sort()).toEqual([
    ['ball', 5],
    ['cone', 41],
    ['rope', 2],
  ]);
});

test('what is low is to be bought until it is not, and nothing else is low', () => {
  const [ball, rope, none] = [
    { id: 'ball', body: { name: 'Football', kind: 'ITM' as const, lowAt: 5 } },
    { id: 'rope', body: { name: 'Rope', kind: 'ITM' as const, lowAt: 5 } },
    { id: 'bottle', body: { name: 'Bottle', kind: 'CON' as const, lowAt: 24 } },
  ];
  const sets = [ball, rope, none, { id: 'light', body: { name: 'Floodlight', kind: 'ITM' as const, lowAt: 0 } }];
  const shelves = [
    ...stockOf([
      move({ kind: 'received', set: 'ball', n: 3, to: store }),
      move({ kind: 'received', set: 'rope', n: 5, to: store }),
      move({ kind: 'received', set: 'light', n: 1, to: store }),
    ]).shelves.values(),
  ];
  expect(lowOf(sets, shelves)).toEqual([{ partner: 'north', set: 'ball', there: 3, lowAt: 5 }]);
  expect(neverHad(sets, shelves)).toEqual([none]);
  const totals = (set: string) => ({
    stock: thereOf(shelves, 'north', set),
    owed: 0,
    keep: keepOf(sets.find(({ id }) => id === set) ?? none, shelves, 'north'),
    onOrder: 0,
  });
  const low = lowOf(sets, shelves).map(({ set }) => set);
  expect(reorder([], totals, low)).toEqual([
    { set: 'ball', needed: 0, owed: 0, keep: 5, stock: 3, onOrder: 0, buy: 2 },
  ]);
  // Boxes that take four ropes would leave one: four are bought, and none of a closed set.
  expect(reorder([{ n: 1, parts: [{ set: 'rope', n: 4 }] }], totals)[0]?.buy).toBe(4);
  expect(keepOf({ id: 'ball', body: { ...ball.body, status: 'closed' as const } }, shelves, 'north')).toBe(0);
});

test('what one partner has too much of does not fill what another lacks', () => {
  const boxes = [{ n: 10, parts: [{ set: 'ball', n: 1 }] }];
  const of = (stock: number, onOrder: number) => reorder(boxes, () => ({ stock, owed: 1, keep: 0, onOrder }));
  expect(addedUp([of(50, 0), of(2, 3)])).toEqual([
    { set: 'ball', needed: 20, owed: 2, keep: 0, stock: 52, onOrder: 3, buy: 6 },
  ]);
  expect(addedUp([])).toEqual([]);
});

test('a delivery is due until all of it came, late once its day is past, and in when it was closed', () => {
  const body = { supplier: 'Kit Ltd', promised: '2026-11-20', 'line/ball': 10 };
  const some = toMovement(move({ kind: 'received', set: 'ball', n: 6, to: store, delivery: 'd1' }));
  const rest = toMovement(move({ kind: 'received', set: 'ball', n: 4, to: store, delivery: 'd1' }));
  const is = (moves: Parameters<typeof deliveryState>[1], today: string, more = {}) =>
    deliveryState({ id: 'd1', body: { ...body, ...more } }, moves, today).is;
  expect(is([], '2026-11-20')).toBe('due');
  expect(is([some], '2026-11-21')).toBe('late');
  expect(is([some, rest], '2026-11-21')).toBe('in');
  expect(is([some], '2026-11-21', { status: 'closed' as const })).toBe('in');
  expect(deliveryState({ id: 'd1', body }, [some], '2026-11-21').lines).toEqual([
    { set: 'ball', n: 10, due: 4, over: 0 },
  ]);
});

test('a delivery two people wrote down came more than it was ordered, until what is there was counted', () => {
  const delivery = { id: 'd1', body: { supplier: 'Kit Ltd', 'line/ball': 10 } };
  const came = [1, 2].map(() => move({ kind: 'received', set: 'ball', n: 10, to: store, delivery: 'd1' }));
  const over = (rows: readonly Row[]) => {
    const { movements, shelves } = stockOf(rows);
    return deliveryState(delivery, movements, day, shelves).lines;
  };
  expect(over(came)).toEqual([{ set: 'ball', n: 10, due: 0, over: 10 }]);
  const shelf = stockOf(came).shelves.get(shelfKey('north', store, 'ball')) ?? emptyShelf('north', store, 'ball');
  expect(over([...came, row('count', 'stocktake', { ...countingOf(shelf, 10, at), day })])).toMatchObject([
    { over: 0 },
  ]);
});
