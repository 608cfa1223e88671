import { type Kysely, sql } from 'kysely';

/**
 * The inbox keeps entries by id and sender: whoever sends an entry first no longer owns its id. And what was kept for a partner
 * that it does not name is from now on the programme's to look at.
 */
export const inbox = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
    // What is closed is shown to nobody.
    const { rows } =
      await sql<Kept>`select id, author, partner, body from inbox where partner is not null and closed = 0`.execute(db);
    for (const { id, author, partner, body } of rows) {
      if (namesOnly(partner, body)) continue;
      await sql`update inbox set partner = null where id = ${id} and author = ${author}`.execute(db);
    }
  },
};

type Kept = { id: string; author: string; partner: string; body: string };

/** Read by its letters: what was kept may be no entry, or cut short. */
function namesOnly(partner: string, body: string): boolean {
  const named = new Set([...body.matchAll(/"scope":"partner\/([a-z0-9_-]+)[/"]/gi)].map(([, id]) => id));
  return named.size === 1 && named.has(partner);
}

const statements = [
  'drop index inbox_open',
  'drop index inbox_device',
  'alter table inbox rename to inbox_before',
  `create table inbox (
    programme text not null, id text not null, code text not null, why text not null, seq integer not null,
    author text not null, device text not null, partner text, body text not null, closed integer not null,
    received_at integer not null, primary key (programme, id, author))`,
  `insert into inbox select programme, id, code, why, seq, author, device, partner, body, closed, received_at
    from inbox_before`,
  'drop table inbox_before',
  'create index inbox_open on inbox (programme, closed, partner)',
  'create index inbox_device on inbox (device, received_at)',
];
