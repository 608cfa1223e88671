import { attempt } from '#db/attempt.ts';
import { atOnce } from '#db/meant.ts';
import { meantBy, say } from '#db/person.ts';
import { shownById } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { Entry } from '#domain/records/entry.ts';
import type { Saying } from '#domain/records/say.ts';
import { sayOnce } from '#forms/say-once.ts';
import { lastDone } from './last-done.ts';
import { keepHere } from './save.ts';

/** The last thing done with boxes or wishes, and how to take it back. */
export type Done = {
  readonly words: string;
  /** None once it was taken back. */
  readonly undo: (() => Promise<boolean>) | null;
};

export const { useLastDone, didLast } = lastDone<Done>();

/** Takes the last thing back; false where that could not be saved, and then it is still offered. */
export const undoing = (words: string, act: () => Promise<unknown>): Promise<boolean> =>
  attempt(`Undoing: ${words}`, async () => {
    await act();
    didLast({ words: `Taken back: ${words}`, undo: null });
  });

/**
 * Saves what a form says, a new thing once; null once it is on the disk, else why not, in words.
 * @param takeBack takes it back, where that can be done; what is only put right by saying something else has none
 * @param isLeft whether it is still to be done, looked up in the same transaction: where another did it meanwhile nothing is said
 */
export async function saySaid(
  words: string,
  said: readonly Saying[],
  takeBack?: (entry: Entry) => Promise<unknown>,
  isLeft: (tx: StoreTx) => Promise<boolean> = async () => true,
): Promise<string | null> {
  let left = true;
  const sayLeft = async (tx: StoreTx) => {
    const [there] = await shownById(tx, [said[0]?.id ?? '']);
    left = there !== undefined || (await isLeft(tx)); // what was said at an earlier press is no news
    return left ? said : [];
  };
  const problem = await keepHere(words, async () => {
    const [first] = said;
    // A change of what is there already is said as often as it is asked for.
    const drawn = said.filter(({ op }) => op === 'fact').map((each) => meantBy(each));
    const entry = await atOnce(drawn, () => (first?.op === 'patch' ? say(said) : sayOnce(first?.id ?? '', sayLeft)));
    if (left) didLast({ words, undo: takeBack && entry ? () => undoing(words, () => takeBack(entry)) : null });
  });
  return left ? problem : 'That was done meanwhile. Close this and look again.';
}
