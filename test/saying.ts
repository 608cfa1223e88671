import type { Body } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';

/** What is said, with a body the compiler does not judge: tests say half a record, what an older app said, and what is refused. */

export const create = (type: string, id: string, scope: string, body: Body): Saying => ({
  op: 'create',
  type,
  id,
  scope,
  body,
});
export const patch = (type: string, id: string, scope: string, body: Body): Saying => ({
  op: 'patch',
  type,
  id,
  scope,
  body,
});
export const fact = (type: string, id: string, scope: string, body: Body): Saying => ({
  op: 'fact',
  type,
  id,
  scope,
  body,
});
