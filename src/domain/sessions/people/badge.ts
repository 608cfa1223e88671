import type * as v from 'valibot';
import type { RowOf } from '#domain/records/body.ts';
import { object, stored, text } from '#domain/reports/answer.ts';

/** A badge in an answer: whose it is, and what it says. */
export const badgeSchema = object({ id: text, scope: text, body: stored<RowOf<'person'>['body']>() });
/** A badge, as a desk gets it. */
export type BadgeRead = v.InferOutput<typeof badgeSchema>;

/** What stands of a row in an answer. */
export const toBadge = ({ id, scope, body }: RowOf<'person'>): BadgeRead => ({ id, scope, body });
