import { attempt } from '#db/attempt.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { movesIn, takeBack } from '#features/boxes/actions.ts';
import { didLast, saySaid, undoing } from '#phone/done.ts';

/** What was done last with equipment is taken back by a movement of its own. */

/** Does something that moves stock, and offers to take it back. True once it is on the disk. */
export function doing(words: string, act: () => Promise<Entry>): Promise<boolean> {
  return attempt(words, async () => {
    const entry = await act();
    didLast({ words, undo: () => undoing(words, () => takeBack(movesIn(entry))) });
  });
}

/** Saves what a form says of stock, once, and offers to take it back; null once it is on the disk, else why not, in words. */
export const sayMoves = (words: string, said: readonly Saying[]): Promise<string | null> =>
  saySaid(words, said, (entry) => takeBack(movesIn(entry)));
