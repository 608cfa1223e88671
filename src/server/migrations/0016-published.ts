import { type Kysely, sql } from 'kysely';

/**
 * What was given away without names, figure by figure, as it was shown: what is given later may not tell more together with it than
 * each by itself. No number that was hidden is in it.
 */
export const published = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table published (programme text not null, name text not null, measure text not null, from_day text not null, to_day text not null,
        dimensions text not null, shown text not null, rounded integer not null, given_at integer not null, primary key (programme, name)) without rowid`,
      'create index published_days on published (programme, to_day)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
