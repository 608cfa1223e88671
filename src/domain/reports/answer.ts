import * as v from 'valibot';

/**
 * What answers are made of. The type of an answer is that of its schema: whoever folds it, the OpenAPI description, the tests
 * that look at every answer, and the desk that draws it read one and the same.
 */

/** An object of these fields and no others. */
// @__NO_SIDE_EFFECTS__
export const object = <const Fields extends v.ObjectEntries>(fields: Fields) =>
  v.pipe(v.strictObject(fields), v.readonly());

/** What an object of these fields is. */
export type ObjectOf<Fields extends v.ObjectEntries> = v.InferOutput<v.StrictObjectSchema<Fields, undefined>>;

/** Any number of them. */
// @__NO_SIDE_EFFECTS__
export const list = <const Each extends v.GenericSchema>(each: Each) => v.pipe(v.array(each), v.readonly());

/** One for each code of a list. */
// @__NO_SIDE_EFFECTS__
export const byCode = <const Code extends string, const Each extends v.GenericSchema>(
  codes: readonly Code[],
  each: Each,
) => object(v.entriesFromList(codes, each));

export const text = v.string();
export const number = v.number();
export const truth = v.boolean();

/** What stands in a record, as it was stored. Its type is that of the record: it passed its shape when it was taken in. */
// @__NO_SIDE_EFFECTS__
export const stored = <Value>() => v.record(v.string(), v.unknown()) as unknown as v.GenericSchema<unknown, Value>; // as above
