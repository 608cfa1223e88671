import { fewest } from '#domain/reports/small-cells.ts';
import { standingWishes, type Wish, wishKey } from '#domain/voice/wishes.ts';
import type { IdeaSessions } from './outings.ts';
import type { HeardFrom } from './record.ts';

/**
 * By how many an idea was heard, folded from where it was heard. Own words on forms are not among them: no phone reads those, and
 * only the server may say how many they are.
 */

/** A wish is a source by one of its facts, and stands for everybody who wished the same of the same partner. */
export type WishCounts = {
  /** What a wish fact wished for, also one that was taken back; undefined where it is not known here. */
  readonly keyOf: (id: string) => string | undefined;
  /** How many wish for it now, at these parks; at any where none is named. */
  readonly count: (partner: string, key: string, sites: readonly string[]) => number;
  readonly standing: readonly Wish[];
};

export function wishedIn(wishes: readonly Wish[], sessions: IdeaSessions): WishCounts {
  const standing = standingWishes(wishes);
  const keys = new Map(wishes.map((wish) => [wish.id, wishKey(wish)]));
  const byKey = Map.groupBy(standing, (wish) => `${wish.partner} ${wishKey(wish)}`);
  const siteOf = ({ site, session, partner }: Wish) => site ?? sessions.of(partner, session ?? '')?.site ?? '';
  return {
    standing,
    keyOf: (id) => keys.get(id),
    count: (partner, key, sites) =>
      (byKey.get(`${partner} ${key}`) ?? [])
        .filter((wish) => sites.length === 0 || siteOf(wish) === '' || sites.includes(siteOf(wish)))
        .reduce((sum, { n }) => sum + n, 0),
  };
}

type Asked = { readonly partner: string; readonly sites: readonly string[]; readonly wished: WishCounts };

/** How many said it; each source once, and all wishes for one thing once. */
export function heardBy(sources: readonly HeardFrom[], { partner, sites, wished }: Asked): number {
  const counts = new Map<string, number>();
  for (const { from, id, n } of sources) {
    const key = from === 'wish' ? wished.keyOf(id) : undefined;
    if (from === 'words') continue;
    const name = key === undefined ? `${from} ${id}` : `wish ${key}`;
    counts.set(name, key === undefined ? Math.max(n, counts.get(name) ?? 0) : wished.count(partner, key, sites));
  }
  return [...counts.values()].reduce((sum, n) => sum + n, 0);
}

/** Both together. Own words of fewer than five are never part of a number. */
export function heardWith(heard: number, voices: number): number | 'few' {
  const all = heard + (voices >= fewest ? voices : 0);
  return all < fewest ? 'few' : all;
}

/** `6`, or `fewer than 5`. */
export const heardWords = (n: number | 'few'): string => (n === 'few' ? `fewer than ${fewest}` : String(n));
