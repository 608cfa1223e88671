import * as v from 'valibot';
import { mostAtOnce } from '#domain/numbers.ts';
import { isDay, isInstant, isTimeZone } from '#domain/time.ts';

/** What a single field may hold. Names of these stand in the shapes. */

export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(80), v.regex(/^[a-z0-9:_-]+$/i, 'not an id'));
export const instant = v.pipe(v.string(), v.isoTimestamp('not an instant'), v.check(isInstant, 'not an instant'));
export const day = v.pipe(v.string(), v.isoDate('not a day'), v.check(isDay, 'not a day of the calendar'));
export const timeZone = v.pipe(v.string(), v.check(isTimeZone, 'not a time zone'));
export const line = v.pipe(v.string(), v.maxLength(200, 'longer than 200 characters'));
export const named = v.pipe(line, v.trim(), v.minLength(1, 'empty'));
export const text = v.pipe(v.string(), v.maxLength(4000, 'longer than 4,000 characters'));
export const whole = (from: number, to: number) => v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
export const truth = v.boolean();
export const ids = v.pipe(v.array(id), v.maxLength(200));

export const status = v.picklist(['active', 'closed']);
/** How many of something: a fraction, nothing, less than nothing and a mistyped million are refused. */
export const some = v.pipe(
  v.number('not a number'),
  v.integer('not a whole number'),
  v.minValue(1, 'less than one'),
  v.maxValue(mostAtOnce, 'more than 99,999'),
);
export const amounts = v.pipe(v.array(v.strictObject({ set: id, n: some })), v.maxLength(50));
/** Which contents of a set: `1`, or `2_4817` of which the last four digits were drawn. */
export const setVersion = whole(1, 99_999_999);
/** `K7RT`, as it stands on a label. */
export const shortCode = v.pipe(v.string(), v.regex(/^[A-Z0-9]{4}$/, 'not a code of four letters or digits'));
