import { onLoan } from './move-places.ts';
import type { Kept } from './sets.ts';
import type { Shelf } from './stock.ts';

/** What shelves come to, the same for a phone and the desk. */

/** A partner has fewer of a set than it wants to. */
export type Low = { readonly partner: string; readonly set: string; readonly there: number; readonly lowAt: number };

/** What a shelf adds to a total. Brought back twice it is below nought on loan, which no count can put right: then none. */
export const lyingOn = ({ place, balance }: Pick<Shelf, 'place' | 'balance'>): number =>
  place === onLoan ? Math.max(0, balance) : balance;

/** What a partner has of a set in all its places; what is on loan comes back, and counts. */
export const thereOf = (shelves: readonly Shelf[], partner: string, set: string): number =>
  shelves
    .filter((shelf) => shelf.partner === partner && shelf.set === set)
    .reduce((sum, shelf) => sum + lyingOn(shelf), 0);

/** A partner that never had one does not lack it. */
export function lowOf(sets: readonly Kept[], shelves: readonly Shelf[]): Low[] {
  return sets.flatMap(({ id: set, body }) => {
    const lowAt = typeof body.lowAt === 'number' && body.status !== 'closed' ? body.lowAt : 0;
    if (lowAt === 0) return [];
    const owners = new Set(shelves.filter((shelf) => shelf.set === set).map(({ partner }) => partner));
    return [...owners]
      .map((partner) => ({ partner, set, there: thereOf(shelves, partner, set), lowAt }))
      .filter(({ there }) => there < lowAt);
  });
}
