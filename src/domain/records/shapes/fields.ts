import * as v from 'valibot';
import { mostAtOnce } from '#domain/most-at-once.ts';
import { isDay, isInstant, isTimeZone } from '#domain/time.ts';

/** What a single field may hold. Names of these stand in the shapes. */

/** Letters, digits and `:_-`, at most 80: a UUID, or what is derived from one. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80), v.regex(/^[a-z0-9:_-]+$/i, 'not an id'));
/** `2026-11-22T16:02:00.000Z` */
export const instant = v.pipe(v.string(), v.isoTimestamp('not an instant'), v.check(isInstant, 'not an instant'));
/** `2026-11-22` */
export const day = v.pipe(v.string(), v.isoDate('not a day'), v.check(isDay, 'not a day of the calendar'));
/** `Europe/London` */
export const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'not a time zone'));
/** Text of one line; it may be empty. */
export const line = v.pipe(v.string(), v.maxLength(200, 'longer than 200 characters'));
/** A line that says something: trimmed, never empty. */
export const named = v.pipe(line, v.trim(), v.minLength(1, 'empty'));
/** Text that somebody writes at length; it may be empty. */
export const text = v.pipe(v.string(), v.maxLength(4000, 'longer than 4,000 characters'));
/** A whole number, both ends included. */
export const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
export const truth = v.boolean();
/** A list of ids, at most 200. */
export const ids = v.pipe(v.array(id), v.maxLength(200));

/** Whether something can still be chosen; a closed one keeps its name in older records. */
export const status = v.picklist(['active', 'closed']);
/** How many of something: a fraction, nothing, less than nothing and a mistyped million are refused. */
export const some = v.pipe(
  v.number('not a number'),
  v.integer('not a whole number'),
  v.minValue(1, 'less than one'),
  v.maxValue(mostAtOnce, 'more than 99,999'),
);
/** How many of which sets: `[{ set: 'football', n: 4 }]`. */
export const amounts = v.pipe(v.array(v.strictObject({ set: id, n: some })), v.maxLength(50));
/** Which contents of a set: `1`, or `2_4817` of which the last four digits were drawn. */
export const setVersion = whole(1, 99_999_999);
/** `K7RT`, as it stands on a label. */
export const shortCode = v.pipe(v.string(), v.regex(/^[A-Z0-9]{4}$/, 'not a code of four letters or digits'));
/** A SHA-256, as 64 hexadecimal digits. */
export const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256'));
/** Made of 122 random bits and nothing else: it says neither when nor where it was made, as a UUIDv7 does. */
export const uuid4 = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a random id'),
);
