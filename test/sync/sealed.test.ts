import 'fake-indexeddb/auto';
import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCapture } from '#db/capture.ts';
import { PersonDatabase } from '#db/database.ts';
import { phoneKeys } from '#db/keys.ts';
import { onThisPhone } from '#db/locked.ts';
import { phoneDatabase } from '#db/phone.ts';
import { type Enrolled, lockedVault, openWith, type Profile, type Unlocked } from '#db/profile.ts';
import { recoveryOf } from '#db/recovery.ts';
import { fullTokenPlace } from '#domain/records/placed.ts';
import { create } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { type OpenServer, openServer } from '#server/open.ts';
import { tellRecovery } from '#sync/recovery.ts';
import { sendSealed } from '#sync/sealed.ts';
import { sealFirst } from '#test/domain/records/first-box.ts';
import { ask, newWorld, type Phone, staff, type World } from '#test/server/world.ts';

/** What a phone closes to its server, over the real routes: where it goes, and how long it stays. */

let world: World;
let worker: Phone;
/** The server the phone reaches; null is no signal. */
let reached: OpenServer | null;

beforeEach(async () => {
  world = await newWorld();
  ({ worker } = await staff(world));
  reached = world.server;
  const overTheAir = async (path: string, init: RequestInit) => {
    if (!reached) throw new TypeError('no signal');
    return reached.app.request(path, init);
  };
  vi.stubGlobal('fetch', vi.fn(overTheAir));
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await world.close();
});

const profileOf = (phone: Phone): Profile => ({
  device: phone.device,
  member: phone.member,
  name: 'Will',
  programme: world.server.store.programme,
  programmeName: 'Stepping Out',
  sendToken: phone.sendToken,
  serverKey: phone.serverPublicKey,
  secretKind: 'pin',
});

/** A phone as the first version of the app enrolled it. */
async function oldPhone(phone: Phone): Promise<{ unlocked: Unlocked; enrolled: () => Promise<Enrolled> }> {
  const keys = await phoneKeys();
  const profile = profileOf(phone);
  const dataKey = randomBytes(32);
  const unlocked = openWith(keys, profile, dataKey, phone.fullToken);
  const box = unlocked.store.vault.seal('own', fullTokenPlace, phone.fullToken);
  await unlocked.store.database.draft.put({ id: fullTokenPlace, box });
  const recovery = sealFirst(dataKey, Buffer.from(phone.serverPublicKey, 'base64'), randomBytes(56));
  const closed = lockedVault(keys).seal('programme', `profile|${phone.device}`, profile);
  await phoneDatabase.profile.put({
    ...{ id: phone.device, box: closed, wrapping: null, recovery, wrongPins: 0, notBefore: 0 },
  });
  const enrolled = async () => {
    const locked = await phoneDatabase.profile.get(phone.device);
    if (!locked) throw new Error('not enrolled');
    return { profile, locked };
  };
  return { unlocked, enrolled };
}

const recover = async (enrolled: Enrolled) => {
  const { code } = await world.server.issueCode(worker.member);
  const body = { code, ...(await recoveryOf(enrolled)) };
  return ask(world.server, 'POST', '/api/recover', body, { token: enrolled.profile.sendToken });
};

test('an older phone is opened by a code before it is ever unlocked again, and after, with the box it then made', async () => {
  const { unlocked, enrolled } = await oldPhone(worker);
  const dataKey = Buffer.from(unlocked.dataKey).toString('base64');
  expect((await recover(await enrolled())).body).toEqual({ dataKey });
  const before = await enrolled();

  // No signal at the unlock: closed again all the same, and the server is told later.
  reached = null;
  expect(await tellRecovery(unlocked)).toBe(false);
  expect((await enrolled()).locked).toMatchObject({ recoveryV: 2, recoveryTold: false });
  reached = world.server;
  expect(await tellRecovery(unlocked)).toBe(true);
  expect((await enrolled()).locked).toMatchObject({ recoveryV: 2, recoveryTold: true });
  expect((await recover(await enrolled())).body).toEqual({ dataKey });
  // A copy of the old box opens no more.
  expect((await recover(before)).status).toBe(400);
  // Asked again, it says nothing more.
  reached = null;
  expect(await tellRecovery(unlocked)).toBe(true);
});

async function capture(): Promise<void> {
  const open = await openCapture(profileOf(worker));
  for (const knownAs of ['Zaki', 'Yara', 'Xan']) {
    const body = { knownAs, leaf: 1, colour: 2 };
    await open.say([create('person', crypto.randomUUID(), partnerScope(world.a), body)]);
  }
  open.close();
}

const people = async (server = world.server) =>
  (await server.store.reader.selectFrom('row').select('id').where('type', '=', 'person').execute()).length;

test('what a locked phone saved is unsent until the server has opened it', async () => {
  await capture();
  const database = new PersonDatabase(worker.device);
  expect(await database.captured.toArray()).toMatchObject([{ v: 2, keyId: expect.any(String) }, { v: 2 }, { v: 2 }]);
  reached = null;
  await sendSealed(profileOf(worker));
  expect(await onThisPhone(worker.device)).toBe(3);
  reached = world.server;
  await sendSealed(profileOf(worker));
  expect(await onThisPhone(worker.device)).toBe(0);
  expect(await people()).toBe(3);
  database.close();
});

test('a box the server cannot open stays on the phone and in the inbox, and both lead in once the key is back', async () => {
  // A server that was given another key and was told to forget the first: nobody can open what phones sealed to that.
  await world.server.close();
  const keyFile = join(world.dataDir, 'server.key');
  renameSync(keyFile, `${keyFile}.old`);
  await expect(openServer({ dataDir: world.dataDir })).rejects.toThrow(/server\.key is missing/);
  renameSync(`${keyFile}.old`, keyFile);
  world.server = await openServer({ dataDir: world.dataDir, now: () => world.clock.ms });
  const { keys } = world.server;
  const hidden = [...keys.all];
  (keys.all as unknown[]).length = 0; // the key is gone from a running server: the worst of cases
  reached = world.server;

  await capture();
  const began = Date.now();
  await sendSealed(profileOf(worker), began);
  expect(await onThisPhone(worker.device)).toBe(3);
  // Not every minute: once more in an hour, or when the app is started again. What is saved meanwhile goes.
  const asked = vi.mocked(fetch).mock.calls.length;
  await sendSealed(profileOf(worker), began + 60_000);
  expect(vi.mocked(fetch).mock.calls.length).toBe(asked);
  const token = world.ann.fullToken;
  const kept = await ask(world.server, 'GET', '/api/inbox', undefined, { token });
  expect(kept.body.entries).toHaveLength(3);
  const [one] = kept.body.entries;
  const accept = () => ask(world.server, 'POST', `/api/inbox/${one.id}/accept`, undefined, { token });
  expect((await accept()).body.type).toBe('urn:bandstand:not-opened');
  expect(await people()).toBe(0);

  (keys.all as unknown[]).push(...hidden);
  const readable = await ask(world.server, 'GET', '/api/inbox', undefined, { token });
  expect(readable.body.entries[0].entry.writes[0].body.knownAs).toBe('Zaki');
  expect((await accept()).body.result).toMatchObject({ result: 'ok' });
  await sendSealed(profileOf(worker), began + 59 * 60_000);
  expect(await onThisPhone(worker.device)).toBe(3);
  await sendSealed(profileOf(worker), began + 60 * 60_000);
  expect(await onThisPhone(worker.device)).toBe(0);
  expect(await people()).toBe(3);
  await world.server.close();
});

test('boxes that are too much for one request go in several, and one that is too much by itself keeps back no other', async () => {
  const open = await openCapture(profileOf(worker));
  const scope = partnerScope(world.a);
  // Thirty entries of 35 KB: as base64 more than a request may hold.
  for (let at = 0; at < 30; at += 1) {
    const many = Array.from({ length: 200 }, () => ({ knownAs: crypto.randomUUID(), leaf: 1, colour: 2 }));
    await open.say(many.map((body) => create('person', crypto.randomUUID(), scope, body)));
  }
  open.close();
  const database = new PersonDatabase(worker.device);
  const [first] = await database.captured.toArray();
  if (!first) throw new Error('thirty were saved');
  await database.captured.put({ ...first, id: '00000000-0000-7000-8000-000000000000', box: randomBytes(900_000) });
  await sendSealed(profileOf(worker));
  const unsent = (await database.captured.toArray()).filter(({ seq }) => seq === undefined);
  expect(unsent.map(({ box }) => box.length)).toEqual([900_000]);
  expect(await people()).toBe(6000);
  database.close();
});
