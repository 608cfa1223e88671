import * as v from 'valibot';
import { refusals } from '#domain/records/apply.ts';
import { list, number, object, text, truth } from './answer.ts';

/** What the server answers to entries, and to a round: the wire of src/sync/PROTOCOL.md, as a description of the addresses. */

const taken = { id: text, result: v.picklist(['ok', 'dup']), seq: number, clock: number };
const refused = {
  id: text,
  result: v.literal('refused'),
  code: v.picklist(refusals),
  why: text,
  seq: number,
  final: truth,
  /** Of a record that is about somebody who was erased: which, and when. */
  erased: v.optional(object({ ids: list(text), at: text })),
};
export const resultSchema = v.union([object(taken), object(refused)]);
const opened = { opened: v.optional(v.literal(false)) };
export const sealedResultSchema = v.union([object({ ...taken, ...opened }), object({ ...refused, ...opened })]);

const row = object({
  id: text,
  type: text,
  scope: text,
  alsoScope: v.optional(text),
  body: v.record(text, v.unknown()),
  stamps: v.record(text, v.pipe(v.tuple([number, text]), v.readonly())),
  by: text,
  device: text,
  at: text,
  hash: v.optional(text),
  received: v.optional(text),
  deleted: v.optional(truth),
  seq: number,
});

export const roundSchema = object({
  epoch: text,
  now: number,
  results: list(resultSchema),
  scopes: v.record(text, object({ rows: list(row), cursor: number, more: truth })),
  added: list(text),
  dropped: list(text),
  backedUpSeq: number,
  minClient: text,
  schema: number,
});
