import { type Kysely, sql } from 'kysely';

/**
 * Links by which a parent answers at home, or takes back what they gave. Of a token only the hash is kept, of a telephone number
 * only when it was written: no name and no answer, so that nothing has to be emptied when somebody is erased.
 */
export const links = {
  async up(db: Kysely<unknown>): Promise<void> {
    const statements = [
      `create table consent_link (
        id text primary key, programme text not null, token_hash text not null unique, kind text not null, person text not null,
        giver text, sent_to text, purposes text not null, language text, partner text not null, minted_by text not null,
        minted_at integer not null, expires_at integer not null, shown_at integer, used_at integer, answer text,
        ended_at integer)`,
      'create index consent_link_person on consent_link (programme, person)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
