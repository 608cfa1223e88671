import { createServer } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3';

/**
 * The floor of a push: one request unpacked and parsed, one SQLite transaction at synchronous=FULL, and as many rows as the
 * app's server writes for it (the record, that its entry was applied, and the value it overwrote). Nothing is checked or merged.
 */

const [, , folder = '.'] = process.argv;
const database = new SqliteDatabase(join(folder, 'raw.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
for (const table of ['record', 'applied', 'history']) {
  database.exec(`create table ${table} (id text primary key, body text not null)`);
}
const puts = ['record', 'applied', 'history'].map((table) =>
  database.prepare(`insert or replace into ${table} values (?, ?)`),
);
const write = database.transaction((entries: readonly { id: string; writes: readonly { id: string }[] }[]) => {
  for (const entry of entries) {
    const body = JSON.stringify(entry.writes);
    for (const put of puts) put.run(entry.id, body);
  }
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    if (request.method === 'POST') write(JSON.parse(gunzipSync(Buffer.concat(chunks)).toString()));
    response.setHeader('content-type', request.method === 'POST' ? 'application/json' : 'text/html');
    response.end(request.method === 'POST' ? '{}' : '<!doctype html><title>Raw</title>');
  });
});
server.listen(0, 'localhost', () => {
  const address = server.address();
  console.log(`at ${typeof address === 'object' && address ? address.port : 0}`);
});
