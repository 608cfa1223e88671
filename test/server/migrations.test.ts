import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import { first } from '#server/migrations/0001-first.ts';
import { inbox } from '#server/migrations/0002-inbox.ts';
import type { Tables } from '#server/tables.ts';

/** A database of an older server, brought up to date. */

test('the inbox keeps what it had, takes an id from two senders, and hides what a partner should never have been shown', async () => {
  const dialect = new SqliteDialect({ database: new SqliteDatabase(':memory:') });
  const db = new Kysely<Tables>({ dialect });
  const old = db as unknown as Kysely<unknown>; // a step knows no later tables
  await first.up(old);
  const kept = (id: string, partner: string | null, body: string) => ({
    ...{
      programme: 'p',
      id,
      code: 'no_right' as const,
      why: 'not allowed',
      seq: 7,
      author: 'member-one',
      device: 'phone-one',
    },
    ...{ partner, body, closed: 0, received_at: 5 },
  });
  const entry = (...scopes: string[]) => JSON.stringify({ writes: scopes.map((scope) => ({ scope, body: {} })) });
  const before = [
    kept('entry-of-a', 'a', entry('partner/a', 'partner/a/team', 'programme')),
    kept('leaked-to-b', 'b', entry('partner/a')),
    kept('named-both', 'a', entry('partner/a', 'partner/b')),
    kept('no-entry', 'a', '{"cut sho'),
    kept('the-programmes', null, entry('partner/a')),
  ];
  await db.insertInto('inbox').values(before).execute();
  await inbox.up(old);
  const after = await db.selectFrom('inbox').selectAll().orderBy('id').execute();
  expect(Object.fromEntries(after.map(({ id, partner }) => [id, partner]))).toEqual({
    'entry-of-a': 'a',
    'leaked-to-b': null,
    'named-both': null,
    'no-entry': null,
    'the-programmes': null,
  });
  for (const { partner: _, ...rest } of before) expect(after).toContainEqual(expect.objectContaining(rest));
  await db
    .insertInto('inbox')
    .values({ ...before[0]!, author: 'member-two' })
    .execute();
  await expect(db.insertInto('inbox').values(before[0]!).execute()).rejects.toThrow('UNIQUE');
  await db.destroy();
});
