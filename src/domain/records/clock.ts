/**
 * The hybrid clock: epoch milliseconds that never repeat or go back on one phone, and always pass whatever an edit
 * overwrites. Physical time keeps it close to when things happened; the `+ 1` keeps cause before effect even on a phone
 * whose clock is years wrong.
 */

/** A field's stamp: who wrote it last. Compared by clock, then by entry id, so that no two stamps are equal. */
export type Stamp = readonly [clock: number, entry: string];

/** Earlier than every real stamp: that of a field nobody has written. */
export const noStamp: Stamp = [0, ''];

/** Whether `a` was written after `b`. */
export function isLater(a: Stamp, b: Stamp): boolean {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);
}

/**
 * The clock of the next save.
 * @param nowMs corrected time of this phone
 * @param last the clock of this phone's save before
 * @param overwritten clocks of the fields this save overwrites (I17: an edit made after seeing another wins over it)
 */
export function nextClock(nowMs: number, last: number, overwritten: readonly number[]): number {
  return overwritten.reduce((highest, each) => Math.max(highest, each + 1), Math.max(nowMs, last + 1));
}

/** How far ahead of itself the server lets a phone's clock reach. */
const aheadMs = 60_000;

/**
 * The clock the server stores for an entry: the phone's own, but never further than a minute ahead of the server unless
 * it overwrites something that already is. *Why: a phone three years fast would win every edit for three years.*
 */
export function acceptedClock(clock: number, serverNowMs: number, stored: readonly number[]): number {
  return Math.min(clock, nextClock(serverNowMs + aheadMs, 0, stored));
}
