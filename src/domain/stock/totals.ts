import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import type { Kept } from './sets.ts';
import type { Shelf } from './stock.ts';

/** What shelves come to, the same for a phone and the desk. */

/** A partner has fewer of a set than it wants to. */
export type Low = { readonly partner: string; readonly set: string; readonly there: number; readonly lowAt: number };

/** What a shelf adds to a total. Brought back twice it is below zero on loan, which no count can put right: then none. */
export const balanceOn = ({ place, balance }: Pick<Shelf, 'place' | 'balance'>): number =>
  place === onLoan ? Math.max(0, balance) : balance;

/** What a partner has of a set in all its places; what is on loan comes back, and counts. */
export const thereOf = (shelves: readonly Shelf[], partner: string, set: string): number =>
  shelves
    .filter((shelf) => shelf.partner === partner && shelf.set === set)
    .reduce((sum, shelf) => sum + balanceOn(shelf), 0);

/** Below how many a set is low; none of a closed one, and of one that nobody said it of. */
export const lowAtOf = ({ body }: Kept): number =>
  typeof body.lowAt === 'number' && body.status !== 'closed' ? body.lowAt : 0;

/** How many of a set a partner is to keep, so that it is not low. A partner that never had one does not lack it. */
export const keepOf = (set: Kept, shelves: readonly Shelf[], partner: string): number =>
  shelves.some((shelf) => shelf.partner === partner && shelf.set === set.id) ? lowAtOf(set) : 0;

/** What is low, by the one rule for the phone, the desk's stock and what is to be bought. */
export function lowOf(sets: readonly Kept[], shelves: readonly Shelf[]): Low[] {
  const owners = [...new Set(shelves.map(({ partner }) => partner))];
  return sets.flatMap((set) =>
    owners
      .map((partner) => ({
        partner,
        set: set.id,
        there: thereOf(shelves, partner, set.id),
        lowAt: keepOf(set, shelves, partner),
      }))
      .filter(({ there, lowAt }) => lowAt > 0 && there < lowAt),
  );
}

/** Sets that somebody should have some of, and that nobody ever had: low, and nobody's. */
export const neverHad = (sets: readonly Kept[], shelves: readonly Shelf[]): Kept[] =>
  sets.filter((set) => lowAtOf(set) > 0 && !shelves.some((shelf) => shelf.set === set.id));
