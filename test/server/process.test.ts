import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { uuidv7 } from 'uuidv7';
import { afterEach, expect, test } from 'vitest';
import { checkAudit } from '#server/audit-check.ts';
import { entryOf, newFolder, newWorld, type Phone, passphrase, personWrite } from './world.ts';

const main = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the real server on a free port and waits until it says where it is. */
async function start(
  dataDir: string,
  lastLine: RegExp,
): Promise<{ child: ChildProcess; url: string; setupCode: string | undefined; out: () => string }> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir },
  });
  running.add(child);
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.pipe(process.stderr);
  while (!lastLine.test(out)) await new Promise((resolve) => setTimeout(resolve, 20));
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
  const api = await get('/api/people', html);
  expect(api.status).toBe(404);
  expect(api.headers.get('Content-Type')).toBe('application/problem+json');
  expect((await world.say('DELETE', '/api/health')).status).toBe(405);
  expect((await world.say('POST', '/people')).status).toBe(405);
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});
