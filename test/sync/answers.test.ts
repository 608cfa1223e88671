import 'fake-indexeddb/auto';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { enrolPerson } from '#db/enrol.ts';
import { onThisPhone } from '#db/locked.ts';
import { makeOwnKey, sayHandedOver, takeInOwn } from '#db/own.ts';
import { closedAnswers, say, setOpenPerson } from '#db/person.ts';
import { phoneDatabase } from '#db/phone.ts';
import type { Profile, Unlocked } from '#db/profile.ts';
import { shownOne } from '#db/shown.ts';
import { equalitySays } from '#domain/people/equality/asking.ts';
import { answerBytes } from '#domain/records/shapes/answers.ts';
import { openServer } from '#server/open.ts';
import { startPace } from '#sync/core.ts';
import { sendWith } from '#sync/http.ts';
import { round } from '#sync/round.ts';
import { sendSealed } from '#sync/sealed.ts';
import { deriveHere } from '#test/db/deriving.ts';
import { newWorld, type Phone, staff, today, type World } from '#test/server/world.ts';

/** Answers on their way: from the tap, apart from the entry they were given with, to the server and no further. */

deriveHere();
let world: World;
let team: Awaited<ReturnType<typeof staff>>;
let profile: Profile;
let person: Unlocked;
let signal: boolean;
/** Every request that left the phone: where it went, and its body. */
let posted: { readonly path: string; readonly body: string }[];

beforeEach(async () => {
  world = await newWorld();
  team = await staff(world);
  signal = true;
  posted = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (!signal) throw new TypeError('no signal');
    const sent = Buffer.from(await new Response(init.body).arrayBuffer());
    const isPacked = new Headers(init.headers).has('content-encoding');
    posted.push({ path, body: String(isPacked ? gunzipSync(sent) : sent) });
    return world.server.app.request(path, init);
  });
  await takePhone(team.worker);
});
afterEach(async () => {
  vi.stubGlobal('fetch', undefined);
  setOpenPerson(null);
  await phoneDatabase.profile.clear();
  await world.close();
});

async function takePhone({ device, member, sendToken, fullToken, serverPublicKey }: Phone): Promise<void> {
  profile = {
    ...{ device, member, name: 'Will', programme: world.server.store.programme, programmeName: 'Stepping Out' },
    ...{ sendToken, serverKey: serverPublicKey, secretKind: 'pin' },
  };
  person = await enrolPerson(profile, fullToken, '482913');
  setOpenPerson(person);
}

const sittingOf = (id: string) =>
  equalitySays(
    {
      person: { id, scope: `partner/${world.a}` },
      ...{ by: 'worker', day: today },
      said: [
        ['disability', { answer: 'aLot' }],
        ['religion', { answer: 'own', words: 'Marzipanist' }],
      ],
    },
    () => crypto.randomUUID(),
  );

async function ask(id: string): Promise<void> {
  const { sayings, answers } = sittingOf(id);
  await say(sayings, { answers: await closedAnswers(answers) });
}

const boxes = () => person.store.database.answer.toArray();
const there = async () =>
  (await world.server.store.reader.selectFrom('answer').select('body').orderBy('id').execute()).map(({ body }) =>
    JSON.parse(body),
  );

async function rounds(): Promise<void> {
  const port = {
    ...{ store: person.store, send: sendWith(person.fullToken), now: Date.now, chance: () => 0.5, version: '0.1.0' },
  };
  for (let pace = startPace, again = true; again; ) ({ pace, again } = await round(port, pace));
}

test('what was asked without signal waits closed, all of one size, and says nothing but a random name', async () => {
  signal = false;
  for (const id of ['kayla', 'leroy', 'mona', 'nadia']) await ask(id);
  const waiting = await boxes();
  expect(waiting).toHaveLength(8);
  for (const box of waiting) {
    expect(Object.keys(box).sort()).toEqual(['box', 'keyId', 't', 'v']);
    expect(box.box).toHaveLength(answerBytes + 72);
    expect(box.t).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  }
  expect(new Set(waiting.map(({ box }) => box.join())).size).toBe(8);
  // Four entries and eight answers.
  expect(await onThisPhone(profile.device)).toBe(12);
  await sendSealed(profile);
  expect(await there()).toEqual([]);

  // Killed meanwhile, and locked: what is on the disk goes by itself.
  setOpenPerson(null);
  signal = true;
  await sendSealed(profile);
  expect(await there()).toHaveLength(8);
  expect(posted.map(({ path }) => path)).toEqual(['/api/answers']);
  const sent: string[] = JSON.parse(posted[0]?.body ?? '').boxes.map(({ t }: { t: string }) => t);
  expect(sent).toEqual([...sent].sort());
  await person.store.database.open();
  expect(await onThisPhone(profile.device)).toBe(4);
});

test('the entry that says who was asked goes another way, and carries no answer', async () => {
  await ask('kayla');
  await sendSealed(profile);
  await rounds();
  expect(posted.map(({ path }) => path)).toEqual(['/api/answers', ...posted.slice(1).map(() => '/api/sync/1')]);
  const [answers, ...entries] = posted;
  expect(answers?.body).not.toMatch(/kayla|device|entries/);
  expect(JSON.stringify(entries)).toContain('equalityKey');
  expect(JSON.stringify(entries)).not.toMatch(/aLot|marzipan/i);
  // The key joins them, and nothing else on this phone or there does.
  const details = await person.store.read((tx) => shownOne(tx, 'details', 'details:kayla'));
  expect((await there()).map(({ equalityKey }) => equalityKey)).toEqual(
    Array.from({ length: 2 }, () => details?.body.equalityKey),
  );
});

test('both or neither is on the disk', async () => {
  const { sayings, answers } = sittingOf('kayla');
  const closed = await closedAnswers(answers);
  const broken = [...closed, { ...closed[0], t: undefined }] as unknown as typeof closed;
  await expect(say(sayings, { answers: broken })).rejects.toThrow();
  expect(await boxes()).toEqual([]);
  expect(await person.store.database.outbox.count()).toBe(0);
});

test('said while the phone is handed over, they go with the entry and come back to nobody', async () => {
  await makeOwnKey(person);
  const { sayings, answers } = sittingOf('kayla');
  signal = false;
  await sayHandedOver(profile, sayings, { answers });
  expect(await boxes()).toHaveLength(2);
  signal = true;
  await sendSealed(profile);
  expect(posted.map(({ path }) => path)).toEqual(['/api/sealed', '/api/answers']);
  expect(await there()).toHaveLength(2);
  await takeInOwn(person);
  await rounds();
  const details = await person.store.read((tx) => shownOne(tx, 'details', 'details:kayla'));
  expect((await there())[0].equalityKey).toBe(details?.body.equalityKey);
  expect(await person.store.database.row.filter(({ scope }) => scope.endsWith('/equality')).count()).toBe(0);
});

test('a server that was restored is sent all again, and what it never lost is there once', async () => {
  const { dataDir } = world;
  const [file, copy] = [join(dataDir, 'bandstand.sqlite'), join(dataDir, 'friday')];
  const restart = async (inBetween: () => void) => {
    await world.server.close();
    inBetween();
    world.server = await openServer({ dataDir, now: () => world.clock.ms, behindProxy: true });
  };
  await ask('kayla');
  await sendSealed(profile);
  await restart(() => copyFileSync(file, copy));
  await ask('leroy');
  await sendSealed(profile);
  expect(await there()).toHaveLength(4);
  expect((await boxes()).every(({ seq }) => seq !== undefined)).toBe(true);
  await restart(() => {
    copyFileSync(copy, file);
    rmSync(join(dataDir, 'generation'));
  });
  expect(await there()).toHaveLength(2);
  await sendSealed(profile, Date.now() + 61 * 60_000);
  expect(await there()).toHaveLength(4);
});

test('what is not taken stays, and is offered again within hours and not by the minute', async () => {
  setOpenPerson(null);
  await phoneDatabase.profile.clear();
  await takePhone(team.volunteer);
  await ask('kayla');
  const began = Date.now();
  await sendSealed(profile, began);
  expect(await there()).toEqual([]);
  expect((await boxes()).map(({ seq }) => seq)).toEqual([undefined, undefined]);
  const asked = posted.length;
  await sendSealed(profile, began + 60_000);
  expect(posted.length).toBe(asked);
  const roles = [{ role: 'worker', partner: world.a }];
  const changed = await world.say(
    'PATCH',
    `/api/team/${team.volunteer.member}`,
    { give: roles },
    { token: world.ann.fullToken },
  );
  expect(changed.status, changed.text).toBe(204);
  await sendSealed(profile, began + 61 * 60_000);
  expect(await there()).toHaveLength(2);
});
