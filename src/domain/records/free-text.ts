import { shapeOf } from './records.ts';

/** Which fields hold what somebody wrote in their own words, read from the shapes: a type that is added needs no other list. */

type Step = { readonly type: string; readonly pipe?: readonly Step[] };

/** Ids, days and codes are text as well, and checked as more than that. */
const ofText = new Set(['string', 'trim', 'min_length', 'max_length']);
const isText = ({ type, pipe }: Step): boolean => (pipe ? pipe.every(isText) : ofText.has(type));

/** Whether a field of a type is free text: `agency`, `phone`. */
export function isFreeText(type: string, field: string): boolean {
  const schema = shapeOf(type)?.fields[field];
  return schema !== undefined && isText(schema);
}
