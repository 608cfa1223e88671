import assert from 'node:assert/strict';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { mismatches } from '#domain/stock/questions.ts';
import { countingOf, emptyShelf, partsOwed, shelfKey, storeOf } from '#domain/stock/stock.ts';
import { fact } from '#test/saying.ts';
import type { Scenario } from './directed-sending.ts';
import { day, north, Stage } from './stage.ts';
import { stockOn } from './stock-commands.ts';

/** Directed scenarios, written out: boxes that several phones give out, hand over and count without knowing of each other. */

const set = 'set-box';
const store = storeOf('northside');
const south = partnerScope('southside');

const momentOn = (stage: Stage, at: number) => new Date(stage.world.clockOf(stage.phone(at))).toISOString();
const moved = (stage: Stage, at: number, body: Record<string, unknown>): Saying =>
  fact('movement', stage.id(), north, { set, n: 1, day, at: momentOn(stage, at), ...body });
const given = (stage: Stage, at: number, more = {}) => moved(stage, at, { kind: 'given out', from: store, ...more });

const shelf = async (stage: Stage, at: number, owner = 'northside') => {
  const { shelves } = await stage.phone(at).store.read(stockOn);
  return shelves.get(shelfKey(owner, storeOf(owner), set)) ?? emptyShelf(owner, storeOf(owner), set);
};
const balance = async (stage: Stage, at: number, owner?: string) => (await shelf(stage, at, owner)).balance;

async function count(stage: Stage, at: number, counted: number): Promise<Entry> {
  const now = momentOn(stage, at);
  const body = countingOf(await shelf(stage, at), counted, now);
  return stage.save(at, [fact('stocktake', stage.id(), north, { ...body, day })]);
}

const recordOf = ({ writes }: Entry): string => writes[0]?.id ?? '';

/** Two phones that know how many boxes are in the store. */
async function stocked(n: number, members?: readonly string[]): Promise<Stage> {
  const stage = await Stage.set(members);
  await stage.save(0, [moved(stage, 0, { kind: 'received', to: store, n })]);
  await stage.sync(0, 1);
  stage.world.nowMs += 60_000;
  return stage;
}

export const stock: readonly Scenario[] = [
  [
    'two phones give out the last box with no signal: both are kept, one too many is shown on both, and a count puts it right',
    async () => {
      const stage = await stocked(1);
      for (const at of [0, 1]) await stage.save(at, [given(stage, at)]);
      assert.deepEqual([await balance(stage, 0), await balance(stage, 1)], [0, 0]);
      await stage.sync(0, 1, 0);
      assert.deepEqual([await balance(stage, 0), await balance(stage, 1)], [-1, -1]);
      stage.world.nowMs += 60_000;
      await count(stage, 1, 0);
      await stage.sync(1, 0);
      assert.deepEqual([await balance(stage, 0), await balance(stage, 1)], [0, 0]);
      await stage.end();
    },
  ],
  [
    'two people count one shelf at once: one count stands, it is not put right twice, and counting again settles it',
    async () => {
      const stage = await stocked(10);
      await count(stage, 0, 8);
      await count(stage, 1, 9);
      await stage.sync(0, 1, 0);
      const [mine, yours] = [await shelf(stage, 0), await shelf(stage, 1)];
      assert.equal(mine.openCounts.length, 2);
      assert.equal(mine.balance, yours.balance);
      assert([8, 9].includes(mine.balance), String(mine.balance));
      await count(stage, 0, 7);
      await stage.sync(0, 1);
      const after = await shelf(stage, 1);
      assert.deepEqual([after.balance, after.openCounts.length], [7, 1]);
      await stage.end();
    },
  ],
  [
    'boxes given out before a count by a phone that had no signal arrive after it: the count says so, and counting again is right',
    async () => {
      const stage = await stocked(10);
      for (let box = 0; box < 3; box += 1) await stage.save(1, [given(stage, 1)]);
      stage.world.nowMs += 60_000;
      await count(stage, 0, 7);
      assert.deepEqual([await balance(stage, 0), (await shelf(stage, 0)).arrivedAfter], [7, 0]);
      await stage.sync(0, 1, 0);
      assert.deepEqual([await balance(stage, 0), (await shelf(stage, 0)).arrivedAfter], [4, 3]);
      await count(stage, 0, 7);
      await stage.sync(0, 1);
      assert.deepEqual([await balance(stage, 1), (await shelf(stage, 1)).arrivedAfter], [7, 0]);
      await stage.end();
    },
  ],
  [
    'a box given out after a count, by a phone that did not know of it, comes off what was counted and asks nothing',
    async () => {
      const stage = await stocked(10);
      await count(stage, 0, 9);
      stage.world.nowMs += 60_000;
      await stage.save(1, [given(stage, 1)]);
      await stage.sync(0, 1, 0);
      assert.deepEqual([await balance(stage, 0), (await shelf(stage, 0)).arrivedAfter], [8, 0]);
      await stage.end();
    },
  ],
  [
    'two phones take back one hand-out without knowing of each other: it comes back once',
    async () => {
      const stage = await stocked(5);
      const id = recordOf(await stage.save(0, [given(stage, 0)]));
      await stage.sync(0, 1);
      assert.equal(await balance(stage, 1), 4);
      for (const at of [0, 1]) await stage.save(at, [given(stage, at, { undoes: id })]);
      await stage.sync(0, 1, 0);
      assert.deepEqual([await balance(stage, 0), await balance(stage, 1)], [5, 5]);
      await stage.end();
    },
  ],
  [
    'a hand-out that was counted in and is taken back afterwards is a question to that count',
    async () => {
      const stage = await stocked(5);
      const id = recordOf(await stage.save(0, [given(stage, 0)]));
      stage.world.nowMs += 60_000;
      await count(stage, 0, 5);
      stage.world.nowMs += 60_000;
      await stage.save(0, [given(stage, 0, { undoes: id })]);
      assert.equal((await shelf(stage, 0)).arrivedAfter, 1);
      await stage.end();
    },
  ],
  [
    'boxes handed over to another partner leave one and arrive at the other in one record, on every phone and in every order',
    async () => {
      const stage = await stocked(10, ['member-sam', 'member-kim', 'member-pat']);
      await stage.sync(2);
      const said = fact('transfer', stage.id(), north, { set, n: 4, from: store, day, at: momentOn(stage, 0) });
      await stage.save(0, [{ ...said, alsoScope: south }]);
      const seen = async (at: number) => [await balance(stage, at), await balance(stage, at, 'southside')];
      assert.deepEqual(await seen(0), [6, 4]);
      await stage.sync(0);
      assert.deepEqual(await seen(2), [10, 0]);
      await stage.sync(1, 2);
      assert.equal(await balance(stage, 1, 'southside'), 4);
      assert.deepEqual(await seen(2), [6, 4]);
      await stage.end();
    },
  ],
  [
    'a transfer stays on a phone as long as it reads one of the two partners, and goes with the last',
    async () => {
      const stage = await stocked(10, ['member-sam', 'member-pat']);
      const pat = stage.world.memberOf('member-pat');
      const said = fact('transfer', stage.id(), north, { set, n: 4, from: store, day, at: momentOn(stage, 0) });
      await stage.save(0, [{ ...said, alsoScope: south }]);
      await stage.sync(0, 1);
      const transfers = () =>
        [...stage.phone(1).store.disk.rows.values()].filter(({ type }) => type === 'transfer').length;
      assert.equal(transfers(), 1);
      pat.rights = [{ role: 'worker', partner: 'southside' }];
      await stage.sync(1);
      assert.deepEqual([transfers(), await balance(stage, 1, 'southside')], [1, 4]);
      pat.rights = [{ role: 'worker', partner: 'elsewhere' }];
      await stage.sync(1);
      assert.equal(transfers(), 0);
      await stage.end();
    },
  ],
  [
    'a part owed is supplied on two phones at once: it is owed no more, and both parts are gone from the shelf',
    async () => {
      const stage = await stocked(5);
      const boxed = await stage.save(0, [given(stage, 0, { owed: [{ set: 'set-rope', n: 1 }] })]);
      await stage.sync(0, 1);
      const owedOn = async (at: number) =>
        partsOwed((await stage.phone(at).store.read(stockOn)).movements).map(({ n }) => n);
      assert.deepEqual(await owedOn(1), [1]);
      const supplied = { kind: 'part supplied later', set: 'set-rope', from: store, settles: [recordOf(boxed)] };
      for (const at of [0, 1]) await stage.save(at, [moved(stage, at, supplied)]);
      await stage.sync(0, 1, 0);
      assert.deepEqual([await owedOn(0), await owedOn(1)], [[], []]);
      const { shelves } = await stage.phone(0).store.read(stockOn);
      assert.equal(shelves.get(shelfKey('northside', store, 'set-rope'))?.balance, -2);
      await stage.end();
    },
  ],
  [
    'what a volunteer may not do they cannot take back either: a delivery stands',
    async () => {
      const stage = await stocked(5, ['member-sam', 'member-ola']);
      const { movements } = await stage.phone(1).store.read(stockOn);
      const [received] = movements;
      assert(received);
      await stage.save(1, [given(stage, 1, { n: 5, undoes: received.id })]);
      await stage.sync(1, 0);
      assert.equal(await balance(stage, 0), 5);
      await stage.save(1, [moved(stage, 1, { kind: 'received', to: store, n: 5, undoes: received.id })]);
      await stage.sync(1, 0);
      assert.equal(await balance(stage, 0), 5);
      await stage.end();
    },
  ],
  [
    'what was lent is brought back on two phones at once: both ask about it until one of the two is taken back',
    async () => {
      const stage = await stocked(5);
      const lent = await stage.save(0, [moved(stage, 0, { kind: 'lent', n: 3, from: store, to: onLoan })]);
      await stage.sync(0, 1);
      const back = { kind: 'brought back', n: 3, from: onLoan, to: store, settles: [recordOf(lent)] };
      const saved = [await stage.save(0, [moved(stage, 0, back)]), await stage.save(1, [moved(stage, 1, back)])];
      const askedOn = async (at: number) => {
        const { movements, shelves } = await stage.phone(at).store.read(stockOn);
        return mismatches(movements, shelves).map(({ is, n }) => `${n} ${is}`);
      };
      assert.deepEqual([await askedOn(0), await askedOn(1)], [[], []]);
      await stage.sync(0, 1, 0);
      assert.deepEqual([await askedOn(0), await askedOn(1), await balance(stage, 0)], [['3 twice'], ['3 twice'], 8]);
      const [, second] = saved;
      assert(second);
      await stage.save(1, [moved(stage, 1, { ...back, undoes: recordOf(second) })]);
      await stage.sync(1, 0);
      assert.deepEqual([await askedOn(0), await askedOn(1), await balance(stage, 0)], [[], [], 5]);
      await stage.end();
    },
  ],
];
