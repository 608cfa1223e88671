import type { RecordOf } from '#domain/records/body.ts';

/** What partners aim at. */

/** How many boxes a partner is to give out by a day. */
export type Target = {
  readonly id: string;
  readonly partner: string;
  readonly n: number;
  /** Days; `from` is empty where it was not said. */
  readonly from: string;
  readonly by: string;
};

/** A target's record read; null for one that was given up, and for one an older server took in without a number to aim at. */
export function toTarget({ id, body }: RecordOf<'target'>, partner: string): Target | null {
  if (body.status === 'closed' || !Number.isFinite(body.n)) return null;
  return { id, partner, n: body.n, from: body.from ?? '', by: body.by };
}

/** The targets for days of a period: those that begin before it ends and end after it begins. */
export const targetsIn = (targets: readonly Target[], from: string, to: string): Target[] =>
  targets.filter((target) => target.from <= to && target.by >= from);
