import type { Refusal } from './apply.ts';

/** Why the server kept a record back, said to the coordinator who deals with it. `domain/words.ts` says it to whoever sent it. */
export const keptBecause: Record<Refusal, string> = {
  no_right: 'Their role may not save this',
  too_late: 'It came too many days after its session',
  invalid: 'Something in it does not add up',
  error: 'The server could not read it',
  erased: 'Part of it was about somebody who was erased',
  unknown_id: 'The record it changes has not arrived yet',
  other_hash: 'It was changed on the way',
  other_type: 'It does not fit the record that is here',
  other_scope: 'That record lies elsewhere',
  also_scope: 'It names a second place it may not go to',
  other_author: 'It was saved under another name',
  closed: 'It was dealt with already',
  already_accepted: 'The first one was taken in meanwhile',
  newer_schema: 'The server is older than the app that saved it',
  too_large: 'It is too large',
  not_on_record: 'Whoever answered is not on record',
  doubted: 'Whoever answered says more than is on record',
};
