import { type Kysely, sql } from 'kysely';

/**
 * Answers, apart from records: no author, no phone, no time, no number, and no rowid that would tell in which order they came. Beside
 * them boxes that nothing could be made of, without who sent them.
 */
export const answers = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table answer (programme text not null, id text not null, type text not null, scope text not null,
        key text not null, body text not null, primary key (programme, id)) without rowid`,
      'create index answer_scope on answer (programme, type, scope)',
      'create index answer_key on answer (key)',
      `create table answer_unread (programme text not null, t text not null, v integer not null, key_id text not null,
        box blob not null, primary key (programme, t)) without rowid`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
