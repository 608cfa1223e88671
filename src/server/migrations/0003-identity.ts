import { type Kysely, sql } from 'kysely';

/** Whose a phone, a key, a desk and a line of the log are, and until when. */
export const identity = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...columns, ...leavers]) await sql.raw(statement).execute(db);
  },
};

const columns = [
  // The hash of the one recovery box that is opened for this phone; null until the phone has said it.
  'alter table phone add column recovery_hash text',
  'alter table phone add column revoked_at integer',
  // 0 ends the desks that were signed in for twelve hours whatever happened.
  'alter table desk add column seen_at integer not null default 0',
  'alter table audit add column keyed integer not null default 0',
  'create table server_key (id text primary key, public_key text not null, first_seen integer not null)',
];

const gone = `(select id from "row" where type = 'member' and json_extract(body, '$.status') = 'closed')`;
const nowMs = `cast(unixepoch('subsec') * 1000 as integer)`;

/** Who left before this has left for good, too. */
const leavers = [
  `update phone set revoked_at = ${nowMs} where member in ${gone}`,
  `update export_token set revoked_at = ${nowMs} where revoked_at is null and created_by in ${gone}`,
  `delete from member_auth where member in ${gone}`,
];
