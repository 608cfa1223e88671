import { type Kysely, sql } from 'kysely';

/** When an export token runs out, and what it was narrowed to; and the log by whoever asked, so that a token says what it fetched. */
export const exportTokens = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

// Those there are go on as they were: without an end, for all that their maker may read.
const statements = [
  'alter table export_token add column expires_at integer',
  'alter table export_token add column reports text',
  'alter table export_token add column partners text',
  "create index audit_device on audit (json_extract(detail, '$.device'))",
];
