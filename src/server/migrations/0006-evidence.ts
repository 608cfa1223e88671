import { type Kysely, sql } from 'kysely';

/**
 * The chain over what a consent rests on: numbers and hashes, never content, so that it holds when records are erased. One that
 * was begun by a restored copy names where the one before it stood. Beside it the public halves of the keys that sign for it, and
 * what the last nightly check found in each partner.
 */
export const evidence = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table chain (id text primary key, programme text not null, place integer not null, epoch text not null,
        began_at integer not null, after text, unique (programme, place))`,
      `create table link (chain text not null references chain (id), n integer not null, hash text not null, head text not null,
        primary key (chain, n), unique (chain, hash)) without rowid`,
      'create index link_by_hash on link (hash)',
      `create trigger link_never_changes before update on link begin select raise(abort, 'a link never changes'); end`,
      `create trigger link_never_leaves before delete on link begin select raise(abort, 'a link never leaves'); end`,
      'create table evidence_key (id text primary key, public_key text not null, first_seen integer not null)',
      `create table consent_check (programme text not null, partner text not null, at integer not null, found text not null,
        primary key (programme, partner))`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
