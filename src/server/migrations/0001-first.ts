import { type Kysely, sql } from 'kysely';

/** The first tables. A migration that has run anywhere is never edited; the next one changes what it made. */
export const first = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const records = [
  `create table head (
    programme text primary key, seq integer not null, epoch text not null, generation text not null)`,
  `create table "row" (
    programme text not null, id text not null, type text not null, day text, key text not null, scope text not null,
    also_scope text, seq integer not null, body text not null, stamps text not null, author text not null,
    device text not null, at text not null, hash text, deleted integer not null default 0,
    primary key (programme, id))`,
  'create index row_feed on "row" (programme, scope, seq)',
  'create index row_also_feed on "row" (programme, also_scope, seq) where also_scope is not null',
  'create index row_day on "row" (programme, type, day)',
  `create index row_key on "row" (programme, key) where key <> ''`,
  `create table applied (
    programme text not null, id text not null, seq integer not null, clock integer not null, primary key (programme, id))`,
  `create table inbox (
    programme text not null, id text not null, code text not null, why text not null, seq integer not null,
    author text not null, device text not null, partner text, body text not null, closed integer not null,
    received_at integer not null, primary key (programme, id))`,
  'create index inbox_open on inbox (programme, closed, partner)',
  'create index inbox_device on inbox (device, received_at)',
  `create table history (
    row_id text not null, seq integer not null, field text not null, value text not null, clock integer not null,
    entry text not null)`,
];

const people = [
  `create table member_auth (
    member text primary key, folded_name text not null unique, hash text not null, changed_at integer not null)`,
  `create table code (
    hash text primary key, purpose text not null, member text, created_at integer not null, expires_at integer,
    used_at integer)`,
  'create index code_member on code (member)',
  `create table phone (
    id text primary key, member text not null, label text not null, send_token_hash text not null unique,
    full_token_hash text not null unique, created_at integer not null, last_contact integer not null,
    version text not null, unsent integer not null, oldest_unsent_at text)`,
  `create table desk (
    id text primary key, cookie_hash text not null unique, member text not null, created_at integer not null,
    expires_at integer not null)`,
  'create index desk_member on desk (member)',
  `create table export_token (
    id text primary key, hash text not null unique, name text not null, named integer not null, created_by text not null,
    created_at integer not null, revoked_at integer)`,
  `create table audit (
    n integer primary key, at integer not null, actor text not null, action text not null, detail text not null,
    hash text not null unique)`,
];

/** What no code may do, whoever wrote it: change a fact, drop a row, rewrite the log. */
const triggers = [
  `create trigger fact_never_changes before update of body, hash, type, scope, author on "row"
    when old.hash is not null and new.deleted = 0 and (new.body is not old.body or new.hash is not old.hash
      or new.type is not old.type or new.scope is not old.scope or new.author is not old.author)
    begin select raise(abort, 'a fact never changes'); end`,
  `create trigger deleted_stays_deleted before update on "row" when old.deleted = 1 and new.deleted = 0
    begin select raise(abort, 'a deleted id is spent'); end`,
  `create trigger row_never_leaves before delete on "row" begin select raise(abort, 'rows are never dropped'); end`,
  `create trigger applied_never_leaves before delete on applied
    begin select raise(abort, 'what was applied stays known'); end`,
  `create trigger audit_never_changes before update on audit begin select raise(abort, 'the log is append-only'); end`,
  `create trigger audit_never_leaves before delete on audit begin select raise(abort, 'the log is append-only'); end`,
];

const statements = [...records, ...people, ...triggers];
