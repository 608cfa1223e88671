import assert from 'node:assert/strict';
import { factHash } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { create, fact, patch } from '#test/saying.ts';
import { requestOf, type Scenario } from './directed-sending.ts';
import { nameFor } from './erasing.ts';
import { keptIn } from './memory-ledger.ts';
import { day, kayla, north, Stage } from './stage.ts';

/** Directed scenarios, written out: somebody is erased, while phones without signal go on writing about them. */

const home = `${north}/private`;
const at = '2026-11-22T14:00:00.000Z';

const named = (what: unknown): boolean => JSON.stringify(what).includes(nameFor(kayla));
const heldBy = (stage: Stage, which: number): unknown => {
  const { rows, outbox, quarantine } = stage.phone(which).store.disk;
  return [[...rows.values()], [...outbox.values()], [...quarantine.values()]];
};

/** One mother signs for two children. */
function signedForTwo(stage: Stage, other: string): readonly Saying[] {
  const { member, device } = stage.phone(0);
  const signing = fact('signing', stage.id(), home, {
    ...{ way: 'typed', typedName: 'Nadia', giver: 'mother-of-two', giverName: 'Nadia', responsibility: 'yes' },
    ...{ wording: 'a'.repeat(64), language: 'en', template: 1, shownAt: at, decidedAt: at, zone: 'Europe/London' },
  });
  const answer = (person: string) =>
    fact('consent', stage.id(), home, {
      ...{ person, purpose: 'photoInternal', giver: 'mother-of-two', decision: 'refused', wording: 'a'.repeat(64) },
      ...{ signing: signing.id, signingHash: factHash(signing, member, device), day, decidedAt: at, replaces: [] },
    });
  return [signing, answer(kayla), answer(other)];
}

/** Two workers of North, and Reece beside Kayla. */
async function set(): Promise<{ stage: Stage; reece: string }> {
  const stage = await Stage.set();
  const reece = stage.id();
  await stage.save(0, [stage.person(reece)]);
  await stage.sync(0, 1);
  return { stage, reece };
}

const ids = (sayings: readonly Saying[]) => sayings.map(({ id }) => id);

export const erasing: readonly Scenario[] = [
  [
    'a phone without signal since before: what it wrote of them is refused, its body goes, and it says so',
    async () => {
      const { stage } = await set();
      const note = await stage.save(0, [
        create('details', `details:${kayla}`, home, { person: kayla, fullName: nameFor(kayla) }),
      ]);
      const mark = await stage.mark(0, 'here');
      await stage.world.erase(kayla);
      await stage.sync(0, 1);
      assert.deepEqual(
        [note, mark].map((entry) => stage.stateOf(0, entry)),
        ['refused: erased', 'confirmed'],
      );
      const [told] = [...stage.phone(0).store.disk.quarantine.values()];
      assert.equal(told?.final, true);
      assert.ok(told?.erasedAt);
      assert.equal(named([heldBy(stage, 0), heldBy(stage, 1)]), false);
      assert.equal(await stage.shown(0, kayla), undefined);
      // It still counts.
      assert.equal(await stage.stateOfKayla(1), 'here');
      await stage.end();
    },
  ],
  [
    'of a save about two children the one who is left keeps what is theirs, the signature too',
    async () => {
      const { stage, reece } = await set();
      const sayings = signedForTwo(stage, reece);
      const [signing = '', , reeces = ''] = ids(sayings);
      const both = await stage.save(0, sayings);
      await stage.world.erase(kayla);
      await stage.sync(0, 0, 1);
      assert.equal(stage.stateOf(0, both), 'refused: erased');
      const rest = { ...both, id: `${both.id}:r` };
      assert.equal(stage.stateOf(0, rest), 'confirmed');
      for (const id of [signing, reeces]) assert.ok(await stage.shown(1, id));
      assert.equal(keptIn(stage.world.ledger.books, both.id)?.closed, true);
      await stage.end();
    },
  ],
  [
    'two tabs hear of it and make one save of what is left',
    async () => {
      const { stage, reece } = await set();
      const both = await stage.save(0, signedForTwo(stage, reece));
      await stage.world.erase(kayla);
      await stage.until(stage.tab(0, 0), 'answer');
      await stage.until(stage.tab(0, 1), 'answer');
      await stage.finish(stage.tab(0, 0));
      await stage.finish(stage.tab(0, 1));
      const made = [...stage.phone(0).store.disk.outbox.values()].filter(({ entry }) => entry.id === `${both.id}:r`);
      assert.equal(made.length, 1);
      await stage.end();
    },
  ],
  [
    'what was confirmed leaves the phone with the tombstone; a new epoch sends the rest again, and nothing twice',
    async () => {
      const { stage, reece } = await set();
      const sayings = signedForTwo(stage, reece);
      const both = await stage.save(0, sayings);
      const only = await stage.save(0, [patch('person', kayla, north, { knownAs: nameFor(kayla, 'Kaylee') })]);
      await stage.sync(0, 1);
      await stage.world.erase(kayla);
      await stage.sync(0, 1);
      assert.deepEqual(
        [both, only].map((entry) => stage.stateOf(0, entry)),
        ['gone', 'gone'],
      );
      stage.world.ledger.epoch = 'epoch-2';
      await stage.sync(0, 0, 0, 1);
      assert.equal(stage.stateOf(0, { ...both, id: `${both.id}:r` }), 'confirmed');
      assert.ok(await stage.shown(1, ids(sayings)[2] ?? ''));
      assert.equal(JSON.stringify([heldBy(stage, 0), heldBy(stage, 1)]).includes(` ${kayla}"`), false);
      await stage.end();
    },
  ],
  [
    'accepted, the answer lost, erased, sent again: a tombstone is all there is to read back, and it goes',
    async () => {
      const { stage } = await set();
      const edit = await stage.save(0, [patch('person', kayla, north, { knownAs: nameFor(kayla, 'Kaylee') })]);
      await stage.loseAnswer(stage.tab(0));
      await stage.world.erase(kayla);
      stage.world.nowMs += 120_000;
      await stage.sync(0, 0);
      assert.equal(stage.stateOf(0, edit), 'gone');
      await stage.end();
    },
  ],
  [
    'a request that was under way arrives after all: nothing comes back to life, the inbox keeps ids',
    async () => {
      const { stage } = await set();
      const edit = await stage.save(0, [patch('person', kayla, north, { knownAs: nameFor(kayla, 'Kaylee') })]);
      const { member, device } = stage.phone(0);
      await stage.world.erase(kayla);
      for (let times = 0; times < 2; times += 1)
        await stage.world.serve(member, device, JSON.stringify(requestOf([edit])));
      const kept = keptIn(stage.world.ledger.books, edit.id);
      assert.deepEqual([kept?.code, kept?.closed, kept?.body.includes('Kaylee')], ['erased', true, false]);
      assert.equal(stage.world.ledger.books.rows.get(kayla)?.deleted, true);
      await stage.end();
    },
  ],
  [
    'what was refused before for another reason goes too, on the phone and in the inbox',
    async () => {
      const { stage, reece } = await set();
      const forbidden = create('site', stage.id(), 'programme', { name: 'New' });
      const edit = patch('person', kayla, north, { knownAs: nameFor(kayla, 'Kaylee') });
      const tally = stage.tally(2);
      const wrong = await stage.save(0, [edit, tally, forbidden, patch('person', reece, north, { gender: 'M' })]);
      await stage.sync(0);
      assert.equal(stage.stateOf(0, wrong), 'refused: no_right');
      await stage.world.erase(kayla);
      assert.equal(keptIn(stage.world.ledger.books, wrong.id)?.body.includes('Kaylee'), false);
      await stage.sync(0, 0, 1);
      assert.equal(JSON.stringify(heldBy(stage, 0)).includes('Kaylee'), false);
      assert.equal(stage.stateOf(0, wrong), 'refused: erased');
      // The rest is as wrong as it was, and still there to be put right.
      assert.equal(stage.stateOf(0, { ...wrong, id: `${wrong.id}:r` }), 'refused: no_right');
      await stage.world.acceptEntry(keptIn(stage.world.ledger.books, `${wrong.id}:r`) ?? assert.fail());
      await stage.sync(0, 0, 1);
      assert.equal(await stage.counted(1), 2);
      await stage.end();
    },
  ],
  [
    'a signature stays for as long as one of two children does, and goes with the second',
    async () => {
      const { stage, reece } = await set();
      const sayings = signedForTwo(stage, reece);
      const [signing = ''] = ids(sayings);
      await stage.save(0, sayings);
      await stage.sync(0, 1);
      await stage.world.erase(kayla);
      await stage.sync(0, 1);
      assert.ok(await stage.shown(1, signing));
      await stage.world.erase(reece);
      await stage.sync(0, 1);
      assert.equal(await stage.shown(1, signing), undefined);
      assert.equal(JSON.stringify(heldBy(stage, 1)).includes('Nadia'), false);
      await stage.end();
    },
  ],
  [
    'erased twice, and by the time every phone knows: one tombstone, the same everywhere',
    async () => {
      const { stage } = await set();
      await stage.world.erase(kayla);
      const before = stage.world.ledger.books.rows.get(kayla);
      await stage.world.erase(kayla);
      assert.deepEqual(stage.world.ledger.books.rows.get(kayla), before);
      await stage.end();
    },
  ],
  [
    'a restored server that knows nothing of it brings nobody back on a phone that does (I8)',
    async () => {
      const { stage } = await set();
      const before = stage.world.ledger.books;
      await stage.world.erase(kayla);
      await stage.sync(0);
      assert.equal(await stage.shown(0, kayla), undefined);
      stage.world.ledger.books = before;
      stage.world.ledger.epoch = 'epoch-2';
      await stage.sync(0, 0, 0);
      assert.equal(await stage.shown(0, kayla), undefined);
    },
  ],
];
