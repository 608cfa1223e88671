import assert from 'node:assert/strict';
import { shownOf } from '#db/shown.ts';
import { foldRegister, toTally } from '#domain/sessions/register.ts';
import { create, fact, patch } from '#test/saying.ts';
import type { Scenario } from './directed-sending.ts';
import { nameFor } from './erasing.ts';
import { kayla, north, Stage, session, team } from './stage.ts';

/** Directed scenarios, written out: phones that meet at the server, pages and epochs, storage that goes. */

/** What a phone shows as counted. */
async function countedOn(stage: Stage, at: number): Promise<number> {
  const tallies = await stage.phone(at).store.read((tx) => shownOf(tx, 'tally', session));
  return foldRegister([], tallies.map(toTally), () => 'NK').all.total;
}

export const meeting: readonly Scenario[] = [
  [
    'two workers mark the same person; one takes it back; the other who did not know of it still stands',
    async () => {
      const stage = await Stage.set();
      await stage.mark(0, 'here');
      await stage.mark(1, 'here');
      await stage.mark(1, 'removed');
      await stage.sync(0, 1, 0);
      assert.equal(await stage.stateOfKayla(0), 'here');
      await stage.mark(1, 'removed');
      await stage.sync(1, 0);
      assert.equal(await stage.stateOfKayla(0), 'removed');
      await stage.end();
    },
  ],
  [
    'one +1 is taken back twice on one phone and once on another, in any order: it is taken back once, and what was counted since stands',
    async () => {
      for (const order of [
        [0, 1, 0],
        [1, 0, 1],
      ]) {
        const stage = await Stage.set();
        const { writes } = await stage.save(0, [stage.tally(1)]);
        await stage.sync(0, 1);
        const [slip] = writes;
        assert(slip);
        const back = () => fact('tally', stage.id(), north, { ...slip.body, n: -1, undoes: slip.id });
        for (const at of [0, 0, 1]) await stage.save(at, [back()]);
        await stage.save(1, [stage.tally(1)]);
        await stage.sync(...order);
        for (const at of [0, 1]) assert.equal(await countedOn(stage, at), 1);
        await stage.end();
      }
    },
  ],
  [
    'two phones make less of the same count, as an older app does: never less than none',
    async () => {
      const stage = await Stage.set();
      await stage.save(0, [stage.tally(1)]);
      await stage.sync(0, 1);
      for (const at of [0, 1]) await stage.save(at, [stage.tally(-1)]);
      await stage.sync(0, 1, 0);
      for (const at of [0, 1]) assert.equal(await countedOn(stage, at), 0);
      await stage.end();
    },
  ],
  [
    'two phones write the debrief of one session without knowing of each other: one debrief with both halves',
    async () => {
      const stage = await Stage.set();
      const said = (half: string) => [create('debrief', `debrief:${session}`, team, { session, [half]: 'Well' })];
      await stage.save(0, said('wentWell'));
      await stage.save(1, said('different'));
      await stage.sync(0, 1, 0);
      for (const at of [0, 1]) {
        assert.equal(await stage.field(at, 'wentWell', `debrief:${session}`), 'Well');
        assert.equal(await stage.field(at, 'different', `debrief:${session}`), 'Well');
      }
      await stage.end();
    },
  ],
  [
    'a page of one row never shows half of a save (I11)',
    async () => {
      const stage = await Stage.set(undefined, 1);
      await stage.save(0, [stage.tally(1), stage.tally(2), stage.tally(3)]);
      await stage.save(0, [stage.tally(4), stage.tally(5)]);
      await stage.sync(0);
      const seen: number[] = [];
      for (let round = 0; round < 4; round += 1) {
        await stage.sync(1);
        seen.push(await stage.counted(1));
      }
      assert(
        seen.every((sum) => [0, 6, 15].includes(sum)),
        String(seen),
      );
      await stage.end();
      assert.equal(await stage.counted(1), 15);
    },
  ],
  [
    'a late page does not take the phone back: rows and cursor stay where the newer one put them',
    async () => {
      const stage = await Stage.set();
      await stage.save(0, [stage.edit({ weather: 'dry' })]);
      await stage.sync(0);
      await stage.until(stage.tab(1, 1), 'answer');
      await stage.save(0, [stage.edit({ weather: 'rain' })]);
      await stage.sync(0, 1);
      const cursor = stage.phone(1).store.disk.scopes.get(north)?.cursor;
      await stage.finish(stage.tab(1, 1));
      assert.equal(stage.phone(1).store.disk.scopes.get(north)?.cursor, cursor);
      assert.equal(await stage.field(1, 'weather'), 'rain');
      await stage.end();
    },
  ],
  [
    'a new person is renamed before there is any signal: the new name is shown at once',
    async () => {
      const stage = await Stage.set();
      const reece = stage.id();
      await stage.save(0, [stage.person(reece)]);
      await stage.save(0, [patch('person', reece, north, { knownAs: 'Reece B' })]);
      assert.equal(await stage.field(0, 'knownAs', reece), 'Reece B');
      await stage.end();
    },
  ],
  [
    'a new epoch: everything confirmed is sent again, counts once, and the phone goes on at once',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.tally(3)]);
      await stage.sync(0);
      stage.world.ledger.epoch = 'epoch-2';
      await stage.sync(0);
      assert.equal(stage.stateOf(0, entry), 'new');
      assert.equal(stage.tab(0).again, true);
      await stage.sync(0, 1, 1);
      assert.equal(stage.stateOf(0, entry), 'confirmed');
      assert.equal(await stage.counted(1), 3);
      await stage.end();
    },
  ],
  [
    'a phone with nothing unsent goes on at once in a new epoch, to read everything again',
    async () => {
      const stage = await Stage.set();
      stage.world.ledger.epoch = 'epoch-2';
      await stage.sync(0);
      assert.equal(stage.tab(0).again, true);
      await stage.end();
    },
  ],
  [
    'a late answer of the old epoch changes nothing in the new one',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.tally(3)]);
      await stage.until(stage.tab(0, 1), 'answer');
      stage.world.ledger.epoch = 'epoch-2';
      await stage.until(stage.tab(0, 0), 'answer');
      await stage.finish(stage.tab(0, 0));
      await stage.finish(stage.tab(0, 1));
      assert.equal(stage.phone(0).store.disk.meta.epoch, 'epoch-2');
      assert.equal(stage.stateOf(0, entry), 'new');
      await stage.end();
      assert.equal(stage.stateOf(0, entry), 'confirmed');
    },
  ],
  [
    'one tab learns of a new epoch while another waits for an answer of the old one: all of that is dropped',
    async () => {
      const stage = await Stage.set();
      stage.world.wipe(stage.phone(0));
      await stage.until(stage.tab(0, 1), 'answer');
      stage.world.ledger.epoch = 'epoch-2';
      await stage.sync(0);
      await stage.finish(stage.tab(0, 1));
      const epochs = new Set([...stage.phone(0).store.disk.rows.values()].map(({ epoch }) => epoch));
      assert.deepEqual([...epochs], ['epoch-2']);
      await stage.end();
    },
  ],
  [
    'storage is cleared under a living tab: what had been sent comes back, and the next save is a new phone’s',
    async () => {
      const stage = await Stage.set();
      await stage.save(0, [stage.tally(3)]);
      await stage.sync(0);
      await stage.until(stage.tab(0), 'answer');
      stage.world.wipe(stage.phone(0));
      await stage.finish(stage.tab(0));
      const entry = await stage.save(0, [stage.tally(1)]);
      await stage.sync(0, 0);
      assert.equal(stage.stateOf(0, entry), 'confirmed');
      assert.equal(await stage.counted(0), 4);
      await stage.end();
    },
  ],
  [
    'the disk is full at a save: no tick, nothing half; and the next one is whole',
    async () => {
      const stage = await Stage.set();
      await stage.saveFull(0, [stage.tally(1)]);
      assert.equal(stage.phone(0).store.disk.outbox.size, 0);
      const entry = await stage.save(0, [stage.tally(2)]);
      await stage.sync(0);
      assert.equal(stage.stateOf(0, entry), 'confirmed');
      await stage.end();
    },
  ],
  [
    'a phone dies at each step of a round, one after the other; nothing is lost and nothing counts twice',
    async () => {
      for (const step of ['compose', 'request', 'answer', 'take']) {
        const stage = await Stage.set();
        await stage.save(0, [stage.tally(3)]);
        await stage.until(stage.tab(0), step);
        stage.world.killPhone(stage.phone(0));
        assert.equal(await stage.counted(0), 3, step);
        await stage.sync(0, 1);
        assert.equal(await stage.counted(1), 3, step);
        await stage.end();
      }
    },
  ],
  [
    'a person made under the id of a session is refused, and is never shown in its place',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.person(session)]);
      const people = async () => (await stage.phone(0).store.read((tx) => shownOf(tx, 'person'))).map(({ id }) => id);
      assert.deepEqual(await people(), [kayla]);
      assert.equal(await stage.field(0, 'knownAs'), undefined);
      await stage.sync(0);
      assert.equal(stage.stateOf(0, entry), 'refused: other_type');
      await stage.end();
    },
  ],
  [
    'a right is taken away: its rows go, what was not sent stays',
    async () => {
      const stage = await Stage.set();
      await stage.save(0, [create('debrief', `debrief:${session}`, team, { session, wentWell: 'Well' })]);
      await stage.sync(0, 1);
      const unsent = await stage.save(1, [
        create('debrief', `debrief:${session}`, team, { session, different: 'Less mud' }),
      ]);
      stage.world.memberOf('member-sam').rights = [{ role: 'volunteer', partner: 'northside' }];
      await stage.sync(1);
      assert.equal(
        [...stage.phone(1).store.disk.rows.values()].some(({ scope }) => scope === team),
        false,
      );
      assert.equal(stage.stateOf(1, unsent), 'refused: no_right');
      assert.equal(await stage.field(1, 'knownAs', kayla), nameFor(kayla));
      await stage.end();
    },
  ],
];
