import * as v from 'valibot';
import { limits } from '#domain/records/wire.ts';
import { base64Field, besideFields, idField } from './fields.ts';
import { openBox, type ServerKeys } from './keys.ts';

/** Entries that phones closed while they were locked. */

/** An entry as a locked phone posts it; version and key are not there on boxes from before there was a second. */
export const sealedEntry = v.strictObject({
  id: idField,
  ...besideFields,
  /** It takes back or refuses a consent; a phone sends those before all else. */
  first: v.optional(v.literal(1)),
  box: base64Field(limits.entryBytes * 2),
});
export type SealedEntry = v.InferOutput<typeof sealedEntry>;

/** Where a box comes from: it opens only as what its phone closed. */
export type From = { readonly programme: string; readonly device: string };

/** The entry in a box, or undefined where it does not open or holds something else than the entry it is posted as. */
export function openEntry(
  keys: ServerKeys,
  { programme, device }: From,
  { id, box, ...beside }: SealedEntry,
  parse: (bytes: Uint8Array) => unknown,
): unknown {
  try {
    const bound = { purpose: 'entry', programme, device, id } as const;
    const entry = parse(openBox(keys, beside, Buffer.from(box, 'base64'), bound));
    const isIt = typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id;
    return isIt ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** An entry kept in the inbox that was never opened, as it came; undefined for anything else. */
export function asSealed(kept: unknown): SealedEntry | undefined {
  const parsed = v.safeParse(sealedEntry, kept);
  return parsed.success ? parsed.output : undefined;
}
