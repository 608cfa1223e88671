import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Entry } from '#domain/records/entry.ts';
import {
  boxOf,
  entryOf,
  newWorld,
  noon,
  type Phone,
  passphrase,
  personWrite,
  staff,
  sync,
  type World,
} from './world.ts';

let world: World;
let team: Awaited<ReturnType<typeof staff>>;
beforeAll(async () => {
  world = await newWorld();
  team = await staff(world);
});
afterAll(() => world.close());

const enrolWith = (code: string, headers = {}) => world.say('POST', '/api/enrol', { code, label: 'x' }, { headers });
/** What a locked phone posts. */
const sealedEntry = (phone: Phone, entry: Entry) => ({
  id: entry.id,
  ...boxOf(world, phone, 'entry', entry.id, Buffer.from(JSON.stringify(entry))),
});
const stored = async (id: string) =>
  world.server.store.reader.selectFrom('row').selectAll().where('id', '=', id).executeTakeFirst();

test('the setup link works once', async () => {
  const again = { code: world.server.setupCode, programmeName: 'Mine', partners: ['X'], name: 'Eve', passphrase };
  expect((await world.say('POST', '/api/setup', again)).status).toBe(403);
});

test('a code is good once, for ten minutes, however it is typed; and wrong, used and expired answer alike', async () => {
  const { code } = await world.server.issueCode(team.worker.member);
  expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  expect((await enrolWith(` ${code.toLowerCase().replace('-', ' ')} `)).status).toBe(200);
  const used = await enrolWith(code);
  const wrong = await enrolWith('2222-2222');
  const { code: late } = await world.server.issueCode(team.worker.member);
  world.clock.ms += 10 * 60_000;
  const expired = await enrolWith(late);
  world.clock.ms = noon;
  expect([used.status, wrong.status, expired.status]).toEqual([403, 403, 403]);
  expect(used.text).toBe(wrong.text);
  expect(expired.text).toBe(wrong.text);
  const { code: kept } = await world.server.issueCode(team.worker.member, true);
  world.clock.ms += 86_400_000;
  expect((await enrolWith(kept)).status).toBe(200);
  world.clock.ms = noon;
});

test('a new code voids the one before', async () => {
  const issue = () =>
    world.say('POST', `/api/team/${team.worker.member}/codes`, undefined, { token: world.ann.fullToken });
  const first = (await issue()).body.code;
  const second = (await issue()).body;
  expect(second.expiresAt).toBe('2026-11-22T12:10:00.000Z');
  expect((await enrolWith(first)).status).toBe(403);
  expect((await enrolWith(second.code)).status).toBe(200);
});

test('a code that is sent works for a day or three and is longer; none works for longer', async () => {
  const issue = (lasts: string) =>
    world.say('POST', `/api/team/${team.worker.member}/codes?lasts=${lasts}`, undefined, {
      token: world.ann.fullToken,
    });
  const day = (await issue('24h')).body;
  expect(day.code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(day.expiresAt).toBe('2026-11-23T12:00:00.000Z');
  world.clock.ms += 86_399_000;
  expect((await enrolWith(day.code)).status).toBe(200);
  world.clock.ms = noon;
  const late = (await issue('3d')).body;
  world.clock.ms += 3 * 86_400_000;
  expect((await enrolWith(late.code)).status).toBe(403);
  world.clock.ms = noon;
  expect((await issue('4d')).status).toBe(400);
});

test('tokens and codes lie in the database only as hashes', async () => {
  const { code } = await world.server.issueCode(team.worker.member);
  const { fullToken, sendToken } = team.worker;
  for (const file of readdirSync(world.dataDir)) {
    const bytes = readFileSync(join(world.dataDir, file)).toString('latin1');
    for (const secret of [fullToken, sendToken, code, code.replace('-', ''), passphrase]) {
      expect(bytes.includes(secret), file).toBe(false);
    }
  }
  expect(statSync(join(world.dataDir, 'server.key')).mode & 0o777).toBe(0o600);
});

test('a locked phone hands in what it sealed, once, and is shown nothing', async () => {
  const { worker } = team;
  const entry = entryOf(worker, [personWrite(world.a, uuidv7())]);
  const post = () =>
    world.say('POST', '/api/sealed', { entries: [sealedEntry(worker, entry)] }, { token: worker.sendToken });
  const first = await post();
  const { keys } = world.server;
  const { seq: head } = await world.server.ledger.read((tx) => tx.head());
  // No row, but whether it still lives the same life, what its backups hold, and the keys to close to.
  expect(first.body).toEqual({
    results: [{ id: entry.id, result: 'ok', seq: head, clock: expect.any(Number) }],
    ...{ epoch: expect.any(String), now: world.clock.ms, head, backedUpSeq: 0, directive: null },
    serverKeys: [{ keyId: keys.current.id, publicKey: Buffer.from(keys.current.publicKey).toString('base64') }],
  });
  expect((await post()).body.results).toMatchObject([{ result: 'dup' }]);
  expect(await stored(entry.writes[0]!.id)).toMatchObject({ author: worker.member, device: worker.device });
});

test('a sealed entry of another, a swapped one and a box that does not open are kept, not applied', async () => {
  const { worker, volunteer } = team;
  const theirs = entryOf(volunteer, [personWrite(world.a, uuidv7())]);
  const swapped = { ...sealedEntry(worker, entryOf(worker, [personWrite(world.a, uuidv7())])), id: uuidv7() };
  const noise = { id: uuidv7(), box: randomBytes(200).toString('base64') };
  const good = entryOf(worker, [personWrite(world.a, uuidv7())]);
  const { body } = await world.say(
    'POST',
    '/api/sealed',
    { entries: [sealedEntry(worker, theirs), swapped, noise, sealedEntry(worker, good)] },
    { token: worker.sendToken },
  );
  expect(body.results.map((each: { code?: string; result: string }) => each.code ?? each.result)).toEqual([
    'other_author',
    'invalid',
    'invalid',
    'ok',
  ]);
  const inbox = world.server.store.reader.selectFrom('inbox').select('body').where('id', '=', noise.id);
  expect(JSON.parse((await inbox.executeTakeFirstOrThrow()).body)).toEqual(noise);
});

test('a send token gets no record from any address', async () => {
  const { worker } = team;
  await sync(world, worker, [entryOf(worker, [personWrite(world.a, uuidv7(), { knownAs: 'Persephone' })])]);
  const { body } = await world.say('GET', '/api/openapi.json');
  for (const [path, methods] of Object.entries<Record<string, unknown>>(body.paths)) {
    for (const method of Object.keys(methods)) {
      const asked = method === 'get' || method === 'delete' ? undefined : {};
      const query = '?from=2026-01-01&to=2026-12-31&type=member&names=yes&reason=x';
      const reply = await world.say(method.toUpperCase(), path.replace('{id}', worker.member) + query, asked, {
        token: worker.sendToken,
      });
      expect(reply.text, path).not.toMatch(/Persephone|Stepping Out/);
    }
  }
});

test('a coordinator signs in at a desk; a worker, a wrong passphrase and an unknown name cannot, and cost the same', async () => {
  const cora = { name: 'cora', passphrase: 'another passphrase' };
  const signedIn = await world.say('POST', '/api/sign-in', cora);
  expect(signedIn.status).toBe(200);
  const [setCookie = ''] = signedIn.headers.getSetCookie();
  expect(setCookie).toMatch(/^bandstand=/);
  expect(setCookie).toMatch(/HttpOnly/);
  expect(setCookie).toMatch(/SameSite=Strict/);
  // Gone when the browser is closed.
  expect(setCookie).not.toMatch(/Max-Age|Expires/);
  const cookie = /bandstand=([^;]+)/.exec(setCookie)?.[1] ?? '';
  const me = await world.say('GET', '/api/me', undefined, { cookie });
  expect(me.body).toMatchObject({ member: { name: 'Cora' }, keepsNothing: true, device: signedIn.body.device });
  const [entry] = [entryOf({ ...team.coordinator, device: me.body.device }, [personWrite(world.a, uuidv7())])];
  const saved = await world.say('POST', '/api/entries', { entries: [entry] }, { cookie });
  expect(saved.body.results).toMatchObject([{ result: 'ok' }]);
  const took = async (body: object) => {
    const started = performance.now();
    const { status, text } = await world.say('POST', '/api/sign-in', body);
    return { status, text, ms: performance.now() - started };
  };
  // In turn, and the quickest of each: what else the machine does slows both.
  const wrong: Awaited<ReturnType<typeof took>>[] = [];
  const unknown: typeof wrong = [];
  for (let count = 0; count < 4; count += 1) {
    wrong.push(await took({ ...cora, passphrase: 'not the passphrase' }));
    unknown.push(await took({ name: 'nobody at all', passphrase: 'not the passphrase' }));
  }
  const answers = [...wrong, ...unknown];
  expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  expect(answers[0]?.status).toBe(403);
  const quickest = (tries: typeof wrong) => Math.min(...tries.map(({ ms }) => ms));
  expect(quickest(unknown)).toBeGreaterThan(quickest(wrong) / 4);
  expect((await world.say('POST', '/api/sign-out', {}, { cookie })).status).toBe(204);
  expect((await world.say('GET', '/api/me', undefined, { cookie })).status).toBe(401);
});

test('a desk that keeps nothing is signed out after 15 minutes without use, whatever its page asks by itself', async () => {
  const signedIn = await world.say('POST', '/api/sign-in', { name: 'cora', passphrase: 'another passphrase' });
  const cookie = /bandstand=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  const started = world.clock.ms;
  const after = async (minutes: number, idleSeconds?: number) => {
    world.clock.ms += minutes * 60_000;
    const headers = idleSeconds === undefined ? {} : { 'X-Bandstand-Idle': String(idleSeconds) };
    return (await world.say('GET', '/api/me', undefined, { cookie, headers })).status;
  };
  for (let use = 0; use < 5; use += 1) expect(await after(14)).toBe(200);
  // The page refreshes by itself and says that nobody has touched it since: that is no use.
  expect(await after(5, 5 * 60)).toBe(200);
  expect(await after(5, 10 * 60)).toBe(200);
  expect(await after(5, 15 * 60)).toBe(200);
  expect(await after(1, 16 * 60)).toBe(401);
  // Nor does a touch open it again.
  expect(await after(0, 0)).toBe(401);
  world.clock.ms = started;
});

test('a desk in use all day is signed out after twelve hours', async () => {
  const signedIn = await world.say('POST', '/api/sign-in', { name: 'cora', passphrase: 'another passphrase' });
  const cookie = /bandstand=([^;]+)/.exec(signedIn.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
  const started = world.clock.ms;
  const me = async () => (await world.say('GET', '/api/me', undefined, { cookie })).status;
  for (; world.clock.ms < started + 12 * 3_600_000; world.clock.ms += 10 * 60_000) expect(await me()).toBe(200);
  expect(await me()).toBe(401);
  world.clock.ms = started;
});

test('behind TLS the cookie is Secure and browsers are told to stay with https', async () => {
  const secure = await newWorld({ isSecure: true });
  const { headers } = await secure.say('POST', '/api/sign-in', { name: 'Ann', passphrase });
  const [session, desk] = headers.getSetCookie();
  expect(session).toMatch(/^__Host-bandstand=\S+; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(desk).toMatch(/^__Host-bandstand-desk-\S+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  const [pair = ''] = (headers.get('Set-Cookie') ?? '').split(';');
  const me = (cookie: string) =>
    secure.say('GET', '/api/me', undefined, { headers: { Cookie: cookie, 'X-Bandstand': '1' } });
  expect((await me(pair)).status).toBe(200);
  // A name without the prefix could have been set by anybody on the way.
  expect((await me(pair.replace('__Host-', ''))).status).toBe(401);
  expect(headers.get('Strict-Transport-Security')).toMatch(/max-age/);
  await secure.close();
});

test('the log never holds a name, a token or an id', async () => {
  const lines: string[] = [];
  const logged = await newWorld({ log: (line) => lines.push(JSON.stringify(line)) });
  await logged.add('Wilhelmina', [{ role: 'worker', partner: logged.a }]);
  await logged.say('GET', `/api/sessions/${logged.a}`, undefined, { token: logged.ann.fullToken });
  await logged.say('GET', '/people/Wilhelmina');
  const all = lines.join('\n');
  expect(lines.length).toBeGreaterThan(5);
  for (const secret of ['Wilhelmina', logged.ann.fullToken, logged.a]) expect(all).not.toContain(secret);
  await logged.close();
});
