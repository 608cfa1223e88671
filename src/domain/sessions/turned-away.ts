import { type TurnedAwayReason, turnedAwayReasons } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { standingOf } from '#domain/records/taken-back.ts';

/** How many were sent home from a session, and why. */

/** Those of a session that nobody took back. */
export const standingTurnedAway = <Away extends RowOf<'turnedAway'>>(
  { scope }: { readonly scope: string },
  rows: readonly Away[],
): Away[] => {
  const own = rows.filter((row) => row.scope === scope);
  const left = new Set(
    standingOf(
      own.map(({ id, body }) => ({ id, undoes: body.undoes, reason: body.reason })),
      (meant, undoing) => meant.reason === undoing.reason,
    ).map(({ id }) => id),
  );
  return own.filter(({ id }) => left.has(id));
};

/** How many by reason, those of which there were any. */
export function turnedAwayBy(
  session: { readonly scope: string },
  rows: readonly RowOf<'turnedAway'>[],
): { readonly reason: TurnedAwayReason; readonly n: number }[] {
  const standing = standingTurnedAway(session, rows);
  return turnedAwayReasons.flatMap(([reason]) => {
    const n = standing.filter(({ body }) => body.reason === reason).reduce((sum, { body }) => sum + body.n, 0);
    return n > 0 ? [{ reason, n }] : [];
  });
}
