import { afterEach, beforeEach, expect, test } from 'vitest';
import { protect } from '#domain/reports/disclosure/protect.ts';
import type { ReaderProfile } from '#domain/reports/disclosure/shown.ts';
import type { PublishedFigure } from '#domain/reports/disclosure/sums-between.ts';
import { earlierOf, keepPublished } from '#server/published.ts';
import { newWorld, type World } from './world.ts';

/** What was given away is remembered, so that two files say no more together than each by itself. */

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.close());

const whole = { gender: ['F', 'M'] };

/** Attendances of girls, boys and all, given out as a file. */
async function give(
  from: string,
  to: string,
  [girls, boys]: readonly [number, number],
  profile: ReaderProfile = 'funder',
) {
  const { store } = world.server;
  const figure = (key: string, group: PublishedFigure['group']): PublishedFigure => ({
    key: `${key} ${from} ${to}`,
    ...{ measure: 'attendances', from, to, group },
  });
  const figures = [figure('girls', { gender: 'F' }), figure('boys', { gender: ['M'] }), figure('all', {})];
  const [f = '', m = '', all = ''] = figures.map(({ key }) => key);
  const asked = {
    cells: [
      { key: f, n: girls },
      { key: m, n: boys },
      { key: all, n: girls + boys },
    ],
    sums: [{ total: all, parts: [f, m] }],
  };
  return store.write(async (db) => {
    const earlier = await earlierOf(db, store.programme, figures, whole);
    const shown = protect(asked, profile, earlier);
    const given = { published: figures, shown, profile, before: earlier.shown };
    await keepPublished(db, store.programme, given, world.clock.ms);
    return [...shown.values()];
  });
}

const kept = () => world.server.store.reader.selectFrom('published').selectAll().execute();

test('two files of overlapping days do not tell of the days between', async () => {
  // By itself each file could stand as it is: in October there were three girls.
  expect(await give('2026-09-01', '2026-10-31', [12, 30])).toEqual([12, 30, 42]);
  const september = await give('2026-09-01', '2026-09-30', [9, 20]);
  expect(september[0]).toBe('hidden');
  expect(september.filter((as) => typeof as === 'number').length).toBeLessThan(2);
});

test('the same file again says the same, and what is kept holds no number that was hidden', async () => {
  const first = await give('2026-09-01', '2026-09-30', [3, 20]);
  expect(first).toEqual(['few', 'hidden', 23]);
  expect((await kept()).map(({ shown }) => shown).sort()).toEqual(['"few"', '"hidden"', '23']);
  expect(await give('2026-09-01', '2026-09-30', [3, 20])).toEqual(first);
  expect(await kept()).toHaveLength(3);
});

test('what was hidden stays so when a correction would tell what it was', async () => {
  expect(await give('2026-09-01', '2026-09-30', [4, 20])).toEqual(['few', 'hidden', 24]);
  // One more girl: as 5, 20 and 25 it would be known that there had been four.
  const corrected = await give('2026-09-01', '2026-09-30', [5, 20]);
  expect(corrected.filter((as) => typeof as === 'number').length).toBeLessThan(2);
  expect(corrected[1]).not.toBe(20);
});

test('what stays inside is not remembered, and hides nothing later', async () => {
  await give('2026-09-01', '2026-10-31', [12, 30], 'internal');
  expect(await kept()).toEqual([]);
  expect(await give('2026-09-01', '2026-09-30', [9, 20])).toEqual([9, 20, 29]);
});

test('of other days nothing is asked, and a number to the nearest five is known for one', async () => {
  await give('2026-09-01', '2026-09-30', [9, 20], 'public');
  expect(await kept()).toEqual(expect.arrayContaining([expect.objectContaining({ shown: '10', rounded: 1 })]));
  const { store } = world.server;
  const asked = (from: string, to: string, group: PublishedFigure['group'] = { gender: 'F' }): PublishedFigure[] => [
    { key: 'now', measure: 'attendances', from, to, group },
  ];
  const beside = await earlierOf(store.reader, store.programme, asked('2026-09-30', '2026-10-31'), whole);
  expect(beside.rounded?.size).toBe(3);
  // Of genders only what they come to matters to figures that know of none.
  const plain = await earlierOf(store.reader, store.programme, asked('2026-09-30', '2026-10-31', {}), whole);
  expect(plain.rounded?.size).toBe(1);
  expect((await earlierOf(store.reader, store.programme, asked('2026-10-01', '2026-10-31'), whole)).cells).toEqual([]);
});
