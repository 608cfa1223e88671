import { type Kysely, sql } from 'kysely';

/** Sounds that wordings are read aloud with, by the hash of their bytes. They are no records and never in sync. */
export const files = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql
      .raw(
        `create table file (programme text not null, sha256 text not null, bytes blob not null, author text not null,
          received_at integer not null, primary key (programme, sha256))`,
      )
      .execute(db);
  },
};
