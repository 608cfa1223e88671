import { type Kysely, sql } from 'kysely';

/**
 * Answers to forms. `cell`: the group of five and more of which an answer is shown; empty while it waits for one. What somebody said to an
 * indicator goes when they are erased.
 */
export const voice = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const buried = `('person', 'details', 'standing', 'eligibility', 'look', 'consent', 'gillick', 'asked', 'enteredInError', 'settled',
  'limitsRead', 'followUp', 'signing', 'guardian', 'reason', 'assessment')`;

const statements = [
  "alter table answer add column cell text not null default ''",
  'drop trigger tombstone_says_nothing',
  `create trigger tombstone_says_nothing before update on "row"
    when new.deleted = 1 and old.deleted = 0 and (old.type not in ${buried} or new.body <> '{}' or new.stamps <> '{}'
      or new.hash is not null or new.day is not null or new.key <> '' or new.also_scope is not null
      or new.id is not old.id or new.type is not old.type or new.scope is not old.scope
      or new.programme is not old.programme or new.author <> 'server' or new.device <> 'server' or new.seq <= old.seq)
    begin select raise(abort, 'a tombstone says nothing'); end`,
];
