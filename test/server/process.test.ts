import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { afterEach, expect, test } from 'vitest';
import { partnerScope } from '#domain/records/scopes.ts';
import { checkAudit } from '#server/audit-check.ts';
import { openStore } from '#server/store.ts';
import { entryOf, newFolder, newWorld, type Phone, passphrase, personWrite, push } from './world.ts';

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const startScript = fileURLToPath(new URL('../../src/start.ts', import.meta.url));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the real server on a free port and waits until it says where it is. */
async function start(
  dataDir: string,
  lastLine: RegExp,
  script = main,
  args: readonly string[] = [],
): Promise<{ child: ChildProcess; url: string; setupCode: string | undefined; out: () => string }> {
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
  });
  running.add(child);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.pipe(process.stderr);
  while (!lastLine.test(out) && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
  const port = /localhost:(\d+)/.exec(out)?.[1];
  return { child, url: `http://127.0.0.1:${port}`, setupCode: /setup#(\S+)/.exec(out)?.[1], out: () => out };
}

const post = async (url: string, body: unknown, token?: string) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return response.json();
};
const round = (entries: unknown[]) => ({
  protocol: 1,
  epoch: '',
  entries,
  scopes: {},
  phone: { version: '1', unsent: 0, oldestUnsentAt: null },
});

async function setUp(url: string, code: string | undefined): Promise<{ phone: Phone; partner: string }> {
  const setup = { code, programmeName: 'P', partners: ['A'], name: 'Ann', passphrase };
  const { enrolCode } = await post(`${url}/api/setup`, setup);
  const enrolled = await post(`${url}/api/enrol`, { code: enrolCode, label: '' });
  const phone = { ...enrolled, member: enrolled.member.id };
  const { added } = await post(`${url}/api/sync/1`, round([]), phone.fullToken);
  return { phone, partner: added.find((scope: string) => scope.startsWith('partner/')).split('/')[1] };
}

test('a server killed in the middle of pushes has everything it said it took', async () => {
  const dataDir = newFolder();
  const { child, url, setupCode } = await start(dataDir, /setup#.*\n/);
  const { phone, partner } = await setUp(url, setupCode);
  const said = new Set<string>();
  const sent: unknown[][] = [];
  const pushing = async () => {
    for (;;) {
      const entries = Array.from({ length: 20 }, () => entryOf(phone, [personWrite(partner, uuidv7())]));
      sent.push(entries);
      const { results } = await post(`${url}/api/sync/1`, round(entries), phone.fullToken);
      for (const { id, result } of results) if (result === 'ok') said.add(id);
    }
  };
  const pushers = [pushing(), pushing(), pushing()].map((each) => each.catch(() => 'cut off'));
  while (said.size < 200) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await Promise.all(pushers);
  const again = await start(dataDir, /Bandstand is at .*\n/);
  const results: { id: string; result: string }[] = [];
  for (const entries of sent) {
    const answer = await post(`${again.url}/api/sync/1`, round(entries), phone.fullToken);
    results.push(...answer.results);
  }
  const dups = new Set(results.filter(({ result }) => result === 'dup').map(({ id }) => id));
  expect([...said].filter((id) => !dups.has(id))).toEqual([]);
  expect(results.every(({ result }) => result === 'ok' || result === 'dup')).toBe(true);
  expect(checkAudit(dataDir).whole).toBe(true);
  again.child.kill('SIGTERM');
  expect((await once(again.child, 'exit'))[0]).toBe(0);
  expect(again.out()).not.toMatch(/setup#|Ann|bf_|bs_/);
  rmSync(dataDir, { recursive: true, force: true });
});

/** What a backup with `cp` of a stopped server would take. */
function filesOf(dataDir: string) {
  const names = readdirSync(dataDir).sort();
  const database = new SqliteDatabase(join(dataDir, 'bandstand.sqlite'), { readonly: true });
  const rows = database.prepare<[], { n: number }>('select count(*) as n from "row"').get()?.n ?? 0;
  database.close();
  return { names, rows };
}

const folderOfOne = ['bandstand.sqlite', 'evidence.keys', 'generation', 'server.key'];

test('a server that was stopped leaves all in one file, after a demo too', async () => {
  const dataDir = newFolder();
  const { child, url } = await start(dataDir, /Audit head .*\n/, startScript, ['--demo']);
  expect((await fetch(`${url}/api/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
  const { names, rows } = filesOf(dataDir);
  expect(names).toEqual(folderOfOne);
  expect(rows).toBeGreaterThan(1000);
  // Nor is it left behind by a start that nobody asked anything of.
  const again = await start(dataDir, /Audit head .*\n/);
  again.child.kill('SIGTERM');
  expect((await once(again.child, 'exit'))[0]).toBe(0);
  expect(filesOf(dataDir)).toEqual({ names, rows });
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('stopped in the middle of requests: what was sent is answered, what stands still is cut, contacts are kept', async () => {
  const dataDir = newFolder();
  const { child, url, setupCode, out } = await start(dataDir, /Audit head .*\n/);
  const { phone, partner } = await setUp(url, setupCode);
  // A body that stands still, as of a phone that lost its signal.
  const { port } = new URL(url);
  const half = connect(Number(port), '127.0.0.1');
  half.on('error', () => {});
  half.write(
    `POST /api/sync/1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${phone.fullToken}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"proto`,
  );
  await post(`${url}/api/sync/1`, round([]), phone.fullToken); // nothing new: its time is in memory only
  const pushes = Array.from({ length: 30 }, () =>
    post(`${url}/api/sync/1`, round([entryOf(phone, [personWrite(partner, uuidv7())])]), phone.fullToken),
  );
  // Once one is answered all have been sent: they were written in one go, before any was read.
  await Promise.race(pushes);
  const started = performance.now();
  child.kill('SIGTERM');
  const answers = await Promise.allSettled(pushes);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
  expect((await once(child, 'exit'))[0]).toBe(0);
  expect(performance.now() - started).toBeLessThan(60_000);
  expect(out()).not.toMatch(/ 500 /);
  expect(readdirSync(dataDir).sort()).toEqual(folderOfOne);
  half.destroy();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a server that is asked without a pause while a body stands still ends within the ten seconds a container is given', async () => {
  const dataDir = newFolder();
  const { child, url, setupCode } = await start(dataDir, /Audit head .*\n/);
  const { phone } = await setUp(url, setupCode);
  const half = connect(Number(new URL(url).port), '127.0.0.1');
  half.on('error', () => {});
  half.write(
    `POST /api/sync/1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${phone.fullToken}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"proto`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const started = performance.now();
  child.kill('SIGTERM');
  const ended = once(child, 'exit');
  const asking = setInterval(() => void fetch(`${url}/api/health`).catch(() => {}), 50);
  expect((await ended)[0]).toBe(0);
  clearInterval(asking);
  expect(performance.now() - started).toBeLessThan(9000);
  half.destroy();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

test('a phone that breaks off in a body is no fault of the server', async () => {
  const dataDir = newFolder();
  const { child, url, setupCode, out } = await start(dataDir, /Audit head .*\n/);
  const { phone } = await setUp(url, setupCode);
  const half = connect(Number(new URL(url).port), '127.0.0.1');
  half.write(
    `POST /api/sync/1 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${phone.fullToken}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"proto`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  half.destroy();
  while (!/sync\/1 (499|500)/.test(out())) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(out()).not.toMatch(/ 500 /);
  child.kill('SIGTERM');
  expect((await once(child, 'exit'))[0]).toBe(0);
  rmSync(dataDir, { recursive: true, force: true });
});

test('without the key phones have sealed to, or a folder to write in, the server says so and does not start', async () => {
  const dataDir = newFolder();
  const key = join(dataDir, 'server.key');
  const first = await start(dataDir, /Audit head .*\n/);
  await setUp(first.url, first.setupCode);
  first.child.kill('SIGTERM');
  await once(first.child, 'exit');
  const right = readFileSync(key, 'utf8');
  const tries: [string | null, RegExp][] = [
    [null, /server\.key is missing/],
    [`${randomBytes(32).toString('base64')}\n`, /not the one this database knows/],
    ['', /is not a key/],
  ];
  for (const [content, words] of tries) {
    rmSync(key);
    if (content !== null) writeFileSync(key, content);
    const ended = spawnSync(process.execPath, [main], {
      env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
      encoding: 'utf8',
    });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(words);
    expect(ended.stderr).not.toMatch(/ at /);
    writeFileSync(key, right);
  }
  const nowhere = spawnSync(process.execPath, [main], {
    env: { ...process.env, PORT: '0', DATA_DIR: join(key, 'folder') },
    encoding: 'utf8',
  });
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringMatching(/^The server cannot write in .*\n$/)]);
  // An old key stays on the first line and a new one goes on the last: both are known from then on.
  writeFileSync(key, `${right}${randomBytes(32).toString('base64')}\n`);
  const rotated = await start(dataDir, /Audit head .*\n/);
  rotated.child.kill('SIGTERM');
  expect((await once(rotated.child, 'exit'))[0]).toBe(0);
  writeFileSync(key, right);
  const ended = spawnSync(process.execPath, [main], { env: { ...process.env, PORT: '0', DATA_DIR: dataDir } });
  expect(ended.status).toBe(1);
  rmSync(dataDir, { recursive: true, force: true });
});

test('a folder that others may read, and what it held, is closed to them', async () => {
  const dataDir = newFolder();
  chmodSync(dataDir, 0o755);
  const before = new SqliteDatabase(join(dataDir, 'bandstand.sqlite'));
  before.pragma('journal_mode = WAL');
  before.close();
  chmodSync(join(dataDir, 'bandstand.sqlite'), 0o644);
  const store = await openStore(dataDir);
  await store.write((db) => db.deleteFrom('code').execute());
  for (const name of readdirSync(dataDir)) expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0);
  await store.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test('while another process holds the lock, reading goes on; a write waits for it, or says that it is busy', async () => {
  const world = await newWorld();
  const other = new SqliteDatabase(join(world.dataDir, 'bandstand.sqlite'));
  const read = async () => {
    const started = performance.now();
    await world.say('GET', '/api/health');
    return performance.now() - started;
  };
  other.exec('begin immediate');
  const waiting = push(world, world.ann, [entryOf(world.ann, [personWrite(world.a, uuidv7())])]);
  const reads: number[] = [];
  for (let at = 0; at < 10; at += 1) {
    reads.push(await read());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(Math.max(...reads)).toBeLessThan(500);
  other.exec('commit');
  expect(await waiting).toMatchObject([{ result: 'ok' }]);
  other.exec('begin immediate');
  const entries = [entryOf(world.ann, [personWrite(world.a, uuidv7())])];
  const busy = await world.say('POST', '/api/sync/1', round(entries), { token: world.ann.fullToken });
  expect(busy.status).toBe(503);
  expect(busy.headers.get('Retry-After')).toBe('1');
  other.exec('commit');
  other.close();
  await world.close();
});

test('a disk that takes no writes: they say so, reading goes on, and health is false', async () => {
  const world = await newWorld();
  const limit = (pages: string) =>
    world.server.store.write((db) => sql.raw(`pragma max_page_count = ${pages}`).execute(db));
  const health = async () => {
    const { status, body } = await world.say('GET', '/api/health');
    return [status, body.ok];
  };
  const pushed = () => {
    const people = Array.from({ length: 50 }, () => personWrite(world.a, uuidv7(), { knownAs: 'K'.repeat(60) }));
    return world.say('POST', '/api/sync/1', round([entryOf(world.ann, people)]), { token: world.ann.fullToken });
  };
  expect(await health()).toEqual([200, true]);
  await limit('1'); // no more than there are
  let full = await pushed();
  for (let at = 0; at < 20 && full.status === 200; at += 1) full = await pushed();
  expect(full.status).toBe(507);
  expect(full.body.type).toBe('urn:bandstand:no-room');
  expect(full.headers.get('Retry-After')).toBe('60');
  // Pulling goes on, also where the phone says something new of itself.
  const { seq } = await world.server.ledger.read((tx) => tx.head());
  const scopes = Object.fromEntries(
    ['programme', ...[world.a, world.b].flatMap((each) => [partnerScope(each), `${partnerScope(each)}/team`])].map(
      (scope) => [scope, seq],
    ),
  );
  const pull = (unsent: number) => {
    const phone = { version: '1', unsent, oldestUnsentAt: null };
    return world.say('POST', '/api/sync/1', { ...round([]), scopes, phone }, { token: world.ann.fullToken });
  };
  expect((await pull(1)).status).toBe(200);
  await limit('1000000');
  expect((await pushed()).status).toBe(200);
  await world.server.store.write((db) => sql.raw('pragma query_only = 1').execute(db));
  expect((await pushed()).status).toBe(503);
  expect(await health()).toEqual([503, false]);
  expect((await pull(2)).status).toBe(200);
  await world.close();
});

test('the built app: pages get the shell, assets never do, nothing outside is served', async () => {
  const folder = newFolder();
  const dist = join(folder, 'dist');
  mkdirSync(dist);
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Bandstand</title>');
  writeFileSync(join(dist, 'sw.js'), '// worker');
  writeFileSync(join(dist, 'assets', 'app-1a2b.js'), `export const a = '${'x'.repeat(5000)}';`);
  writeFileSync(join(dist, '..', 'beside.txt'), 'secret');
  const world = await newWorld({ dist });
  const html = { Accept: 'text/html,*/*' };
  const get = (path: string, headers: Record<string, string> = {}) => world.say('GET', path, undefined, { headers });
  for (const path of ['/', '/people/123', '/setup']) {
    const page = await get(path, html);
    expect(page.text).toContain('<title>Bandstand');
    expect(page.headers.get('Cache-Control')).toBe('no-cache');
  }
  expect((await get('/sw.js')).headers.get('Cache-Control')).toBe('no-cache');
  const asset = await get('/assets/app-1a2b.js');
  expect(asset.headers.get('Cache-Control')).toContain('immutable');
  expect(asset.headers.get('Content-Type')).toContain('javascript');
  expect(asset.headers.get('X-Content-Type-Options')).toBe('nosniff');
  const packed = await get('/assets/app-1a2b.js', { 'Accept-Encoding': 'gzip' });
  expect(packed.headers.get('Content-Encoding')).toBe('gzip');
  const known = await get('/assets/app-1a2b.js', { 'If-None-Match': asset.headers.get('ETag') ?? '' });
  expect(known.status).toBe(304);
  for (const path of [
    '/assets/gone.js',
    '/assets/',
    '/data.json',
    '/..%2fbeside.txt',
    '/assets/..%2f..%2fbeside.txt',
    '/%00',
  ]) {
    const missing = await get(path, path.startsWith('/assets') ? html : {});
    expect(missing.status, path).toBe(404);
    expect(missing.text, path).not.toMatch(/<title|secret/);
  }
  // What is kept for a year is an asset, however its address is written.
  for (const path of ['/assets/..%2findex.html', '/assets/%2e%2e%2fsw.js', '/x/..%2fassets/app-1a2b.js']) {
    expect((await get(path)).status, path).toBe(404);
  }
  expect((await get('/x/..%2findex.html')).headers.get('Cache-Control')).toBe('no-cache');
  const api = await get('/api/parsnips', html);
  expect(api.status).toBe(404);
  expect(api.headers.get('Content-Type')).toBe('application/problem+json');
  expect((await world.say('DELETE', '/api/health')).status).toBe(405);
  expect((await world.say('POST', '/people')).status).toBe(405);
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
