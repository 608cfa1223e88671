import 'fake-indexeddb/auto';
import { appendFileSync, copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCapture } from '#db/capture.ts';
import { enrolPerson } from '#db/enrol.ts';
import { onThisPhone } from '#db/locked.ts';
import { makeOwnKey, sayHandedOver, takeInOwn } from '#db/own.ts';
import { say as sayOpen, setOpenPerson } from '#db/person.ts';
import { phoneDatabase } from '#db/phone.ts';
import { enrolledHere, type Profile, type Unlocked } from '#db/profile.ts';
import { shownOf } from '#db/shown.ts';
import { create, fact, patch } from '#domain/records/say.ts';
import { partnerScope, teamScope } from '#domain/records/scopes.ts';
import type { SealedAnswer } from '#domain/records/wire.ts';
import { openServer } from '#server/open.ts';
import { startPace } from '#sync/core.ts';
import { sendWith } from '#sync/http.ts';
import { round } from '#sync/round.ts';
import { sendSealed } from '#sync/sealed.ts';
import { deriveHere } from '#test/db/deriving.ts';
import { newWorld, type Phone, staff, today, type World } from '#test/server/world.ts';

/** What is said while the phone is handed over, from the tap to the worker's own list and the server's, over the real routes. */

deriveHere();
let world: World;
let worker: Phone;
let profile: Profile;
let person: Unlocked;
let signal: boolean;
/** Changes what a server answers: one that has backups, or was restored. */
let changed: (answer: SealedAnswer) => Partial<SealedAnswer>;
/** The ids of each request that came. */
let posted: string[][];

beforeEach(async () => {
  world = await newWorld();
  ({ worker } = await staff(world));
  signal = true;
  changed = () => ({});
  posted = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!signal) throw new TypeError('no signal');
    const response = await world.server.app.request(path, init);
    if (path !== '/api/sealed') return response;
    posted.push(JSON.parse(String(init.body)).entries.map(({ id }: { id: string }) => id));
    const answer = await response.json();
    return new Response(JSON.stringify({ ...answer, ...changed(answer) }), { headers: { 'x-bandstand': '1' } });
  });
  profile = {
    ...{ device: worker.device, member: worker.member, name: 'Will', programme: world.server.store.programme },
    ...{ programmeName: 'Stepping Out', sendToken: worker.sendToken, serverKey: worker.serverPublicKey },
    secretKind: 'pin',
  };
  person = await enrolPerson(profile, worker.fullToken, '482913');
});
afterEach(async () => {
  vi.stubGlobal('fetch', undefined);
  setOpenPerson(null);
  await phoneDatabase.profile.clear();
  await world.close();
});

const note = (text: string) =>
  fact('note', uuidv7(), teamScope(world.a), {
    session: 'session-one',
    day: today,
    text,
    at: `${today}T12:00:00.000Z`,
  });
const notesHere = async () =>
  (await person.store.read((tx) => shownOf(tx, 'note'))).map(({ body }) => body.text).sort();
const notesThere = async () =>
  (await world.server.store.reader.selectFrom('row').select('body').where('type', '=', 'note').execute())
    .map(({ body }) => JSON.parse(String(body)).text)
    .sort();
const states = async () => (await person.store.database.outbox.toArray()).map(({ id, state }) => ({ id, state }));
const captured = () => person.store.database.captured.toArray();

async function rounds(): Promise<void> {
  const port = {
    ...{ store: person.store, send: sendWith(person.fullToken), now: Date.now, chance: () => 0.5, version: '0.1.0' },
  };
  for (let pace = startPace, again = true; again; ) ({ pace, again } = await round(port, pace));
}

test('a consent without signal is in the worker’s list after the PIN, and one entry on the server', async () => {
  await makeOwnKey(person);
  signal = false;
  await sayHandedOver(profile, [note('signed')]);
  await sendSealed(profile);
  expect(await onThisPhone(profile.device)).toBe(1);
  expect(await notesHere()).toEqual([]);

  await takeInOwn(person);
  expect(await notesHere()).toEqual(['signed']);
  expect(await person.store.database.own.count()).toBe(0);
  // In the outbox and sealed as well, and still one.
  expect(await onThisPhone(profile.device)).toBe(1);
  await takeInOwn(person);
  expect(await states()).toHaveLength(1);

  signal = true;
  await sendSealed(profile);
  await rounds();
  expect(await notesThere()).toEqual(['signed']);
  const [{ id } = { id: '' }] = await captured();
  expect(await states()).toEqual([{ id, state: 'confirmed' }]);
  expect(await onThisPhone(profile.device)).toBe(0);
});

test('a kill while the copies are taken in loses none and doubles none', async () => {
  await makeOwnKey(person);
  for (const text of ['one', 'two']) await sayHandedOver(profile, [note(text)]);
  const { database } = person.store;
  // The phone dies before the transaction is on the disk: everything stays as it was.
  const dying = vi.spyOn(database.own, 'bulkDelete').mockRejectedValueOnce(new Error('killed'));
  await expect(takeInOwn(person)).rejects.toThrow('killed');
  dying.mockRestore();
  expect([await database.own.count(), await database.outbox.count()]).toEqual([2, 0]);
  await Promise.all([takeInOwn(person), takeInOwn(person)]);
  expect([await database.own.count(), await database.outbox.count()]).toEqual([0, 2]);
  expect(await notesHere()).toEqual(['one', 'two']);
});

test('what is saved after the PIN is later than what was said in the hand-over', async () => {
  await makeOwnKey(person);
  await sayHandedOver(profile, [note('said')]);
  const { clock } = await person.store.read((tx) => tx.meta());
  await takeInOwn(person);
  const [item] = await person.store.read((tx) => tx.pending());
  expect((await person.store.read((tx) => tx.meta())).clock).toBeGreaterThanOrEqual(item?.entry.clock ?? Infinity);
  expect(clock).toBe(0);
});

test('the key pair is made once, in however many tabs; a copy of another key stays, and the server has the entry', async () => {
  await Promise.all([makeOwnKey(person), makeOwnKey(person)]);
  const { ownKey } = (await phoneDatabase.profile.get(profile.device)) ?? {};
  await makeOwnKey(person);
  expect((await phoneDatabase.profile.get(profile.device))?.ownKey).toEqual(ownKey);
  await phoneDatabase.profile.update(profile.device, { ownKey: new Uint8Array(32).fill(9) });
  await sayHandedOver(profile, [note('lost key')]);
  await takeInOwn(person);
  expect(await person.store.database.own.count()).toBe(1);
  await sendSealed(profile);
  expect(await notesThere()).toEqual(['lost key']);
});

test('in somebody else’s hands nothing that stands can be changed', async () => {
  const scope = partnerScope(world.a);
  const changing = [note('x'), patch('person', uuidv7(), scope, { knownAs: 'Other' })];
  await expect(sayHandedOver(profile, changing)).rejects.toThrow('cannot change a person');
  await sayHandedOver(profile, [create('person', uuidv7(), scope, { knownAs: 'Zaki', leaf: 1, colour: 2 })]);
  expect(await captured()).toHaveLength(1);
});

test('what was answered for stays until the server’s backups have passed it', async () => {
  await sayHandedOver(profile, [note('kept')]);
  await sendSealed(profile);
  const [kept] = await captured();
  expect(kept?.seq).toBeGreaterThan(0);
  expect(await onThisPhone(profile.device)).toBe(0);
  const began = Date.now();
  // Asked again in an hour, though nothing is to be sent.
  await sendSealed(profile, began + 30 * 60_000);
  expect(posted).toHaveLength(1);
  changed = ({ head }) => ({ backedUpSeq: head - 1 });
  await sendSealed(profile, began + 61 * 60_000);
  expect(posted.at(-1)).toEqual([]);
  expect(await captured()).toHaveLength(1);
  changed = ({ head }) => ({ backedUpSeq: head });
  await sendSealed(profile, began + 122 * 60_000);
  expect(await captured()).toEqual([]);
});

test('without backups it leaves 90 days after the answer, by the server’s clock', async () => {
  await sayHandedOver(profile, [note('kept')]);
  await sendSealed(profile);
  const day = 86_400_000;
  const began = Date.now();
  const later = (days: number) => ({ now: world.clock.ms + days * day });
  changed = () => later(90);
  await sendSealed(profile, began + 1 * day);
  expect(await captured()).toHaveLength(1);
  changed = () => later(90.001);
  await sendSealed(profile, began + 2 * day);
  expect(await captured()).toEqual([]);
});

test('a server that was restored is sent all again, and what it never lost is there once', async () => {
  const { dataDir } = world;
  const restart = async (inBetween: () => void) => {
    await world.server.close();
    inBetween();
    world.server = await openServer({ dataDir, now: () => world.clock.ms, behindProxy: true });
  };
  const [file, copy] = [join(dataDir, 'bandstand.sqlite'), join(dataDir, 'friday')];
  await sayHandedOver(profile, [note('Friday')]);
  await sendSealed(profile);
  await restart(() => copyFileSync(file, copy));
  await sayHandedOver(profile, [note('Saturday')]);
  await sendSealed(profile);
  expect(await notesThere()).toEqual(['Friday', 'Saturday']);
  const before = await captured();
  // As on another machine: nothing beside it says which life this was.
  await restart(() => {
    copyFileSync(copy, file);
    rmSync(join(dataDir, 'generation'));
  });
  expect(await notesThere()).toEqual(['Friday']);
  await sendSealed(profile, Date.now() + 61 * 60_000);
  expect(posted.at(-1)?.sort()).toEqual((await captured()).map(({ id }) => id).sort());
  const epochs = (boxes: typeof before) => boxes.map(({ epoch }) => epoch);
  expect(new Set([...epochs(before), ...epochs(await captured())]).size).toBe(2);
  expect(epochs(await captured())).not.toContain(epochs(before)[0]);
  expect(await notesThere()).toEqual(['Friday', 'Saturday']);
  await world.server.close();
});

test('a withdrawal of an unlocked phone goes before all else, from the phone when it has locked as well', async () => {
  const open = await openCapture(profile);
  for (const text of ['before', 'and before']) await open.say([note(text)]);
  open.close();
  setOpenPerson(person);
  signal = false;
  const { id } = await sayOpen([note('withdrawn')], { first: true });
  // One record, though it lies here twice.
  expect(await onThisPhone(profile.device)).toBe(3);
  setOpenPerson(null);
  await person.store.database.open();
  signal = true;
  await sendSealed(profile);
  expect(posted[0]?.[0]).toBe(id);
  expect(posted[0]).toHaveLength(3);
  expect(await notesThere()).toEqual(['and before', 'before', 'withdrawn']);
  expect(await captured()).toContainEqual(expect.objectContaining({ id, first: 1 }));
  await rounds();
  expect(await states()).toEqual([{ id, state: 'confirmed' }]);
});

test('once the server has another key, what is closed from the next start on is closed to that', async () => {
  await world.server.close();
  appendFileSync(join(world.dataDir, 'server.key'), `${Buffer.alloc(32, 5).toString('base64')}\n`);
  world.server = await openServer({ dataDir: world.dataDir, now: () => world.clock.ms, behindProxy: true });
  const { first, current } = world.server.keys;
  await sayHandedOver(profile, [note('to the first')]);
  await sendSealed(profile);
  const [{ profile: next } = { profile }] = await enrolledHere();
  expect(next).toEqual({ ...profile, serverKey: Buffer.from(current.publicKey).toString('base64') });
  await sayHandedOver(next, [note('to the second')]);
  expect((await captured()).map(({ keyId }) => keyId)).toEqual([first.id, current.id]);
  await sendSealed(next);
  expect(await notesThere()).toEqual(['to the first', 'to the second']);
  await world.server.close();
});

test('a withdrawal whose disk fails is not sealed either', async () => {
  setOpenPerson(person);
  const { captured: table } = person.store.database;
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  table.hook('creating', full);
  await expect(sayOpen([note('withdrawn')], { first: true })).rejects.toThrow();
  table.hook('creating').unsubscribe(full);
  expect([await states(), await captured()]).toEqual([[], []]);
});
