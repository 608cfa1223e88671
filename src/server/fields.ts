import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { rollingPeriods } from '#domain/periods.ts';
import { day } from '#domain/records/shapes/fields.ts';

/** Fields that several requests share. */

export const idField = v.pipe(v.string(), v.regex(/^[a-z0-9:_-]{1,80}$/i));
/** A person's or a thing's name: trimmed, never empty. */
export const nameField = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
/** A code as somebody types it: capitals, hyphens and spaces are put right later. */
export const codeField = v.pipe(v.string(), v.maxLength(20));
/** The server takes eight characters or more; nothing is trimmed off. */
export const passphraseField = v.pipe(v.string(), v.minLength(8), v.maxLength(200));
/** Bytes as standard base64. @param most bytes of text */
export const base64Field = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[A-Za-z0-9+/]+={0,2}$/));
/** What stands beside a sealed box: its version and the id of the key it was closed to; absent in the first version. */
export const besideFields = {
  v: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
  keyId: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/))),
};
/** A period: by its first and last day, both included, or by a word for one that moves along with the day. */
export const periodQuery = {
  from: v.optional(day),
  to: v.optional(day),
  period: v.optional(v.picklist(codesOf(rollingPeriods))),
};
/** `notes=1`: not the figures but what belongs to them, as a file of its own. */
export const notesQuery = { notes: v.optional(v.literal('1')) };
