import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openServer } from '#server/open.ts';
import { ask, boxOf, newWorld, passphrase, type Reply, staff, type World } from './world.ts';

/** Guessing is slowed for the guesser, and for nobody else. Time passes as the waits say, without being waited for. */

let world: World;
let waited: number[];
/** While it is there, answers that are kept back stay kept back. */
let holding: Promise<void> | null;
beforeEach(async () => {
  waited = [];
  holding = null;
  world = await newWorld({
    wait: async (ms) => {
      waited.push(ms);
      if (holding) await holding;
      else world.clock.ms += ms;
    },
  });
  await staff(world);
});
afterEach(() => world.close());

const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
const enrol = (code: string, address: string) => world.say('POST', '/api/enrol', { code, label: '' }, from(address));
const signIn = (name: string, secret: string, address: string, cookie = '') =>
  world.say(
    'POST',
    '/api/sign-in',
    { name, passphrase: secret },
    { headers: { 'X-Forwarded-For': address, ...(cookie && { Cookie: cookie }) } },
  );
/** What a browser keeps of a sign-in beyond its session. */
const deskCookie = ({ headers }: Reply): string =>
  headers.getSetCookie().find((each) => each.startsWith('bandstand-desk-')) ?? '';
const cookieOf = (reply: Reply): string => deskCookie(reply).split(';')[0] ?? '';
const staffId = async (name: string): Promise<string> => {
  const { body } = await world.say('GET', '/api/team', undefined, { token: world.ann.fullToken });
  return body.members.find((each: { name: string }) => each.name === name).id;
};
const codeOf = async () => (await world.server.issueCode(world.ann.member, true)).code;
const centre = '10.9.9.9';
const count = (replies: readonly { status: number }[], status: number) =>
  replies.filter((reply) => reply.status === status).length;

test('fifty wrong codes at once from one address: a few answers are kept back, the rest are turned away, a right one gets in', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  holding = promise;
  const fifty = Array.from({ length: 50 }, () => enrol('2222-2222', centre));
  await vi.waitFor(() => expect(waited).toHaveLength(8));
  // The person at the next table, while all this is held.
  expect((await enrol(await codeOf(), centre)).status).toBe(200);
  resolve();
  const replies = await Promise.all(fifty);
  expect([count(replies, 403), count(replies, 429)]).toEqual([18, 32]);
  expect(waited).toHaveLength(8);
  const stopped = replies.find(({ status }) => status === 429);
  expect(Number(stopped?.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('a right code gets in at once however long the wrong ones before it were kept back', async () => {
  for (let at = 0; at < 30; at += 1) await enrol('2222-2222', centre);
  const before = waited.length;
  expect((await enrol(await codeOf(), centre)).status).toBe(200);
  expect(waited).toHaveLength(before);
});

test('one after another, wrong codes take longer and longer, and a right one from the same address gets in', async () => {
  for (let at = 0; at < 60; at += 1) expect((await enrol('2222-2222', centre)).status).toBe(403);
  expect(waited).toHaveLength(50);
  expect(waited.slice(0, 5)).toEqual([250, 500, 1000, 2000, 2000]);
  expect((await enrol(await codeOf(), centre)).status).toBe(200);
  expect((await signIn('Ann', passphrase, centre)).status).toBe(200);
});

test('a flood of wrong setup links costs no hashing, and keeps nobody from signing in', async () => {
  const link = { code: '2222-2222', programmeName: 'Mine', partners: ['X'], name: 'Eve', passphrase };
  const flood = Array.from({ length: 150 }, () => world.say('POST', '/api/setup', link, from('10.3.3.3')));
  expect((await signIn('Ann', passphrase, centre)).status).toBe(200);
  for (const { status } of await Promise.all(flood)) expect([403, 429]).toContain(status);
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

test('a wrong passphrase a minute from the same address keeps nobody out, and a right one gets in while wrong ones are held', async () => {
  for (let at = 0; at < 240; at += 1) {
    expect((await signIn('Cora', 'a guess at it', centre)).status).toBe(403);
    world.clock.ms += 60_000;
  }
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
  const { promise, resolve } = Promise.withResolvers<void>();
  holding = promise;
  const before = waited.length;
  const wrong = Array.from({ length: 20 }, () => signIn('Cora', 'a guess at it', centre));
  await vi.waitFor(() => expect(waited.length - before).toBe(8));
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
  expect((await signIn('Ann', passphrase, centre)).status).toBe(200);
  resolve();
  const replies = await Promise.all(wrong);
  expect(count(replies, 403) + count(replies, 429)).toBe(20);
});

test('guessing at one account from one address is limited by the hour, and its owner elsewhere or at a known desk is not', async () => {
  const desk = await signIn('Cora', 'another passphrase', centre);
  const began = world.clock.ms;
  const tries: number[] = [];
  for (let at = 0; at < 400; at += 1) tries.push((await signIn('Cora', 'a guess at it', centre)).status);
  const hours = (world.clock.ms - began) / 3_600_000;
  expect(tries.filter((status) => status === 403).length).toBeLessThanOrEqual(100 + Math.ceil(100 * hours));
  expect(tries.at(-1)).toBe(429);
  expect(Math.max(...waited)).toBeLessThanOrEqual(4000);
  expect((await signIn('Cora', 'another passphrase', '10.1.1.1')).status).toBe(200);
  expect((await signIn('Ann', passphrase, centre)).status).toBe(200);
  // Behind the same address, in a browser nobody knows, not; in the one she signed in with before, yes.
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(429);
  expect((await signIn('Cora', 'another passphrase', centre, cookieOf(desk))).status).toBe(200);
  world.clock.ms += 60_000;
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
});

test('a known desk is known after a restart, to its own account alone, and is no way to guess more', async () => {
  const reply = await signIn('Cora', 'another passphrase', centre);
  const cookie = cookieOf(reply);
  expect(deskCookie(reply)).toMatch(/Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toMatch(/cora/i);
  expect(cookie).not.toContain((await staffId('Cora')).slice(0, 13));
  // It lets nobody in.
  expect(
    (await world.say('GET', '/api/me', undefined, { headers: { Cookie: cookie, 'X-Bandstand': '1' } })).status,
  ).toBe(401);
  const fill = async (name: string, kept: string) => {
    const statuses: number[] = [];
    for (let at = 0; at < 150; at += 1) statuses.push((await signIn(name, 'a guess at it', centre, kept)).status);
    return statuses.filter((status) => status === 403).length;
  };
  // Of its own account: thirty. A forged one and one of another account count as none.
  const began = world.clock.ms;
  expect(await fill('Cora', cookie)).toBeLessThanOrEqual(30 + Math.ceil((30 * (world.clock.ms - began)) / 3_600_000));
  await fill('Ann', cookie.replace(/=.*/, '=x.y'));
  expect((await signIn('Ann', passphrase, centre, cookie)).status).toBe(429);
  expect((await signIn('Ann', passphrase, centre, cookie.replace(/=.*/, '=x.y'))).status).toBe(429);
  // The same desk by another address, on a server that has been started again.
  await world.server.close();
  world.server = await openServer({
    dataDir: world.dataDir,
    now: () => world.clock.ms,
    behindProxy: true,
    wait: async () => {},
  });
  const again = (address: string, secret: string, kept: string) =>
    ask(
      world.server,
      'POST',
      '/api/sign-in',
      { name: 'Cora', passphrase: secret },
      {
        headers: { 'X-Forwarded-For': address, Cookie: kept },
      },
    );
  for (let at = 0; at < 320; at += 1) await again(`10.5.${at & 7}.1`, 'a guess at it', '');
  expect((await again('10.4.4.4', 'another passphrase', '')).status).toBe(429);
  expect((await again('10.4.4.4', 'another passphrase', cookie)).status).toBe(200);
});

test('guessing at one account from many addresses is held, and its owner gets in from where they signed in before', async () => {
  expect((await signIn('Cora', 'another passphrase', centre)).status).toBe(200);
  const tries: number[] = [];
  for (let at = 0; at < 300; at += 1) {
    tries.push((await signIn('Cora', 'a guess at it', `10.7.${at >> 6}.${at & 63}`)).status);
  }
  expect(tries.filter((status) => status === 403).length).toBeLessThanOrEqual(230);
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
