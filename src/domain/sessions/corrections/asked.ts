import * as v from 'valibot';
import { ageBands, codesOf, genders, levels, newnesses, tallyBands } from '#domain/codes.ts';
import { id, instant, named, whole } from '#domain/records/shapes/fields.ts';

/** What a coordinator puts right in a session, each thing with what they saw in its place: nothing is put right unseen. */

/** What of a session may be put right, as people see it; its elements beside them: `team/<id>`. */
export const rightableFields = [
  'site',
  'day',
  'plannedStart',
  'plannedEnd',
  'actualStart',
  'actualEnd',
  'status',
  'reason',
  'reasonText',
  'lead',
] as const;

const field = v.union([v.picklist(rightableFields), v.pipe(v.string(), v.regex(/^(team|activity|firstAider)\/.+$/))]);

/** One field: what was seen in it, and what is put there. Null is nothing. */
const change = v.strictObject({ field, was: v.unknown(), is: v.unknown() });

/** Somebody’s stay. `left` is empty where they stayed to the end. */
const stay = v.strictObject({
  level: v.picklist(codesOf(levels)),
  came: instant,
  left: v.union([v.literal(''), instant]),
});
export type Stay = Readonly<v.InferOutput<typeof stay>>;

/** One person: their stay, null where they were not here; and what the badge says of them. */
const person = v.strictObject({
  person: id,
  stay: v.optional(v.strictObject({ was: v.nullable(stay), is: v.nullable(stay) })),
  ageBand: v.optional(v.strictObject({ was: v.picklist(codesOf(ageBands)), is: v.picklist(codesOf(ageBands)) })),
  gender: v.optional(v.strictObject({ was: v.picklist(codesOf(genders)), is: v.picklist(codesOf(genders)) })),
});

/** How many were counted who are alike in all four. */
export const alikeFields = {
  ageBand: v.picklist(codesOf(tallyBands)),
  gender: v.picklist(codesOf(genders)),
  newness: v.picklist(codesOf(newnesses)),
  level: v.picklist(codesOf(levels)),
};
const count = v.strictObject({ ...alikeFields, was: v.pipe(v.number(), v.integer()), is: whole(0, 999) });

/** One correction: an id made by its form, so that pressed twice it is one, why, and what is put right. */
export const correctionSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  reason: named,
  changes: v.optional(v.pipe(v.array(change), v.maxLength(100)), []),
  people: v.optional(v.pipe(v.array(person), v.maxLength(50)), []),
  counts: v.optional(v.pipe(v.array(count), v.maxLength(200)), []),
});
export type Correction = Readonly<v.InferOutput<typeof correctionSchema>>;
/** The same as it is sent: what it does not touch is left out. */
export type AskedCorrection = Readonly<v.InferInput<typeof correctionSchema>>;
