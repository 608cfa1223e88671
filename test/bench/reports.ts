import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { addDays, toInstant } from '#domain/time.ts';
import { programmeOn, setUp } from '#e2e/programme.ts';
import { openServer, type Server } from '#e2e/server.ts';
import { median, ms, quantile } from './figures.ts';
import { fill, openFiller } from './fill.ts';

/**
 * `npm run bench:reports -- 50000`: how long a phone waits for its poll while a named attendance workbook is made; and of a CSV that is
 * handed out while it is read when its first byte comes, how much memory the server takes meanwhile, and how long it takes beside one
 * count of the same table in SQL; and how long figures of different people take beside the same count written by hand.
 */

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

/** Megabytes the server’s process holds. */
const memoryNow = (): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid())], { encoding: 'utf8' })) / 1024;

/** Every mark once, counted by day: what nobody could do faster on this table. */
const byDay = `select json_extract(body, '$.day'), count(*) from "row" where type = 'mark' group by 1`;
/** Different people by age and gender, as somebody would write it by hand. */
const byAgeAndGender = `
  select json_extract(p.body, '$.ageBand'), json_extract(p.body, '$.gender'), count(distinct json_extract(m.body, '$.person'))
  from "row" m join "row" p on p.type = 'person' and p.id = json_extract(m.body, '$.person')
  where m.type = 'mark' and json_extract(m.body, '$.state') = 'here' group by 1, 2`;

function inSqlTook(query: string): number {
  const database = new SqliteDatabase(join(folder, 'data', 'bandstand.sqlite'), { readonly: true });
  const started = performance.now();
  database.prepare(query).all();
  const took = performance.now() - started;
  database.close();
  return took;
}

/** Does something while a phone polls and the server's memory is looked at. */
async function meanwhile(work: () => Promise<void>, once: () => Promise<number>) {
  const before = memoryNow();
  let [peak, over] = [before, false];
  const looking = setInterval(() => {
    peak = Math.max(peak, memoryNow());
  }, 250);
  const polls = pollsUntil(() => over, once);
  const started = performance.now();
  await work();
  const took = performance.now() - started;
  over = true;
  clearInterval(looking);
  return { took, before, peak, during: await polls };
}

async function folded(address: string, token: string, once: () => Promise<number>): Promise<void> {
  const { took, before, peak, during } = await meanwhile(async () => {
    const response = await fetch(address, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    await response.arrayBuffer();
  }, once);
  const inSql = inSqlTook(byAgeAndGender);
  console.log(
    [
      `/api/reports/figures, different people by age and gender: ${ms(took)}`,
      `  memory of the server: ${Math.round(before)} MB before, at most ${Math.round(peak)} MB meanwhile`,
      `  a phone's poll meanwhile: p50 ${ms(median(during))}, p99 ${ms(quantile(during, 0.99))}, worst ${ms(Math.max(...during))}`,
      `  the same in SQL by hand: ${ms(inSql)}, so ${(took / inSql).toFixed(1)}×; ${ms((took / rows) * 1_000_000)} for a million records`,
    ].join('\n'),
  );
}

async function streamed(address: string, token: string, once: () => Promise<number>): Promise<void> {
  let [lines, bytes, first] = [0, 0, 0];
  const started = performance.now();
  const { took, before, peak, during } = await meanwhile(async () => {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' },
    });
    for await (const chunk of response.body ?? []) {
      first ||= performance.now() - started;
      bytes += chunk.length;
      for (const byte of chunk) if (byte === 10) lines += 1;
    }
  }, once);
  const inSql = inSqlTook(byDay);
  console.log(
    [
      `/api/exports/attendance.csv, row by row: ${lines - 1} rows, ${Math.round(bytes / 1024 / 1024)} MB in ${ms(took)}; first byte after ${ms(first)}`,
      `  memory of the server: ${Math.round(before)} MB before, at most ${Math.round(peak)} MB meanwhile`,
      `  a phone's poll meanwhile: p50 ${ms(median(during))}, p99 ${ms(quantile(during, 0.99))}, worst ${ms(Math.max(...during))}`,
      `  one count in SQL: ${ms(inSql)}, so ${(took / inSql).toFixed(1)}×`,
    ].join('\n'),
  );
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
  await folded(
    `${server.direct}/api/reports/figures?from=${from}&to=${today}&measure=people&rows=age&columns=gender&profile=internal`,
    author.token,
    once,
  );
  await streamed(
    `${server.direct}/api/exports/attendance.csv?from=${from}&to=${today}&names=yes&reason=bench`,
    author.token,
    once,
  );
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
