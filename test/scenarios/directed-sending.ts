import assert from 'node:assert/strict';
import type { Entry } from '#domain/records/entry.ts';
import { create } from '#domain/records/say.ts';
import type { Request } from '#domain/records/wire.ts';
import { Stage } from './stage.ts';

/** Directed scenarios, written out: how a save gets to the server, and what happens when the server says no. */

export type Scenario = readonly [name: string, play: () => Promise<void>];

export const requestOf = (entries: readonly unknown[]): Request =>
  ({
    protocol: 1,
    epoch: 'epoch-1',
    entries,
    scopes: {},
    phone: { version: '1', unsent: 0, oldestUnsentAt: null },
  }) as Request; // entries may be anything here

/** An entry that one server takes whole, with a create that this role may not make: it is refused. */
export const withForbidden = (stage: Stage, id: string) => [
  stage.person(id),
  create('site', stage.id(), 'programme', { name: 'New' }),
];

export const sending: readonly Scenario[] = [
  [
    'the answer is lost after the server took a tally; sent again, it counts once',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.tally(3)]);
      await stage.loseAnswer(stage.tab(0));
      assert.equal(stage.stateOf(0, entry), 'new');
      await stage.sync(0, 1);
      assert.equal(stage.stateOf(0, entry), 'confirmed');
      assert.equal(await stage.counted(1), 3);
      await stage.end();
    },
  ],
  [
    'a request that was given up arrives after the same entry was sent again; nothing counts twice',
    async () => {
      const stage = await Stage.set();
      await stage.save(0, [stage.tally(3)]);
      const { device, member } = stage.phone(0);
      const late = JSON.stringify(requestOf([...stage.phone(0).store.disk.outbox.values()].map(({ entry }) => entry)));
      await stage.sync(0);
      await stage.world.serve(member, device, late);
      await stage.sync(1);
      assert.equal(await stage.counted(1), 3);
      await stage.end();
    },
  ],
  [
    'two tabs send the same entry at once; it is answered twice and applied once',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.tally(2)]);
      await stage.until(stage.tab(0, 0), 'answer');
      await stage.until(stage.tab(0, 1), 'answer');
      await stage.finish(stage.tab(0, 1));
      await stage.finish(stage.tab(0, 0));
      assert.equal(stage.stateOf(0, entry), 'confirmed');
      await stage.sync(1);
      assert.equal(await stage.counted(1), 2);
      await stage.end();
    },
  ],
  [
    'a page of a captive portal is not an answer: everything stays and goes later',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.tally(1)]);
      await stage.fail(stage.tab(0), { type: 'foreign' });
      assert.equal(stage.tab(0).pace.trouble, 'not the server');
      assert.equal(stage.stateOf(0, entry), 'new');
      await stage.sync(0);
      assert.equal(stage.stateOf(0, entry), 'confirmed');
      await stage.end();
    },
  ],
  [
    'one entry makes the server fail; those saved before and after it are confirmed without it, and it once the server is mended (I10)',
    async () => {
      const stage = await Stage.set();
      const entries: Entry[] = [];
      for (let n = 0; n < 7; n += 1) entries.push(await stage.save(0, [stage.tally(1)]));
      const bad = entries[3];
      assert(bad);
      stage.world.poison.add(bad.id);
      for (let round = 0; round < 12; round += 1) await stage.sync(0);
      for (const entry of entries) assert.equal(stage.stateOf(0, entry), entry === bad ? 'new' : 'confirmed');
      // The search for another, which was none, is over once all that were suspected went through.
      for (let n = 0; n < 6; n += 1) await stage.save(0, [stage.tally(1)]);
      for (let round = 0; round < 3; round += 1) await stage.fail(stage.tab(0), { type: 'status', status: 500 });
      stage.world.poison.delete(bad.id);
      for (let round = 0; round < 12; round += 1) await stage.sync(0);
      assert.equal(stage.stateOf(0, bad), 'confirmed');
      await stage.end();
    },
  ],
  [
    'an entry the way to the server does not let through goes to Needs a look after three times alone; others go on',
    async () => {
      const stage = await Stage.set();
      const large = await stage.save(0, [stage.tally(1)]);
      for (let round = 0; round < 3; round += 1) await stage.fail(stage.tab(0), { type: 'status', status: 413 });
      assert.equal(stage.stateOf(0, large), 'refused: too_large');
      const next = await stage.save(0, [stage.tally(1)]);
      await stage.sync(0);
      assert.equal(stage.stateOf(0, next), 'confirmed');
    },
  ],
  [
    'one bad write refuses its whole save and nothing of it is on the server; the saves around it go through',
    async () => {
      const stage = await Stage.set();
      const before = await stage.save(0, [stage.tally(1)]);
      const bad = await stage.save(0, [stage.tally(5), ...withForbidden(stage, stage.id())]);
      const after = await stage.save(0, [stage.tally(1)]);
      await stage.sync(0, 1);
      assert.deepEqual(
        [before, bad, after].map((entry) => stage.stateOf(0, entry)),
        ['confirmed', 'refused: no_right', 'confirmed'],
      );
      assert.equal(await stage.counted(1), 2);
      await stage.end();
    },
  ],
  [
    'a server that says ok and throws the rows away is never believed: Needs a look, not Confirmed',
    async () => {
      const stage = await Stage.set();
      stage.world.ledger.losesRows = true;
      const entry = await stage.save(0, [stage.tally(4)]);
      await stage.sync(0, 0);
      assert.equal(stage.stateOf(0, entry), 'missing');
      assert.equal((await stage.shown(0, entry.writes[0]?.id ?? ''))?.standing, 'needs a look');
      assert.equal(await stage.counted(0), 4);
    },
  ],
  [
    'a row left over from the epoch before confirms nothing in the new one',
    async () => {
      const stage = await Stage.set();
      const entry = await stage.save(0, [stage.tally(4)]);
      await stage.sync(0);
      const { books } = stage.world.ledger;
      books.applied.delete(entry.id);
      books.rows.delete(entry.writes[0]?.id ?? '');
      stage.world.ledger.epoch = 'epoch-2';
      stage.world.ledger.losesRows = true;
      await stage.sync(0, 0, 0);
      assert.equal(stage.stateOf(0, entry), 'missing');
    },
  ],
  [
    'an entry of a newer app waits for a newer server; what was saved beside it goes',
    async () => {
      const stage = await Stage.set();
      const { store } = stage.phone(0);
      const newer = { ...(await stage.save(0, [stage.tally(1)])), id: stage.id(), clock: 9e15, schema: 2 };
      await store.write('save', (tx) => tx.addEntry(newer));
      const tally = await stage.save(0, [stage.tally(1)]);
      await stage.sync(0, 0);
      assert.equal(stage.stateOf(0, newer), 'new');
      assert.equal(stage.stateOf(0, tally), 'confirmed');
      assert.equal(stage.tab(0).pace.trouble, 'server too old');
    },
  ],
  [
    'an entry of a newer app with fields this server has never heard of waits too, even on the first round',
    async () => {
      const stage = await Stage.set();
      stage.world.wipe(stage.phone(0));
      const tally = await stage.save(0, [stage.tally(1)]);
      const newer = { ...tally, id: stage.id(), clock: 9e15, schema: 2, signedBy: 'a later app' };
      await stage.phone(0).store.write('save', (tx) => tx.addEntry(newer));
      await stage.sync(0, 0);
      assert.equal(stage.stateOf(0, newer), 'new');
      assert.equal(stage.stateOf(0, tally), 'confirmed');
    },
  ],
];
