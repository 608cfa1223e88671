import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { addDays, toInstant } from '#domain/time.ts';
import { programmeOn, setUp } from '#e2e/programme.ts';
import { openServer, type Server } from '#e2e/server.ts';
import { median, ms, quantile } from './figures.ts';
import { fill, openFiller } from './fill.ts';

/** `npm run bench:reports -- 50000`: how long a phone waits for its poll while a named attendance workbook is made. */

const rows = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), 'bandstand-reports-'));
const server = await openServer(join(folder, 'data'));

/** One quiet round of a phone that has read everything. */
async function poll({ direct }: Server, token: string, scopes: Record<string, number>, epoch: string): Promise<number> {
  const phone = { version: 'bench', unsent: 0, oldestUnsentAt: null };
  const started = performance.now();
  const response = await fetch(`${direct}/api/sync/1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ protocol: 1, epoch, entries: [], scopes, phone }),
  });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`poll: ${response.status}`);
  return performance.now() - started;
}

async function pollsUntil(over: () => boolean, once: () => Promise<number>): Promise<number[]> {
  const took: number[] = [];
  while (!over()) {
    took.push(await once());
    await wait(20);
  }
  return took;
}

try {
  const programme = programmeOn(server, await setUp(server));
  const author = await openFiller(server, programme);
  const partner = programme.partner;
  console.error(`filling ${rows} rows`);
  await fill(server, author, { partner, site: 'bench-site-1', people: Math.floor(rows / 3), records: rows });
  const first = await fetch(`${server.direct}/api/sync/1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${author.token}` },
    body: JSON.stringify({
      protocol: 1,
      epoch: '',
      entries: [],
      scopes: {},
      phone: { version: 'bench', unsent: 0, oldestUnsentAt: null },
    }),
  });
  const { epoch, added } = (await first.json()) as { epoch: string; added: string[] };
  const scopes = Object.fromEntries(added.map((scope) => [scope, 1_000_000_000]));
  const once = () => poll(server, author.token, scopes, epoch);
  const quietEnds = performance.now() + 3000;
  const quiet = await pollsUntil(() => performance.now() > quietEnds, once);
  const today = toInstant(Date.now()).slice(0, 10);
  const from = addDays(today, -1000);
  for (const path of [
    `/api/overview?from=${from}&to=${today}`,
    `/api/exports/attendance.xlsx?from=${from}&to=${today}&names=yes&reason=bench`,
  ]) {
    let over = false;
    const started = performance.now();
    const report = fetch(`${server.direct}${path}`, { headers: { authorization: `Bearer ${author.token}` } })
      .then(async (response) => {
        if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
        return (await response.arrayBuffer()).byteLength;
      })
      .finally(() => {
        over = true;
      });
    const during = await pollsUntil(() => over, once);
    const bytes = await report;
    console.log(
      [
        `${path.split('?')[0]}, ${rows} rows: ${ms(performance.now() - started)}, ${Math.round(bytes / 1024)} KB`,
        `  a phone's poll: quiet p50 ${ms(median(quiet))}, p99 ${ms(quantile(quiet, 0.99))}; meanwhile p50 ${ms(median(during))}, worst ${ms(Math.max(...during))}`,
        `  worst to quiet median ${(Math.max(...during) / median(quiet)).toFixed(1)}×; load ${loadavg()[0]?.toFixed(1)}`,
      ].join('\n'),
    );
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
