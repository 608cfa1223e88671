import type { RecordOf } from '#domain/records/body.ts';
import { elements, numberIn } from '#domain/records/row.ts';
import { type Amount, type Movement, type Shelf, shelfKey, standing } from './stock.ts';

/** Deliveries: what was promised, what came of it, and whether it is late. */

/** What was ordered, and how much of it has come so far. */
export type DeliveryState = {
  readonly id: string;
  readonly supplier: string;
  /** Days; empty where not said. */
  readonly promised: string;
  readonly arrived: string;
  /** What was ordered, what of it has not come, and how many more came: perhaps somebody else wrote it down too. */
  readonly lines: readonly (Amount & { readonly due: number; readonly over: number })[];
  /** `in`: all came, or it was closed. `late`: promised for a day that is past. */
  readonly is: 'due' | 'late' | 'in';
};

/**
 * @param movements of the same partner
 * @param today a day
 * @param shelves of these movements: what came too often is no question any more once it was counted
 */
export function deliveryState(
  { id, body }: RecordOf<'delivery'>,
  movements: readonly Movement[],
  today: string,
  shelves: ReadonlyMap<string, Shelf> = new Map(),
): DeliveryState {
  const received = standing(movements).filter(({ kind, delivery }) => kind === 'received' && delivery === id);
  const lines = elements(body, 'line').map((set) => {
    const own = received.filter((move) => move.set === set);
    const n = numberIn(body[`line/${set}`]);
    const due = n - own.reduce((sum, move) => sum + move.n, 0);
    const isCounted = own.every((move) => isCountedSince(move, shelves));
    return { set, n, due: Math.max(0, due), over: isCounted ? 0 : Math.max(0, -due) };
  });
  const promised = body.promised ?? '';
  const waits = body.status !== 'closed' && lines.some(({ due }) => due > 0);
  const is = !waits ? 'in' : promised !== '' && promised < today ? 'late' : 'due';
  return { id, supplier: body.supplier, promised, arrived: body.arrived ?? '', lines, is };
}

function isCountedSince({ partner, to = '', set, at }: Movement, shelves: ReadonlyMap<string, Shelf>): boolean {
  const count = shelves.get(shelfKey(partner, to, set))?.count;
  return count !== undefined && count.at >= at;
}
