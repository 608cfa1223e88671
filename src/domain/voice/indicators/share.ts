import { fewest } from '#domain/reports/small-cells.ts';

/**
 * Shares in per cent, to one decimal; half a tenth is rounded up. A share is worked out from people, never from shares that were
 * rounded, and whether a target is met is judged before anything is rounded.
 */

/** `82.2`; null of nobody. */
export const perCent = (n: number, of: number): number | null => (of === 0 ? null : Math.round((1000 * n) / of) / 10);

/** A share of people as it may be told: of fewer than five it would tell of each of them. */
export type ToldShare = number | 'few' | 'nobody';

export const told = (n: number, of: number): ToldShare =>
  of < fewest && of > 0 ? 'few' : (perCent(n, of) ?? 'nobody');

/** How a share stands against its target. */
export type AgainstTarget = 'met' | 'notMet' | 'few' | 'nobody';

export function standingOf(n: number, of: number, target: number): AgainstTarget {
  if (of === 0) return 'nobody';
  if (of < fewest) return 'few';
  return 100 * n >= target * of ? 'met' : 'notMet';
}

export const standingWords: Readonly<Record<AgainstTarget, string>> = {
  met: 'met',
  notMet: 'not met',
  few: `fewer than ${fewest}`,
  nobody: 'nobody assessed',
};
