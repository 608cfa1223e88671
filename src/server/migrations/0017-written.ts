import { type Kysely, sql } from 'kysely';

/**
 * What coordinators write for the papers of a period, and which lines of debriefs they chose for them. `of` says whose period it is;
 * `sure` is what in the text somebody looked at and found to tell of nobody.
 */
export const written = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statement = `create table written (programme text not null, of text not null, from_day text not null, to_day text not null, kind text not null,
      source text not null, text text not null, author text not null, at integer not null, sure text not null,
      primary key (programme, of, from_day, to_day, kind, source)) without rowid`;
    await sql.raw(statement).execute(db);
  },
};
