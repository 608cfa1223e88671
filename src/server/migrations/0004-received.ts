import { type Kysely, sql } from 'kysely';

/** When each record first came in: no clock of a phone keeps a permission alive past that. Older rows are taken as of their phone's. */
export const received = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of ['alter table "row" add column received text', 'update "row" set received = at'])
      await sql.raw(statement).execute(db);
  },
};
