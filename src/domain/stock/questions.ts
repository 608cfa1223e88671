import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { answersTo } from './answers.ts';
import { type Movement, type Shelf, shelfKey, standing } from './stock.ts';

/** What answers leave open, as when two phones without a signal bring back the same footballs. Asked about, never refused. */

/** Something lent or given out that was answered more often than it can be. */
export type Mismatch = {
  /** The movement that was answered. */
  readonly id: string;
  readonly kind: 'lent' | 'given out';
  readonly day: string;
  /** `twice`: more came back or was given up than had gone out. `taken back`: it was, and what answers it still stands. */
  readonly is: 'twice' | 'taken back';
  /** How many too many. */
  readonly n: number;
  /** The shelf whose number is not sure. Its history shows the answers, and a count of it after them settles it. */
  readonly partner: string;
  readonly place: string;
  readonly set: string;
};

/** @param shelves of the same movements */
export function mismatches(movements: readonly Movement[], shelves: ReadonlyMap<string, Shelf>): Mismatch[] {
  const stands = standing(movements);
  const ids = new Set(stands.map(({ id }) => id));
  const answers = answersTo(stands.filter(({ kind }) => kind !== 'part supplied later'));
  const all = [...new Map(movements.map((move) => [move.id, move])).values()];
  return all.flatMap((move): Mismatch[] => {
    const { id, kind, day, partner, set, n: went, undoes } = move;
    const own = answers.get(id);
    if (!own || undoes !== undefined || (kind !== 'lent' && kind !== 'given out')) return [];
    const open = own.find((each) => {
      const count = shelves.get(shelfKey(partner, placeIn(each, move), set))?.count;
      return count === undefined || count.at < each.at;
    });
    const n = own.reduce((sum, each) => sum + each.n, 0) - (ids.has(id) ? went : 0);
    if (!open || n <= 0) return [];
    const is = ids.has(id) ? 'twice' : 'taken back';
    return [{ id, kind, day, is, n, partner, place: placeIn(open, move), set }];
  });
}

/** What was lost on loan is asked about where it was lent from. */
const placeIn = ({ to }: Movement, { from }: Movement): string => to ?? from ?? onLoan;
