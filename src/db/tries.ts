/** Tries at a PIN, as they are counted on the disk. */

/** How often it was wrong, and the epoch ms before which no other is tried. */
export type PinCount = { readonly wrongPins: number; readonly notBefore: number };

/**
 * Counts a try before the key is derived, so that a reload gains nothing. A clock that was ahead and is put right must not keep the
 * owner of the PIN out until then.
 * @returns whether it may be made, and the counter as it is to stand on the disk
 */
export function countTry(
  { wrongPins, notBefore }: PinCount,
  nowMs: number,
  waitAfter: (wrong: number) => number,
): { readonly may: boolean; readonly tries: PinCount } {
  const until = Math.min(notBefore, nowMs + waitAfter(wrongPins));
  if (until > nowMs) return { may: false, tries: { wrongPins, notBefore: until } };
  return { may: true, tries: { wrongPins: wrongPins + 1, notBefore: nowMs + waitAfter(wrongPins + 1) } };
}
