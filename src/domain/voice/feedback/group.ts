import { fewest } from '#domain/reports/small-cells.ts';
import type { HeldAs } from './sitting.ts';

/** What may be kept beside the answers of one sitting, once it is over. */

/** How many answered, and how many of them with each thing that would stand beside them; who had none is not among these. */
export type Counted = { readonly n: number; readonly beside: Readonly<Record<string, number>> };

/**
 * How the answers of a sitting leave the phone. The session is kept only if five or more answered; age or language only if five share it,
 * and the rest are five too, or nobody: of eighteen with an age and two without, the two would be known by having none.
 */
export function leavesAs({ n, beside }: Counted): HeldAs {
  if (n < fewest) return 'month';
  const shared = Object.values(beside);
  const rest = n - shared.reduce((all, each) => all + each, 0);
  const isSafe = shared.length > 0 && shared.every((each) => each >= fewest) && (rest <= 0 || rest >= fewest);
  return isSafe ? 'beside' : 'session';
}
