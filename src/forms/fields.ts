import type { Body } from '#domain/records/entry.ts';

/** What a form changed of a record. */

/** Only the fields that differ, trimmed; an emptied one becomes null, which clears it. */
export function changedFields(before: Body, after: Body): Body {
  const changed = Object.entries(after).flatMap(([field, value]) => {
    const next = typeof value === 'string' ? value.trim() : value;
    const stored = before[field];
    if (next === '' || next === undefined)
      return stored === undefined || stored === null ? [] : [[field, null] as const];
    // What an element holds may be an object, made anew at every draw.
    return JSON.stringify(next) === JSON.stringify(stored) ? [] : [[field, next] as const];
  });
  return Object.fromEntries(changed);
}

/** The fields of a new record: those that say something. */
export const filledFields = (after: Body): Body =>
  Object.fromEntries(Object.entries(changedFields({}, after)).filter(([, value]) => value !== null));

/** A field of a record as the text of a form. */
export const textOf = (body: Body, field: string): string => (typeof body[field] === 'string' ? body[field] : '');
