import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullTokenPlace, sealPlaced } from '#domain/records/placed.ts';
import { hashOfBox } from '#domain/records/sealed.ts';
import { sealFirst } from '#test/domain/records/first-box.ts';
import { boxOf, entryOf, newWorld, type Phone, personWrite, staff, type World } from './world.ts';

/** A phone that A and B share: each holds the other's recovery box in the same browser, and can be given a code. */

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

type Box = { v?: number; keyId?: string; sealedKey: string; proof?: string };

const bound = (phone: Phone, key: Uint8Array): Box => {
  const { box, ...beside } = boxOf(world, phone, 'recovery', phone.member, key);
  return { ...beside, sealedKey: box };
};
/** As a phone enrolled before boxes were bound holds it, with the full token as it lies under the key. */
const first = (phone: Phone, key: Uint8Array, token = phone.fullToken): Box => ({
  sealedKey: Buffer.from(sealFirst(key, Buffer.from(phone.serverPublicKey, 'base64'), randomBytes(56))).toString(
    'base64',
  ),
  proof: Buffer.from(sealPlaced(key, fullTokenPlace, token, randomBytes(24))).toString('base64'),
});
const codeOf = async (phone: Phone) => (await world.server.issueCode(phone.member)).code;
const recover = (phone: Phone, code: string, box: Box) =>
  world.say('POST', '/api/recover', { code, ...box }, { token: phone.sendToken });
const tell = (phone: Phone, hash: string) =>
  world.say('POST', '/api/recovery-box', { hash }, { token: phone.fullToken });
const hashOf = ({ sealedKey }: Box) => hashOfBox(Buffer.from(sealedKey, 'base64'));

test('a forgotten PIN: a code of the same member opens the phone’s key, another’s does not', async () => {
  const { worker, volunteer } = team;
  const key = randomBytes(32);
  const theirs = await codeOf(volunteer);
  expect((await recover(worker, theirs, bound(worker, key))).status).toBe(403);
  // Trying it with the wrong phone does not spend it.
  expect((await world.say('POST', '/api/enrol', { code: theirs, label: '' })).status).toBe(200);
  const code = await codeOf(worker);
  const entry = entryOf(worker, [personWrite(world.a, uuidv7())]);
  const { box } = boxOf(world, worker, 'entry', entry.id, Buffer.from(JSON.stringify(entry)));
  expect((await recover(worker, code, { ...bound(worker, key), sealedKey: box.slice(0, 396) })).status).toBe(400);
  expect((await recover(worker, code, bound(worker, randomBytes(33)))).status).toBe(400);
  expect((await recover(worker, code, bound(worker, key))).body).toEqual({ dataKey: key.toString('base64') });
  expect((await recover(worker, code, bound(worker, key))).status).toBe(403);
});

test('with their own code a colleague is not given another’s key, in either version of box', async () => {
  const { worker: a, coordinator: b } = team;
  const key = randomBytes(32);
  const code = await codeOf(b);
  const bare = ({ sealedKey }: Box) => ({ sealedKey });
  const tries: Record<string, Box> = {
    'A’s box of version 2': bound(a, key),
    'the same, said to be of version 1': bare(bound(a, key)),
    'the same, with A’s proof': { ...bare(bound(a, key)), proof: first(a, key).proof ?? '' },
    'A’s box of version 1, bare': bare(first(a, key)),
    'A’s box of version 1 with A’s token under A’s key': first(a, key),
    'A’s box of version 1 with B’s token under a key of B’s': {
      ...bare(first(a, key)),
      proof: first(b, randomBytes(32)).proof ?? '',
    },
    'A’s box of version 1, said to be of version 2': { ...bare(first(a, key)), v: 2 },
    'a version nobody knows': { ...bound(a, key), v: 3 },
    'a key nobody knows': { ...bound(b, key), keyId: '0123456789abcdef' },
  };
  for (const [how, box] of Object.entries(tries)) {
    const reply = await recover(b, code, box);
    expect(reply.status, how).toBe(400);
    expect(reply.text, how).not.toContain(key.toString('base64'));
  }
  // With A's send token, which lies on the shared phone, it takes A's code.
  expect((await recover(a, code, bound(a, key))).status).toBe(403);
  // None of this has spent the code.
  expect((await recover(b, code, bound(b, key))).body).toEqual({ dataKey: key.toString('base64') });
});

test('a box of version 1 opens for its owner, until a newer one was told; then only that one does', async () => {
  const { volunteer: a, otherWorker: b } = team;
  const key = randomBytes(32);
  const old = first(a, key);
  expect((await recover(a, await codeOf(a), old)).body).toEqual({ dataKey: key.toString('base64') });
  const renewed = bound(a, key);
  expect((await tell(a, hashOf(renewed))).status).toBe(200);
  const code = await codeOf(a);
  expect((await recover(a, code, old)).status).toBe(400);
  expect((await recover(a, code, bound(a, key))).status).toBe(400);
  expect((await recover(a, code, renewed)).body).toEqual({ dataKey: key.toString('base64') });
  // What is told of one phone says nothing of another.
  expect((await recover(b, await codeOf(b), bound(b, key))).status).toBe(200);
});

test('an older app is told to update, and its code is not spent', async () => {
  const { lead } = team;
  const key = randomBytes(32);
  const code = await codeOf(lead);
  const { proof: _, ...bare } = first(lead, key);
  const reply = await recover(lead, code, bare);
  expect(reply.status).toBe(400);
  expect(reply.body.type).toBe('urn:bandstand:app-too-old');
  expect((await recover(lead, code, first(lead, key))).status).toBe(200);
});

test('a code of somebody who is on the phone already makes no second one, and is still good to open the first', async () => {
  const { worker, volunteer } = team;
  const key = randomBytes(32);
  const code = await codeOf(worker);
  const here = [volunteer.device, worker.device];
  const asked = await world.say('POST', '/api/enrol', { code, label: '', here });
  expect(asked.body).toEqual({ here: worker.device });
  expect((await recover(worker, code, bound(worker, key))).body).toEqual({ dataKey: key.toString('base64') });

  // Somebody who is not there comes in as ever, and a wrong code says nothing of anybody.
  const theirs = await codeOf(volunteer);
  expect((await world.say('POST', '/api/enrol', { code: theirs, label: '', here: [worker.device] })).status).toBe(200);
  expect((await world.say('POST', '/api/enrol', { code: 'ABCD2345', label: '', here })).status).toBe(403);
});
