import { type Kysely, sql } from 'kysely';

/**
 * A link by which people answer a form on their own phones while a session lasts, and what they answered until it is over. An answer lies
 * there under its random id with the link alone: not with whoever gave it, nor when.
 */
export const voiceLinks = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `create table voice_link (programme text not null, id text not null, token_hash text not null, partner text not null,
    session text not null, site text not null, day text not null, respondent text not null, forms text not null,
    minted_by text not null, minted_at integer not null, closes_at integer not null, released integer not null default 0,
    primary key (programme, id))`,
  'create unique index voice_link_token on voice_link (token_hash)',
  `create table voice_held (programme text not null, id text not null, link text not null, body text not null,
    primary key (programme, id)) without rowid`,
  // That somebody has answered, by a hash of what their page made up: not what, and not when.
  `create table voice_visit (programme text not null, link text not null, visit text not null, form text not null,
    primary key (programme, link, visit)) without rowid`,
];
