import { attempt } from '#db/attempt.ts';
import { say } from '#db/person.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { movesIn, takeBack } from '#features/boxes/actions.ts';
import { sayOnce } from '#forms/say-once.ts';
import { lastDone } from '#phone/last-done.ts';
import { keepHere } from '#phone/save.ts';

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

/** A change of what is there already is said as often as it is asked for. */
const sayAll = (said: readonly Saying[]): Promise<Entry | null> => {
  const [first] = said;
  return first?.op === 'patch' ? say(said) : sayOnce(first?.id ?? '', said);
};

/** Saves what a form says of stock, once, and offers to take it back; null once it is on the disk, else why not, in words. */
export const sayMoves = (words: string, said: readonly Saying[]): Promise<string | null> =>
  keepHere(words, async () => {
    const entry = await sayAll(said);
    didLast({ words, undo: entry && (() => undoing(words, () => takeBack(movesIn(entry)))) });
  });

/** Saves what a form says that is not taken back: it is put right by saying something else. */
export const sayRest = (words: string, said: readonly Saying[]): Promise<string | null> =>
  keepHere(words, async () => {
    await sayAll(said);
    didLast({ words, undo: null });
  });

export const undoing = (words: string, act: () => Promise<unknown>): Promise<boolean> =>
  attempt(`Undoing: ${words}`, async () => {
    await act();
    didLast({ words: `Taken back: ${words}`, undo: null });
  });
