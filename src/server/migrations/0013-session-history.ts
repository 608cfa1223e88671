import { type Kysely, sql } from 'kysely';

/** Who changed a session, and when by their phone's clock: of entries that write one, and of no other. */
export const sessionHistory = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = ['alter table applied add column author text', 'alter table applied add column at text'];
