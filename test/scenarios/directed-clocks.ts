import assert from 'node:assert/strict';
import { fact } from '#domain/records/say.ts';
import type { Scenario } from './directed-sending.ts';
import { day, Stage, session, team } from './stage.ts';

/** Directed scenarios, written out: phones whose clocks are wrong. */

const year = 365 * 86_400_000;

export const clocks: readonly Scenario[] = [
  [
    'a phone three years ahead marks here and another takes it back: she is not here for three years',
    async () => {
      const stage = await Stage.set();
      stage.phone(0).skewMs = 3 * year;
      await stage.mark(0, 'here');
      await stage.sync(0, 1);
      assert.equal(await stage.stateOfKayla(1), 'here');
      await stage.mark(1, 'removed');
      await stage.sync(1, 0);
      assert.equal(await stage.stateOfKayla(0), 'removed');
      assert.equal(await stage.stateOfKayla(1), 'removed');
      await stage.end();
    },
  ],
  [
    'finished at 16:30 arrives before running of 16:50: the session stays finished',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-sam', 'member-lee']);
      await stage.save(0, [stage.status('finished')]);
      stage.world.nowMs += 20 * 60_000;
      await stage.save(1, [stage.status('running')]);
      await stage.sync(0, 1, 2);
      for (const at of [0, 1, 2])
        assert.deepEqual(await stage.field(at, 'status'), { is: 'finished', reopened: at === 9 ? 1 : 0 });
      await stage.save(2, [stage.status('running', 1)]);
      await stage.sync(2, 0);
      assert.deepEqual(await stage.field(0, 'status'), { is: 'running', reopened: 1 });
      await stage.end();
    },
  ],
  [
    'a slow phone edits what a fast phone wrote: the edit stands',
    async () => {
      const stage = await Stage.set();
      stage.phone(0).skewMs = 3 * year;
      stage.phone(1).skewMs = -3 * year;
      await stage.save(0, [stage.edit({ weather: 'dry' })]);
      await stage.sync(0, 1);
      await stage.save(1, [stage.edit({ weather: 'rain' })]);
      await stage.sync(1, 0);
      assert.equal(await stage.field(0, 'weather'), 'rain');
      await stage.end();
    },
  ],
  [
    'a fast phone does not win for three years: an edit made two minutes later, in ignorance, stands',
    async () => {
      const stage = await Stage.set();
      stage.phone(0).skewMs = 3 * year;
      await stage.save(0, [stage.edit({ weather: 'dry' })]);
      await stage.sync(0);
      stage.world.nowMs += 120_000;
      await stage.save(1, [stage.edit({ weather: 'rain' })]);
      await stage.sync(1, 0);
      assert.equal(await stage.field(0, 'weather'), 'rain');
      await stage.end();
    },
  ],
  [
    'a fast phone does not show its own older edit over a newer one, even if it dies before it has confirmed (I12)',
    async () => {
      // Pages of one row: the notes of the team take longer to come than the session does.
      const stage = await Stage.set(undefined, 1);
      const note = () =>
        fact('note', stage.id(), team, { session, day, text: 'Wet grass', at: `${day}T14:00:00.000Z` });
      for (let at = 0; at < 6; at += 1) await stage.save(1, [note()]);
      await stage.sync(1);
      stage.phone(0).skewMs = 3 * year;
      const entry = await stage.save(0, [stage.edit({ weather: 'dry' }), note()]);
      await stage.until(stage.tab(0), 'take');
      stage.world.killPhone(stage.phone(0));
      await stage.sync(1);
      await stage.save(1, [stage.edit({ weather: 'rain' })]);
      await stage.sync(1);
      for (let round = 0; round < 3; round += 1) {
        await stage.until(stage.tab(0), 'take');
        await stage.finish(stage.tab(0));
      }
      assert.equal(stage.stateOf(0, entry), 'acknowledged');
      assert.equal(await stage.field(0, 'weather'), 'rain');
      await stage.end();
    },
  ],
  [
    'two edits on a phone that stands still: the second stands, here and everywhere',
    async () => {
      const stage = await Stage.set();
      stage.phone(0).frozenMs = stage.world.nowMs;
      await stage.save(0, [stage.edit({ weather: 'dry' })]);
      await stage.save(0, [stage.edit({ weather: 'rain' })]);
      assert.equal(await stage.field(0, 'weather'), 'rain');
      await stage.sync(0, 1);
      assert.equal(await stage.field(1, 'weather'), 'rain');
      await stage.end();
    },
  ],
  [
    'the clock of a phone goes on rising over a restart and a clock set back ten years (I13)',
    async () => {
      const stage = await Stage.set();
      stage.phone(0).skewMs = 10 * year;
      const before = await stage.save(0, [stage.tally(1)]);
      stage.world.killPhone(stage.phone(0));
      stage.phone(0).skewMs = -10 * year;
      const after = await stage.save(0, [stage.tally(1)]);
      assert(after.clock > before.clock);
      await stage.end();
    },
  ],
  [
    'a phone an hour slow says the right time once it has heard from the server',
    async () => {
      const stage = await Stage.set();
      stage.phone(0).skewMs = -3_600_000;
      // The median of the last eight: one odd round does not move it, several do.
      for (let round = 0; round < 6; round += 1) await stage.sync(0);
      const entry = await stage.save(0, [stage.tally(1)]);
      assert(Math.abs(Date.parse(entry.at) - stage.world.nowMs) < 60_000, entry.at);
      assert(Math.abs(entry.clock - stage.world.nowMs) < 60_000);
      await stage.end();
    },
  ],
];
