import { execFileSync } from 'node:child_process';
import SqliteDatabase from 'better-sqlite3';
import { openServer } from '#e2e/server.ts';
import { hashOfSecret, newToken } from '#server/secrets.ts';
const server = await openServer('/tmp/h3/bench1m');
const token = newToken('be');
const db = new SqliteDatabase('/tmp/h3/bench1m/bandstand.sqlite');
const coordinator = db.prepare(`select id from row where type='member' and body like '%programmeCoordinator%'`).get() as { id: string };
db.prepare(`insert into export_token (id, hash, name, named, created_by, created_at) values (?, ?, 'bench', 1, ?, 0)`).run(token.slice(3, 20), hashOfSecret(token), coordinator.id);
const mem = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid())], { encoding: 'utf8' })) / 1024;
// Warms the thread up.
await (await fetch(`${server.direct}/api/exports/agencies.csv?period=this-month`, { headers: { authorization: `Bearer ${token}` } })).arrayBuffer();
for (const names of ['&names=yes&reason=bench', '']) {
  let [peak, lines, bytes, first] = [0, 0, 0, 0]; const before = mem(); const every: number[] = [];
  const look = setInterval(() => { const m = mem(); every.push(Math.round(m)); peak = Math.max(peak, m); }, 1000);
  const t = performance.now();
  const polls: number[] = []; let over = false;
  const polling = (async () => { while (!over) { const s = performance.now(); await (await fetch(`${server.direct}/api/health`)).arrayBuffer(); polls.push(performance.now() - s); await new Promise((r) => setTimeout(r, 20)); } })();
  const r = await fetch(`${server.direct}/api/exports/attendance.csv?from=2024-06-01&to=2026-12-01${names}`, { headers: { authorization: `Bearer ${token}`, 'accept-encoding': 'identity' } });
  for await (const c of r.body!) { first ||= performance.now() - t; bytes += c.length; for (const b of c) if (b === 10) lines++; }
  const took = performance.now() - t; over = true; clearInterval(look); await polling; polls.sort((a, b) => a - b);
  console.log(r.status, names, lines - 1, 'rows', Math.round(bytes / 1e6), 'MB', Math.round(took), 'ms, first', Math.round(first), 'ms; memory', Math.round(before), '→', Math.round(peak), 'polls p50', polls[polls.length >> 1]!.toFixed(1), 'p99', polls[Math.floor(polls.length * 0.99)]!.toFixed(1));
  console.log(every.filter((_, i) => i % 5 === 0).join(' '));
}
let s = performance.now(); console.log(db.prepare(`select count(*) from (select json_extract(body, '$.day'), count(*) from row where type='mark' group by 1)`).get(), Math.round(performance.now() - s), 'ms in SQL');
await server.stop();
