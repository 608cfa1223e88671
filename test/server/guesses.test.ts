import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boxOf, newWorld, passphrase, staff, type World } from './world.ts';

/** Guessing is slowed for the guesser, and for nobody else. Time passes as the waits say, without being waited for. */

let world: World;
let waited: number[];
beforeEach(async () => {
  waited = [];
  world = await newWorld({
    wait: async (ms) => {
      waited.push(ms);
      world.clock.ms += ms;
    },
  });
  await staff(world);
});
afterEach(() => world.close());

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
const enrol = (code: string, address: string) => world.say('POST', '/api/enrol', { code, label: '' }, from(address));
const signIn = (name: string, secret: string, address: string) =>
  world.say('POST', '/api/sign-in', { name, passphrase: secret }, from(address));
const codeOf = async () => (await world.server.issueCode(world.ann.member, true)).code;
const centre = '10.9.9.9';
const count = (replies: readonly { status: number }[], status: number) =>
  replies.filter((reply) => reply.status === status).length;

test('fifty wrong codes at once from one address: ten are judged, a few wait in line, the rest are turned away', async () => {
  const fifty = await Promise.all(Array.from({ length: 50 }, () => enrol('2222-2222', centre)));
  expect([count(fifty, 403), count(fifty, 429)]).toEqual([18, 32]);
  expect(waited).toHaveLength(8);
  const stopped = fifty.find(({ status }) => status === 429);
  expect(Number(stopped?.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('one after another, wrong codes take longer and longer, and a right one from the same address gets in', async () => {
  for (let at = 0; at < 60; at += 1) expect((await enrol('2222-2222', centre)).status).toBe(403);
  expect(waited).toHaveLength(50);
  expect(waited.slice(0, 5)).toEqual([250, 500, 1000, 2000, 2000]);
  const judgedAnHour = 3_600_000 / Math.max(...waited);
  // 39 bits: at this pace from a thousand addresses, a code of ten minutes is met once in two million.
  expect(judgedAnHour).toBeLessThanOrEqual(1800);
  expect((await enrol(await codeOf(), centre)).status).toBe(200);
  expect((await signIn('Ann', passphrase, centre)).status).toBe(200);
});

test('wrong codes from everywhere hold up nobody', async () => {
  const many = await Promise.all(
    Array.from({ length: 400 }, (_, n) => enrol('2222-2222', `10.8.${n >> 8}.${n & 255}`)),
  );
  expect(count(many, 403)).toBe(400);
  expect(waited).toEqual([]);
  expect((await enrol(await codeOf(), centre)).status).toBe(200);
  expect((await enrol(await codeOf(), '10.8.0.1')).status).toBe(200);
});

test('right codes use up nothing', async () => {
  for (let at = 0; at < 25; at += 1) expect((await enrol(await codeOf(), centre)).status).toBe(200);
  expect(waited).toEqual([]);
});

test('guessing at one account from one address is told to come back, and its owner elsewhere is not', async () => {
  const tries: number[] = [];
  for (let at = 0; at < 40; at += 1) tries.push((await signIn('Cora', 'a guess at it', centre)).status);
  // Ten for nothing, five that wait in line, and then only an answer that says when.
  expect(tries.filter((status) => status === 403)).toHaveLength(15);
  expect(tries.at(-1)).toBe(429);
  expect((await signIn('Cora', 'another passphrase', '10.1.1.1')).status).toBe(200);
  // Somebody else behind the same address gets in at once, or after a wait of two seconds at most.
  expect((await signIn('Ann', passphrase, centre)).status).toBe(200);
  expect(Math.max(...waited)).toBeLessThanOrEqual(4000);
  // And so does its owner there, a minute later.
  world.clock.ms += 60_000;
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
});

test('guessing at one account from many addresses is held, and its owner gets in from where they signed in before', async () => {
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
  const tries: number[] = [];
  for (let at = 0; at < 300; at += 1) {
    tries.push((await signIn('Cora', 'a guess at it', `10.7.${at >> 6}.${at & 63}`)).status);
  }
  expect(tries.filter((status) => status === 403).length).toBeLessThanOrEqual(105);
  expect((await signIn('Cora', 'another passphrase', '10.1.1.1')).status).toBe(429);
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
  world.clock.ms += 60_000;
  expect((await signIn('Cora', 'another passphrase', '10.1.1.1')).status).toBe(200);
});

test('codes tried on one phone are counted for that phone, wherever it is', async () => {
  const { box: sealedKey, ...beside } = boxOf(world, world.ann, 'recovery', world.ann.member, randomBytes(32));
  const recover = (code: string, address: string, box = sealedKey) =>
    world.say(
      'POST',
      '/api/recover',
      { code, ...beside, sealedKey: box },
      { token: world.ann.sendToken, ...from(address) },
    );
  // What is no key at all is no guess.
  for (let at = 0; at < 20; at += 1) expect((await recover('2222-2222', `10.6.0.${at}`, 'AAAA')).status).toBe(400);
  expect(waited).toEqual([]);
  for (let at = 0; at < 12; at += 1) expect((await recover('2222-2222', `10.6.1.${at}`)).status).toBe(403);
  expect(waited).toEqual([250, 500]);
  expect((await enrol(await codeOf(), '10.6.1.1')).status).toBe(200);
  expect((await recover(await codeOf(), '10.6.1.1')).status).toBe(200);
});
