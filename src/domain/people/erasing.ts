import * as v from 'valibot';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';

/** What the server says of erasing somebody, before and after. */

/** What would go, and what left the server with their name on it. */
export const erasingSchema = object({
  person: text,
  /** An instant; null while they are not. */
  erasedAt: v.nullable(text),
  badges: number,
  /** How many records of each type. */
  goes: v.record(text, number),
  exports: list(object({ line: number, at: text, action: text, from: text, to: text, byName: text })),
});

/** `swept`: nothing of it lies in the files of the database any more; else it is seen to within the hour. */
export const erasedSchema = object({ erasedAt: text, records: number, swept: truth });
