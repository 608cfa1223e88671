import * as v from 'valibot';
import { instant } from '#domain/records/shapes/fields.ts';
import type { statusSchema } from '#domain/records/shapes/session.ts';
import { hashOf } from './canonical.ts';

/** One save is one entry: all of its writes reach the server, or none does (I11). */

/** The schema of entries and records this code writes. A server that knows less must not be sent to (sync/PROTOCOL.md). */
export const schemaVersion = 1;

/** `reopened` counts how often a session was reopened; it outranks everything else when two statuses meet. */
export type SessionStatus = Readonly<v.InferOutput<typeof statusSchema>>;
/** A record's fields. Facts may also hold lists and small objects. */
export type Body = Readonly<Record<string, unknown>>;

const id = v.pipe(v.string(), v.minLength(8), v.maxLength(80), v.regex(/^[a-z0-9:_-]+$/i));
/** Which forms there are, `parseScope` says. */
const scope = v.pipe(v.string(), v.maxLength(120), v.regex(/^[a-z0-9/_-]+$/i));
const clock = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** One change of one record, inside an entry. `hash` is there on facts only. */
export const writeSchema = v.strictObject({
  op: v.picklist(['create', 'patch', 'fact']),
  type: v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z]+$/i)),
  id,
  scope,
  alsoScope: v.optional(scope),
  body: v.record(v.pipe(v.string(), v.maxLength(120)), v.unknown()),
  hash: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type Write = v.InferOutput<typeof writeSchema>;

/** One entry gives a field one stamp, so of two writes to one record the second would be lost without a trace. */
export function namesEachOnce(writes: readonly { readonly id: string }[]): boolean {
  return new Set(writes.map(({ id: each }) => each)).size === writes.length;
}

/** What one save puts on the disk and sends: all of its writes are applied, or none. */
export const entrySchema = v.strictObject({
  id,
  /** The member who saved it. */
  by: id,
  /** The phone it was saved on. */
  device: id,
  clock,
  /** When it was saved, by the phone's own (corrected) clock: an instant. */
  at: instant,
  schema: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  writes: v.pipe(
    v.array(writeSchema),
    v.maxLength(200),
    v.check((writes) => namesEachOnce(writes), 'names a record twice'),
  ),
  /** This entry stands in for a refused one ("Fix and send"). */
  instead: v.optional(id),
  /** This entry gives up a refused one ("Set aside"). */
  discards: v.optional(id),
});
export type Entry = v.InferOutput<typeof entrySchema>;

/** The hash of a fact: over everything that makes it evidence, so that no byte of it can change unseen (I5). */
export function factHash(write: Omit<Write, 'hash' | 'op'>, by: string, device: string): string {
  const { type, id: of, scope: home, alsoScope, body } = write;
  return hashOf({ type, id: of, scope: home, alsoScope, body, by, device });
}
