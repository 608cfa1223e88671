import { attempt } from '#db/attempt.ts';
import type { Entry } from '#domain/records/entry.ts';
import { movesIn, takeBack } from '#features/boxes/actions.ts';
import { lastDone } from '#phone/last-done.ts';

/** The last thing done with equipment and how to take it back. */
export type Done = {
  readonly words: string;
  /** None once it was taken back. */
  readonly undo: (() => Promise<boolean>) | null;
};

export const { useLastDone, didLast } = lastDone<Done>();

/** Does something that moves stock, and offers to take it back. True once it is on the disk. */
export function doing(words: string, act: () => Promise<Entry>): Promise<boolean> {
  return attempt(words, async () => {
    const entry = await act();
    didLast({ words, undo: () => undoing(words, () => takeBack(movesIn(entry))) });
  });
}

export const undoing = (words: string, act: () => Promise<unknown>): Promise<boolean> =>
  attempt(`Undoing: ${words}`, async () => {
    await act();
    didLast({ words: `Taken back: ${words}`, undo: null });
  });
