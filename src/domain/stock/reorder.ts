import type { Amount } from './stock.ts';

/** What to buy: what goes into boxes, what is owed and what is to be kept, less what is there or on its way. */

/** One part and how many of it to buy: what is needed, owed and to be kept, less what is there and on order. */
export type ToBuy = {
  readonly set: string;
  /** In the boxes that are to be built, and for boxes given out incomplete. */
  readonly needed: number;
  readonly owed: number;
  /** How many are to be left, so that it is not low. */
  readonly keep: number;
  /** What is there; below zero counts as none. */
  readonly stock: number;
  readonly onOrder: number;
  readonly buy: number;
};

/**
 * @param building boxes to build, and what is in one of each
 * @param totals by set: stock in all places, owed, to be kept, on order
 * @param also sets that are owed or low, whether or not they go into these boxes
 */
export function reorder(
  building: readonly { readonly n: number; readonly parts: readonly Amount[] }[],
  totals: (set: string) => Pick<ToBuy, 'stock' | 'owed' | 'keep' | 'onOrder'>,
  also: readonly string[] = [],
): ToBuy[] {
  const needed = new Map<string, number>(also.map((set) => [set, 0]));
  for (const { n, parts } of building)
    for (const part of parts) needed.set(part.set, (needed.get(part.set) ?? 0) + n * part.n);
  return [...needed].map(([set, forBoxes]) => {
    const { stock, owed, keep, onOrder } = totals(set);
    const buy = Math.max(0, forBoxes + owed + keep - Math.max(0, stock) - onOrder);
    return { set, needed: forBoxes, owed, keep, stock, onOrder, buy };
  });
}

/** What several partners have to buy, each worked out by itself: what one has does not fill what another lacks. */
export function addedUp(lists: readonly (readonly ToBuy[])[]): ToBuy[] {
  const bySet = Map.groupBy(lists.flat(), ({ set }) => set);
  return [...bySet].map(([set, same]) => {
    const sum = (field: Exclude<keyof ToBuy, 'set'>) => same.reduce((total, line) => total + line[field], 0);
    const [needed, owed, keep] = [sum('needed'), sum('owed'), sum('keep')];
    return { set, needed, owed, keep, stock: sum('stock'), onOrder: sum('onOrder'), buy: sum('buy') };
  });
}
