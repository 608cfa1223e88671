import { createHash } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AuditHead, auditStart, textOfLine } from '#server/audit.ts';
import { checkAudit, headFrom } from '#server/audit-check.ts';
import type { AuditRow } from '#server/tables.ts';
import { newWorld, openIn, staff, type World } from './world.ts';

/** The log of readings against somebody who can write to the database: what its chain shows, and what takes a head kept outside. */

let world: World;
let database: SqliteDatabase.Database;
beforeEach(async () => {
  world = await newWorld();
  await staff(world);
  const token = world.ann.fullToken;
  await world.say('GET', '/api/exports/sessions.csv?from=2026-11-01&to=2026-11-30', undefined, { token });
  database = new SqliteDatabase(join(world.dataDir, 'bandstand.sqlite'));
  for (const name of ['audit_never_changes', 'audit_never_leaves']) database.exec(`drop trigger if exists ${name}`);
});
afterEach(async () => {
  database.close();
  await world.close();
});

const lines = () => database.prepare<[], AuditRow>('select * from audit order by n').all();
const check = (expected?: AuditHead) => checkAudit(world.dataDir, expected);
const broken = { whole: false, brokenAt: expect.any(Number), why: expect.any(String) };

/** Makes lines from `n` on anew as somebody without the server's key can: with plain hashes. */
function rewrite(from: number, keyed: 0 | 1): void {
  let before = from === 1 ? auditStart : (lines()[from - 2]?.hash ?? '');
  for (const line of lines().slice(from - 1)) {
    const made = { ...line, actor: 'eve' };
    before = createHash('sha256').update(textOfLine(before, made)).digest('hex');
    database
      .prepare('update audit set actor = ?, hash = ?, keyed = ? where n = ?')
      .run(made.actor, before, keyed, line.n);
  }
}

test('a line changed, dropped or added breaks the chain, and so does an end made anew without the key', () => {
  const whole = check();
  expect(whole).toMatchObject({ whole: true, unkeyed: 0, head: { n: lines().length, hash: lines().at(-1)?.hash } });
  const all = lines();
  const tries: Record<string, () => void> = {
    changed: () => database.exec(`update audit set actor = 'eve' where n = 3`),
    moved: () => database.exec('update audit set n = 1000 where n = 3'),
    dropped: () => database.exec('delete from audit where n = 3'),
    added: () => database.exec(`insert into audit values (999, 0, 'eve', 'read', '{}', 'x', 1)`),
    'tail made anew': () => rewrite(4, 1),
    'tail made anew, said to be older': () => rewrite(4, 0),
    'all made anew, said to be older': () => rewrite(1, 0),
  };
  for (const [how, tamper] of Object.entries(tries)) {
    tamper();
    expect(check(), how).toEqual(broken);
    database.exec('delete from audit');
    const put = database.prepare('insert into audit values (?, ?, ?, ?, ?, ?, ?)');
    for (const { n, at, actor, action, detail, hash, keyed } of all) put.run(n, at, actor, action, detail, hash, keyed);
    expect(check(), how).toEqual(whole);
  }
});

test('an end cut off shows against a head written down before, and only so', async () => {
  const head = await world.server.auditHead();
  expect(headFrom(`${head.n}:${head.hash}`)).toEqual(head);
  expect(check(head)).toMatchObject({ whole: true });
  // The log goes on; an older head still holds.
  await world.say('GET', '/api/inbox', undefined, { token: world.ann.fullToken });
  const { code } = await world.server.issueCode(world.ann.member);
  await world.say('POST', '/api/enrol', { code, label: '' });
  expect(check(head)).toMatchObject({ whole: true });
  database.exec(`delete from audit where n > ${head.n - 2}`);
  expect(check()).toMatchObject({ whole: true });
  expect(check(head)).toEqual(broken);
  database.exec('delete from audit');
  expect(check()).toMatchObject({ whole: true });
  expect(check(head)).toEqual(broken);
});

test('a check of a server that is stopped leaves nothing behind', async () => {
  database.close();
  await world.server.close();
  const before = readdirSync(world.dataDir);
  expect(check()).toMatchObject({ whole: true });
  expect(readdirSync(world.dataDir)).toEqual(before);
  expect(before.sort()).toEqual(['bandstand.sqlite', 'evidence.keys', 'generation', 'server.key']);
});

test('lines of an older server stand unkeyed before the first keyed one, and the count says how many', async () => {
  rewrite(1, 0);
  await world.server.close();
  const again = await openIn(world.dataDir);
  const { n } = await again.auditHead();
  await again.close();
  expect(check()).toMatchObject({ whole: true, unkeyed: n - 1, head: { n } });
  // Another key than the one the lines were made with.
  writeFileSync(join(world.dataDir, 'server.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`);
  expect(check()).toEqual(broken);
});
