import { type Stock, shortIn } from './stock.ts';

/** What is known to be missing in the boxes of one kind in a place, handed out once over all that is done with them. */
export type Shortage = { readonly id: string; readonly part: string; left: number }[];

/** The oldest finding first. */
export const shortageOf = (stock: Stock, place: string, set: string): Shortage =>
  shortIn(stock, place, set)
    .map(({ move, part, n }) => ({ id: move.id, part, left: n }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

export const leftShort = (shortage: Shortage, part: string): number =>
  shortage.reduce((sum, each) => sum + (each.part === part ? each.left : 0), 0);

/** Uses up `n` of a part, and says which findings they answer. */
export function useUp(shortage: Shortage, part: string, n: number): string[] {
  let wanted = n;
  return shortage.flatMap((each) => {
    const took = each.part === part ? Math.min(wanted, each.left) : 0;
    wanted -= took;
    each.left -= took;
    return took > 0 ? [each.id] : [];
  });
}
