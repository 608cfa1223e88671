import { type Kysely, sql } from 'kysely';

/**
 * Whom an export named, by the number of its line in the log: when somebody withdraws or is erased, what was handed out before
 * can be found and asked back. Random ids only.
 */
export const namedExports = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table named_export (programme text not null, line integer not null references audit (n), person text not null,
        primary key (programme, line, person)) without rowid`,
      'create index named_export_person on named_export (programme, person)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
