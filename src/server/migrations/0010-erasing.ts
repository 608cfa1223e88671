import { type Kysely, sql } from 'kysely';

/**
 * Erasing a person. A row of theirs becomes a tombstone: its id, type and scope, and nothing of what it said. No other way leads past
 * the rule that a fact never changes, and what only counts people is never buried. Beside it the register of who was erased.
 */
export const erasing = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const buried = `('person', 'details', 'standing', 'eligibility', 'look', 'consent', 'gillick', 'asked', 'enteredInError', 'settled',
  'limitsRead', 'followUp', 'signing', 'guardian', 'reason')`;

const statements = [
  'drop trigger fact_never_changes',
  `create trigger fact_never_changes before update on "row"
    when old.hash is not null and new.deleted = 0 and (new.body is not old.body or new.hash is not old.hash
      or new.type is not old.type or new.scope is not old.scope or new.also_scope is not old.also_scope
      or new.author is not old.author or new.device is not old.device or new.at is not old.at)
    begin select raise(abort, 'a fact never changes'); end`,
  `create trigger tombstone_says_nothing before update on "row"
    when new.deleted = 1 and old.deleted = 0 and (old.type not in ${buried} or new.body <> '{}' or new.stamps <> '{}'
      or new.hash is not null or new.day is not null or new.key <> '' or new.also_scope is not null
      or new.id is not old.id or new.type is not old.type or new.scope is not old.scope
      or new.programme is not old.programme or new.author <> 'server' or new.device <> 'server' or new.seq <= old.seq)
    begin select raise(abort, 'a tombstone says nothing'); end`,
  'drop trigger deleted_stays_deleted',
  `create trigger deleted_stays_deleted before update on "row" when old.deleted = 1
    begin select raise(abort, 'a deleted id is spent'); end`,
  'create index history_row on history (row_id)',
  // `swept`: nothing of what was said lies in the file or beside it any more.
  `create table erasure (programme text not null, id text not null, type text not null, day text not null, reason text not null,
    swept integer not null default 0, primary key (programme, id))`,
  `create trigger erasure_never_leaves before delete on erasure begin select raise(abort, 'who was erased stays known'); end`,
];
