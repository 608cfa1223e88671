import type { Saying } from '#domain/records/say.ts';
import { isUnanswered, movesIn, takeBack } from '#features/boxes/actions.ts';
import { saySaid } from '#phone/done.ts';

/** What was done last with equipment is taken back by a movement of its own. */

/** Saves what is said of stock, once, and offers to take it back; null once it is on the disk, else why not, in words. */
export const sayMoves = (words: string, said: readonly Saying[]): Promise<string | null> =>
  saySaid(
    words,
    said,
    (entry) => takeBack(movesIn(entry)),
    (tx) => isUnanswered(tx, said),
  );
