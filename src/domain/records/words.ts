import { dayOf, plainDay } from '#domain/time.ts';
import type { Refusal } from './apply.ts';

/** Why the server did not take a record, in words a worker can act on: what happened and what to do now. */
export const refusalWords: Record<Refusal, string> = {
  no_right: 'Your role may not save this here. Your coordinator can see it and take it in.',
  too_late: 'It is of too long ago to be entered on a phone. Your coordinator can see it and take it in.',
  invalid: 'Something in it does not add up. Look at it and send it again.',
  error: 'The server could not read it. Your coordinator can see it.',
  erased: 'Somebody it is about was erased. What it said of them was not kept.',
  unknown_id: 'The record it changes never reached the server. It is sent again when that arrives.',
  other_hash: 'It was changed on the way. Your coordinator can see it.',
  other_type: 'It does not fit the record the server has.',
  other_scope: 'That record lies elsewhere. Your coordinator can see it.',
  also_scope: 'It names a second place it may not go to.',
  other_author: 'It was saved under another name. Your coordinator can see it.',
  closed: 'It was dealt with already.',
  already_accepted: 'Your coordinator took in the first one meanwhile.',
  newer_schema: 'The server is older than this app. It is kept and sent again later.',
  too_large: 'It is too large, or makes its record too large. Shorten it and send it again.',
  not_on_record: 'Whoever answered is not on record. Your coordinator can see it.',
  doubted: 'Whoever answered says more than is on record. Your coordinator can see it.',
};

/** `erasedAt`: when somebody it was about was erased, an instant. */
type Said = { readonly code: Refusal; readonly seq: number; readonly erasedAt?: string };

/** The same for a record that its phone still has. What the server keeps nowhere, `seq` 0, no coordinator can see. */
export function refusalSaid({ code, seq, erasedAt }: Said, today: string): string {
  if (code === 'erased' && erasedAt)
    return `This person was erased on ${plainDay(dayOf(erasedAt), today)}. What you wrote about them was not kept.`;
  if (seq > 0 || code === 'too_large') return refusalWords[code];
  return 'The server could not take it in, and keeps no more of this phone today. It is kept here. Send it again tomorrow.';
}
