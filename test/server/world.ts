import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import type { Right } from '#domain/records/access.ts';
import { type Entry, factHash, type Write } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { type Bound, keyIdOf, seal } from '#domain/records/sealed.ts';
import type { Result, RoundAnswer } from '#domain/records/wire.ts';
import { type OpenServer, openServer, type ServerOptions } from '#server/open.ts';
import { faultIn } from './answers.ts';

/** A real server on a real database in a folder of its own, with two partners and a team, spoken to as phones speak to it. */

export const noon = Date.parse('2026-11-22T12:00:00.000Z');
export const today = '2026-11-22';
export const passphrase = 'correct horse battery';

export type Phone = { member: string; device: string; sendToken: string; fullToken: string; serverPublicKey: string };
/** `body` is whatever came: a test says what it should have been. */
export type Reply = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse>; text: string };
type Asked = { token?: string; cookie?: string; headers?: Record<string, string> };

export type World = Awaited<ReturnType<typeof newWorld>>;

export async function openIn(dataDir: string, options: Partial<ServerOptions> = {}): Promise<OpenServer> {
  return openServer({ dataDir, ...options });
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'bandstand-'));

/** Every answer is held against what the server says of it; but for what an older or newer server left stored. */
export const judging = { now: true };

/** Asks a server and reads the whole answer. Two addresses never share a limit. */
export async function ask(
  server: OpenServer,
  method: string,
  path: string,
  body?: unknown,
  { token, cookie, headers }: Asked = {},
): Promise<Reply> {
  const response = await server.app.request(path, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(cookie && { Cookie: `bandstand=${cookie}`, 'X-Bandstand': '1' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  const answer = isJson ? JSON.parse(text) : null;
  const fault = judging.now && faultIn(server.routes, method, path, response, answer);
  if (fault) throw new Error(`${method} ${path} answers what it does not say: ${fault}`);
  return { status: response.status, headers: response.headers, text, body: answer };
}

export async function newWorld(options: Partial<ServerOptions> = {}) {
  const dataDir = newFolder();
  const clock = { ms: noon };
  const server = await openServer({ dataDir, now: () => clock.ms, behindProxy: true, ...options });
  let visitors = 0;
  /** A new address each time, so that tests do not use up each other's guesses. */
  const from = () => ({ 'X-Forwarded-For': `10.0.${visitors >> 8}.${visitors++ & 255}` });
  const say = (method: string, path: string, body?: unknown, asked: Asked = {}) =>
    ask(server, method, path, body, { ...asked, headers: { ...from(), ...asked.headers } });
  const setup = await say('POST', '/api/setup', {
    code: server.setupCode,
    programmeName: 'Stepping Out',
    partners: ['Refocus', 'Alliance'],
    name: 'Ann',
    passphrase,
  });
  const enrol = async (code: string): Promise<Phone> => {
    const { status, body } = await say('POST', '/api/enrol', { code, label: 'a phone' });
    if (status !== 200) throw new Error(`not enrolled: ${status}`);
    return { ...body, member: body.member.id };
  };
  const ann = await enrol(setup.body.enrolCode);
  const first = await say('GET', '/api/records?type=partner', undefined, { token: ann.fullToken });
  const partners: { id: string; body: { name: string } }[] = first.body.records;
  const idOf = (name: string): string => partners.find(({ body }) => body.name === name)?.id ?? '';
  const add = async (name: string, roles: Right[], more: object = {}): Promise<Phone> => {
    const body = { name, roles, vetted: true, firstAider: false, ...more };
    const made = await say('POST', '/api/team', body, { token: ann.fullToken });
    if (made.status !== 200) throw new Error(`not added: ${made.text}`);
    const issued = await say('POST', `/api/team/${made.body.id}/codes`, undefined, { token: ann.fullToken });
    return enrol(issued.body.code);
  };
  const close = async () => {
    await server.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const a = idOf('Refocus');
  const b = idOf('Alliance');
  return { server, dataDir, clock, say, ann, a, b, add, enrol, close, setup };
}

/** The team most tests need: one of each role at partner A, a worker and a coordinator at B. */
export async function staff({ add, a, b }: World) {
  return {
    volunteer: await add('Vi', [{ role: 'volunteer', partner: a }]),
    worker: await add('Will', [{ role: 'worker', partner: a }]),
    coordinator: await add('Cora', [{ role: 'partnerCoordinator', partner: a }], { passphrase: 'another passphrase' }),
    lead: await add('Lee', [{ role: 'safeguardingLead', partner: a }]),
    otherWorker: await add('Olu', [{ role: 'worker', partner: b }]),
    otherCoordinator: await add('Otto', [{ role: 'partnerCoordinator', partner: b }]),
  };
}

/** A box as a phone closes it to its server, with what stands beside it. */
export function boxOf(
  world: World,
  phone: Phone,
  purpose: Bound['purpose'],
  id: string,
  content: Uint8Array,
): { v: number; keyId: string; box: string } {
  const publicKey = Buffer.from(phone.serverPublicKey, 'base64');
  const bound = { purpose, programme: world.server.store.programme, device: phone.device, id };
  const box = Buffer.from(seal(content, publicKey, randomBytes(56), bound)).toString('base64');
  return { v: 2, keyId: keyIdOf(publicKey), box };
}

let clocks = noon;

/** An entry as a phone saves it. */
export function entryOf(phone: Phone, writes: Write[], over: Partial<Entry> = {}): Entry {
  clocks += 1;
  const { member: by, device } = phone;
  return { id: uuidv7(), by, device, clock: clocks, at: '2026-11-22T12:00:00.000Z', schema: 1, writes, ...over };
}

type Fields = Record<string, unknown>;

export const siteWrite = (id: string, body: Fields = {}): Write => ({
  op: 'create',
  type: 'site',
  id,
  scope: 'programme',
  body: { name: 'Windmill Hill', ...body },
});

export const sessionWrite = (partner: string, id: string, body: Fields = {}): Write => ({
  op: 'create',
  type: 'session',
  id,
  scope: partnerScope(partner),
  body: { site: 'windmill-hill', day: today, status: { is: 'running', reopened: 0 }, ...body },
});

export const personWrite = (partner: string, id: string, body: Fields = {}): Write => ({
  op: 'create',
  type: 'person',
  id,
  scope: partnerScope(partner),
  body: { knownAs: 'Kayla', leaf: 1, colour: 2, ...body },
});

export const patchWrite = (type: string, scope: string, id: string, body: Fields): Write => ({
  op: 'patch',
  type,
  id,
  scope,
  body,
});

/** A fact, hashed as its phone hashes it. */
export function factWrite(phone: Phone, type: string, scope: string, body: Fields, id: string = uuidv7()): Write {
  const write = { op: 'fact', type, id, scope, body } as const;
  return { ...write, hash: factHash(write, phone.member, phone.device) };
}

export const markWrite = (phone: Phone, partner: string, session: string, person: string, body: Fields = {}): Write =>
  factWrite(phone, 'mark', partnerScope(partner), {
    session,
    person,
    day: today,
    state: 'here',
    at: '2026-11-22T12:05:00.000Z',
    replaces: [],
    ...body,
  });

export const tallyWrite = (phone: Phone, partner: string, session: string, body: Fields = {}): Write =>
  factWrite(phone, 'tally', partnerScope(partner), {
    session,
    day: today,
    ageBand: '10-12',
    n: 1,
    at: '2026-11-22T12:06:00.000Z',
    ...body,
  });

/** One round of sync. */
export async function sync(world: World, phone: Phone, entries: unknown[], scopes: Record<string, number> = {}) {
  const reply = await world.say(
    'POST',
    '/api/sync/1',
    { protocol: 1, epoch: '', entries, scopes, phone: { version: '0.1.0', unsent: 0, oldestUnsentAt: null } },
    { token: phone.fullToken },
  );
  if (reply.status !== 200) throw new Error(`round failed: ${reply.status} ${reply.text}`);
  return reply.body as RoundAnswer;
}

export const push = async (world: World, phone: Phone, entries: unknown[]): Promise<readonly Result[]> =>
  (await sync(world, phone, entries)).results;

/** Sends writes in one save. @throws where one of them is not taken in, with what was said of it */
export async function taken(world: World, phone: Phone, writes: Parameters<typeof entryOf>[1]): Promise<void> {
  for (const result of await push(world, phone, [entryOf(phone, writes)]))
    if (result.result !== 'ok') throw new Error(JSON.stringify(result));
}
