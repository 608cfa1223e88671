import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allReports } from '#domain/all-reports.ts';
import { csvLine } from '#domain/reports/csv.ts';
import { exportsNaming } from '#server/named-exports.ts';
import { newWorld, type World } from '#test/server/world.ts';
import { manyReport } from './many.ts';

/** A long file, as it goes over a real connection. */

let world: World;
let listening: ServerType;
let address = '';
beforeAll(async () => {
  const thread = join(import.meta.dirname, 'many-thread.ts');
  world = await newWorld({ reporting: { reports: [...allReports, manyReport], thread } });
  await new Promise<void>((done) => {
    listening = serve({ fetch: world.server.app.fetch, port: 0, hostname: '127.0.0.1' }, () => done());
  });
  // A server that listens on a port has such an address.
  address = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
});
afterAll(async () => {
  listening.close();
  await world.close();
});

const get = (query: string, more: RequestInit = {}, encoding = 'identity') =>
  fetch(`${address}/api/exports/many.csv?period=this-month&${query}`, {
    ...more,
    headers: { Authorization: `Bearer ${world.ann.fullToken}`, 'Accept-Encoding': encoding },
  });
const logged = async (after = 0) => {
  const rows = await world.server.store.reader.selectFrom('audit').selectAll().where('n', '>', after).execute();
  return rows.flatMap(({ n, action, detail }) =>
    action.startsWith('export') ? [{ n, action, ...JSON.parse(detail) }] : [],
  );
};
const lastLine = async () => (await logged()).at(-1)?.n ?? 0;
/** Waits for a line of the log: what a connection that breaks leaves behind comes a moment after it. */
async function over(after: number) {
  for (;;) {
    const line = (await logged(after)).find(({ action }) => action === 'export over');
    if (line) return line;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
const expected = (rows: number) =>
  `\uFEFFperson,said\r\n${Array.from({ length: rows }, (_, at) => csvLine([`person-${at % 50}`, `=${at} "quoted", and a comma`])).join('')}`;

test.each([
  'identity',
  'gzip',
])('a long file comes whole, row by row, and the log says how many (%s)', async (encoding) => {
  const before = await lastLine();
  const response = await get('rows=60000', {}, encoding);
  expect(response.headers.get('Content-Disposition')).toContain('bandstand-many-2026-11-01-2026-11-30.csv');
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.equals(Buffer.from(expected(60_000)))).toBe(true);
  const [began, ended, ...others] = await logged(before);
  expect(began).toMatchObject({ action: 'export many', as: 'csv', from: '2026-11-01' });
  expect(ended).toMatchObject({ action: 'export over', line: began.n, rows: 60_000, whole: true });
  expect(others).toEqual([]);
});

test('a short one is an answer like any other: one line in the log, with its rows', async () => {
  const before = await lastLine();
  const response = await get('rows=300');
  expect(response.headers.get('Content-Length')).not.toBeNull();
  expect(Buffer.from(await response.arrayBuffer()).toString()).toBe(expected(300));
  expect(await logged(before)).toEqual([expect.objectContaining({ action: 'export many', rows: 300 })]);
});

test('one that fails before its first piece is a problem in words, and one that fails later breaks the connection off', async () => {
  expect((await get('rows=60000&failAt=100')).status).toBe(500);
  const before = await lastLine();
  const response = await get('rows=600000&failAt=300000');
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect((await over(before)).whole).toBe(false);
  // The next one is whole again.
  expect((await (await get('rows=60000')).arrayBuffer()).byteLength).toBe(Buffer.byteLength(expected(60_000)));
});

test('whoever goes away in the middle is in the log with the rows they took, and was named no more people than these', async () => {
  const before = await lastLine();
  const gone = new AbortController();
  const response = await get('rows=2000000&names=yes&reason=a%20trip', { signal: gone.signal });
  const reader = response.body?.getReader();
  await reader?.read();
  gone.abort();
  const ended = await over(before);
  expect(ended).toMatchObject({ whole: false });
  expect(ended.rows).toBeGreaterThan(0);
  expect(ended.rows).toBeLessThan(2_000_000);
  const { store } = world.server;
  const [export_] = await exportsNaming(store.reader, store.programme, ['person-1', 'nobody']);
  expect(export_).toMatchObject({ action: 'export many', people: ['person-1'] });
});

test('while somebody takes nothing of a long file, others get theirs, and a fifth long one is told to come back', async () => {
  const gone = new AbortController();
  const waiting = await Promise.all(Array.from({ length: 4 }, () => get('rows=900000', { signal: gone.signal })));
  expect(waiting.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect((await get('rows=60000')).status).toBe(503);
  const other = await fetch(`${address}/api/exports/agencies.csv?period=this-month`, {
    headers: { Authorization: `Bearer ${world.ann.fullToken}` },
  });
  expect(other.status).toBe(200);
  gone.abort();
  for (;;) {
    if ((await get('rows=60000')).status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
});
