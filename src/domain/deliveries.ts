import { elements } from './records.ts';
import type { Kept } from './sets.ts';
import { type Amount, type Movement, standing } from './stock.ts';

/** Deliveries: what was promised, what came of it, and whether it is late. */

export type DeliveryState = {
  readonly id: string;
  readonly supplier: string;
  /** Days; empty where not said. */
  readonly promised: string;
  readonly arrived: string;
  /** What was ordered, and what of it has not come. */
  readonly lines: readonly (Amount & { readonly due: number })[];
  /** `in`: all came, or it was closed. `late`: promised for a day that is past. */
  readonly is: 'due' | 'late' | 'in';
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** @param movements of the same partner @param today a day */
export function deliveryState({ id, body }: Kept, movements: readonly Movement[], today: string): DeliveryState {
  const came = new Map<string, number>();
  for (const move of standing(movements))
    if (move.kind === 'received' && move.delivery === id) came.set(move.set, (came.get(move.set) ?? 0) + move.n);
  const lines = elements(body, 'line').map((set) => {
    const n = Number(body[`line/${set}`]);
    return { set, n, due: Math.max(0, n - (came.get(set) ?? 0)) };
  });
  const promised = text(body.promised);
  const waits = body.status !== 'closed' && lines.some(({ due }) => due > 0);
  const is = !waits ? 'in' : promised !== '' && promised < today ? 'late' : 'due';
  return { id, supplier: text(body.supplier), promised, arrived: text(body.arrived), lines, is };
}
