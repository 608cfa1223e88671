import type { RowOf } from '#domain/records/body.ts';
import { listIn } from '#domain/records/row.ts';
import { inForce } from '#domain/records/taken-back.ts';
import { plainDay, shortDay } from '#domain/time.ts';

/** Who does not join in until a day. It ends by itself, on every phone and without signal. */

/** Until when, and why. On `until` itself they join in again. */
export type NotBefore = Pick<RowOf<'eligibility'>['body'], 'until' | 'reason'>;

/** `Not joining in until Thu 3 Dec` */
export const notJoiningWords = ({ until }: Pick<NotBefore, 'until'>, today: string): string =>
  `Not joining in until ${shortDay(until, today)}`;

/** The same where there is little room: `Not joining until 3 Dec` */
export const notJoiningShort = ({ until }: Pick<NotBefore, 'until'>, today: string): string =>
  `Not joining until ${plainDay(until, today)}`;

/** What is said of one person and no later fact replaces. */
export const standingEligibility = (facts: readonly RowOf<'eligibility'>[]): readonly RowOf<'eligibility'>[] => {
  const left = new Set(
    inForce(facts.map(({ id, body }) => ({ id, replaces: listIn(body.replaces) }))).map(({ id }) => id),
  );
  return facts.filter(({ id }) => left.has(id));
};

/** What holds for a person on a day, the one that lasts longest; null where they join in. @param facts of this person alone */
export function notBeforeOn(facts: readonly RowOf<'eligibility'>[], day: string): NotBefore | null {
  const [longest] = standingEligibility(facts)
    .filter(({ body: { from = '', until } }) => from <= day && day < until)
    .sort((a, b) => (a.body.until === b.body.until ? (a.id < b.id ? -1 : 1) : a.body.until > b.body.until ? -1 : 1));
  return longest ? { until: longest.body.until, reason: longest.body.reason } : null;
}
