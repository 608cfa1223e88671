import assert from 'node:assert/strict';
import { factHash } from '#domain/records/entry.ts';
import { create, fact, patch } from '#domain/records/say.ts';
import { offerAgain } from '#sync/apply.ts';
import { requestOf, type Scenario, withForbidden } from './directed-sending.ts';
import { nameFor } from './erasing.ts';
import { keptIn } from './memory-ledger.ts';
import { kayla, north, Stage, session, team } from './stage.ts';

/** Directed scenarios, written out: the server says no, and people deal with it. */

export const refusing: readonly Scenario[] = [
  [
    'a refused new person and the edits that wait for it: once the person is fixed the edits follow by themselves',
    async () => {
      const stage = await Stage.set();
      const reece = stage.id();
      const made = await stage.save(0, withForbidden(stage, reece));
      const edit = await stage.save(0, [patch('person', reece, north, { gender: 'M' })]);
      await stage.sync(0);
      assert.deepEqual(
        [made, edit].map((entry) => stage.stateOf(0, entry)),
        ['refused: no_right', 'refused: unknown_id'],
      );
      await stage.save(0, [stage.person(reece)], { instead: made.id });
      await stage.sync(0, 0, 1);
      assert.deepEqual(
        [made, edit].map((entry) => stage.stateOf(0, entry)),
        ['gone', 'confirmed'],
      );
      assert.equal(await stage.field(1, 'gender', reece), 'M');
      await stage.end();
    },
  ],
  [
    'an edit sent again is shown on the person it waited for, though that was made again after it',
    async () => {
      const stage = await Stage.set();
      const reece = stage.id();
      const made = await stage.save(0, withForbidden(stage, reece));
      const edit = await stage.save(0, [patch('person', reece, north, { gender: 'M' })]);
      await stage.sync(0);
      await stage.save(0, [stage.person(reece)], { instead: made.id });
      const { store } = stage.phone(0);
      const waiting = [...store.disk.quarantine.values()].filter(({ id }) => id === edit.id);
      await store.write('mend', (tx) => offerAgain(tx, waiting));
      assert.equal(await stage.field(0, 'gender', reece), 'M');
      await stage.end();
    },
  ],
  [
    'edits that waited are sent again in the order they were saved, though the clock was set back between them',
    async () => {
      const stage = await Stage.set();
      const reece = stage.id();
      stage.phone(0).skewMs = 3 * 365 * 86_400_000;
      const made = await stage.save(0, withForbidden(stage, reece));
      await stage.save(0, [patch('person', reece, north, { gender: 'F' })]);
      stage.phone(0).skewMs = -86_400_000;
      await stage.save(0, [patch('person', reece, north, { gender: 'M' })]);
      await stage.sync(0);
      await stage.save(0, [stage.person(reece)], { instead: made.id });
      await stage.sync(0, 0, 1);
      assert.equal(await stage.field(1, 'gender', reece), 'M');
      await stage.end();
    },
  ],
  [
    '“send again” tapped twice sends it once',
    async () => {
      const stage = await Stage.set();
      const bad = await stage.save(0, withForbidden(stage, stage.id()));
      await stage.sync(0);
      const { store } = stage.phone(0);
      const refused = [...store.disk.quarantine.values()];
      for (let tap = 0; tap < 2; tap += 1) await store.write('mend', (tx) => offerAgain(tx, refused));
      assert.equal([...store.disk.outbox.values()].filter(({ entry }) => entry.id === bad.id).length, 1);
      await stage.end();
    },
  ],
  [
    'a late refusal does not take back what has been sent again since',
    async () => {
      const stage = await Stage.set();
      const reece = stage.id();
      const made = await stage.save(0, withForbidden(stage, reece));
      await stage.sync(0);
      const edit = await stage.save(0, [patch('person', reece, north, { gender: 'M' })]);
      await stage.until(stage.tab(0, 1), 'answer');
      await stage.sync(0);
      assert.equal(stage.stateOf(0, edit), 'refused: unknown_id');
      await stage.save(0, [stage.person(reece)], { instead: made.id });
      await stage.sync(0);
      await stage.finish(stage.tab(0, 1));
      await stage.sync(0);
      assert.equal(stage.stateOf(0, edit), 'confirmed');
      await stage.end();
    },
  ],
  [
    'fixed and sent while a coordinator takes in the first: the first stands, the second is told so, nothing counts twice',
    async () => {
      const stage = await Stage.set();
      const first = await stage.save(0, [stage.tally(2), create('site', stage.id(), 'programme', { name: 'New' })]);
      await stage.sync(0);
      const fixed = await stage.save(0, [stage.tally(2)], { instead: first.id });
      await stage.world.acceptFromInbox(stage.luck);
      await stage.sync(0, 0, 1);
      assert.deepEqual(
        [first, fixed].map((entry) => stage.stateOf(0, entry)),
        ['confirmed', 'refused: already_accepted'],
      );
      assert.equal(await stage.counted(1), 2);
      await stage.end();
    },
  ],
  [
    'a coordinator takes in what was fixed already: the fixed one stands alone',
    async () => {
      const stage = await Stage.set();
      const first = await stage.save(0, [stage.tally(2), create('site', stage.id(), 'programme', { name: 'New' })]);
      await stage.sync(0);
      const kept = keptIn(stage.world.ledger.books, first.id);
      assert(kept);
      await stage.save(0, [stage.tally(2)], { instead: first.id });
      await stage.sync(0);
      await stage.world.acceptEntry(kept);
      await stage.sync(1);
      assert.equal(await stage.counted(1), 2);
      await stage.end();
    },
  ],
  [
    'what somebody gave up is closed: sent again by another tab it is refused for good and counts nothing',
    async () => {
      const stage = await Stage.set();
      const first = await stage.save(0, [stage.tally(2), create('site', stage.id(), 'programme', { name: 'New' })]);
      await stage.sync(0);
      await stage.save(0, [], { discards: first.id });
      await stage.sync(0);
      const { member, device } = stage.phone(0);
      await stage.world.serve(member, device, JSON.stringify(requestOf([first])));
      assert.equal(stage.stateOf(0, first), 'gone');
      assert.equal(stage.world.ledger.books.applied.has(first.id), false);
      await stage.end();
    },
  ],
  [
    'an entry under another’s name is refused, whoever brings it (I18)',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-ola']);
      const sams = await stage.save(0, [stage.tally(2)]);
      const { member, device } = stage.phone(1);
      const forged = { ...stage.tally(9), hash: '' };
      forged.hash = factHash(forged, sams.by, sams.device);
      const id = stage.id();
      await stage.world.serve(member, device, JSON.stringify(requestOf([{ ...sams, id, writes: [forged] }])));
      assert.equal(keptIn(stage.world.ledger.books, id)?.code, 'other_author');
      await stage.sync(0, 1);
      assert.equal(await stage.counted(1), 2);
    },
  ],
  [
    'nobody takes the place of what the inbox keeps for another',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-ola']);
      const sams = await stage.save(0, [stage.tally(2), create('site', stage.id(), 'programme', { name: 'New' })]);
      await stage.sync(0);
      const kept = keptIn(stage.world.ledger.books, sams.id)?.body;
      const { member, device } = stage.phone(1);
      const other = { ...sams, by: member, device, writes: [] };
      await stage.world.serve(member, device, JSON.stringify(requestOf([other])));
      assert.equal(keptIn(stage.world.ledger.books, sams.id)?.body, kept);
      assert.equal(stage.world.ledger.books.applied.has(sams.id), false);
    },
  ],
  [
    'an entry that another phone brought first is its author’s all the same',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-ola']);
      const sams = await stage.save(0, [stage.tally(2)]);
      const { member, device } = stage.phone(1);
      await stage.world.serve(member, device, JSON.stringify(requestOf([sams])));
      assert.equal(keptIn(stage.world.ledger.books, sams.id)?.code, 'other_author');
      await stage.sync(0, 1);
      assert.equal(stage.stateOf(0, sams), 'confirmed');
      assert.equal(await stage.counted(1), 2);
      await stage.end();
    },
  ],
  [
    'one refused save is fixed once: two fixes of other records do not count twice',
    async () => {
      const stage = await Stage.set();
      const wrong = await stage.save(0, withForbidden(stage, stage.id()));
      await stage.sync(0);
      await stage.save(0, [stage.tally(5)], { instead: wrong.id });
      await stage.sync(0);
      const { member, device } = stage.phone(0);
      const twice = { ...wrong, id: stage.id(), writes: [], instead: wrong.id };
      const other = stage.tally(5);
      const hashed = { ...other, hash: factHash(other, member, device) };
      await stage.world.serve(member, device, JSON.stringify(requestOf([{ ...twice, writes: [hashed] }])));
      await stage.sync(1);
      assert.equal(await stage.counted(1), 5);
    },
  ],
  [
    'a mark takes back what stood before one that is refused meanwhile',
    async () => {
      const stage = await Stage.set();
      await stage.mark(0, 'here');
      await stage.sync(0);
      const forbidden = create('site', stage.id(), 'programme', { name: 'New' });
      const left = await stage.save(0, [await stage.marking(0, 'left'), forbidden]);
      await stage.mark(0, 'removed');
      await stage.sync(0, 1);
      assert.equal(stage.stateOf(0, left), 'refused: no_right');
      assert.equal(await stage.stateOfKayla(1), 'removed');
      await stage.end();
    },
  ],
  [
    'nobody gives up for another what the inbox keeps',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-ola']);
      const sams = await stage.save(0, [stage.tally(2), create('site', stage.id(), 'programme', { name: 'New' })]);
      await stage.sync(0);
      const closing = await stage.save(1, [], { discards: sams.id });
      await stage.sync(1);
      assert.equal(stage.stateOf(1, closing), 'refused: no_right');
      assert.equal(keptIn(stage.world.ledger.books, sams.id)?.closed, false);
      await stage.end();
    },
  ],
  [
    'one fact in two saves is written once and counts once (I5)',
    async () => {
      const stage = await Stage.set();
      const tally = stage.tally(3);
      const both = [await stage.save(0, [tally])];
      await stage.sync(0);
      both.push(await stage.save(0, [tally]));
      await stage.sync(0, 1);
      assert.deepEqual(
        both.map((entry) => stage.stateOf(0, entry)),
        ['confirmed', 'confirmed'],
      );
      assert.equal(await stage.counted(1), 3);
      await stage.end();
    },
  ],
  [
    'another partner’s session is not changed by naming one’s own partner for it',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-kim']);
      const entry = await stage.save(1, [patch('session', session, 'partner/southside', { weather: 'rain' })]);
      await stage.sync(1, 0);
      // It is not said whether there is such a session: only that nothing of that id is here to change.
      assert.equal(stage.stateOf(1, entry), 'refused: unknown_id');
      assert.equal(await stage.field(0, 'weather'), undefined);
      await stage.end();
    },
  ],
  [
    'a volunteer writes what only workers may; a right given later sends it by itself',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-ola']);
      const note = fact('note', stage.id(), team, {
        session,
        day: '2026-11-22',
        text: 'Locked',
        at: '2026-11-22T14:00:00.000Z',
      });
      const entry = await stage.save(1, [note]);
      await stage.sync(1);
      assert.equal(stage.stateOf(1, entry), 'refused: no_right');
      stage.world.memberOf('member-ola').rights = [{ role: 'worker', partner: 'northside' }];
      await stage.sync(1, 1);
      assert.equal(stage.stateOf(1, entry), 'confirmed');
      await stage.end();
    },
  ],
  [
    'a person renamed by a volunteer is not renamed, and shows its old name again',
    async () => {
      const stage = await Stage.set(['member-sam', 'member-ola']);
      await stage.save(1, [patch('person', kayla, north, { knownAs: 'Kaylee' })]);
      assert.equal(await stage.field(1, 'knownAs', kayla), 'Kaylee');
      await stage.sync(1);
      assert.equal(await stage.field(1, 'knownAs', kayla), nameFor(kayla));
      await stage.end();
    },
  ],
];
