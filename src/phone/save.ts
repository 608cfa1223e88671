import { attempt } from '#db/attempt.ts';
import { SaidBefore } from '#forms/say-once.ts';

/**
 * Saves what a form of the phone says; null once it is on the disk. Where the disk fails it waits under `words` on every screen,
 * as every save does, and the form keeps what was typed.
 */
export async function keepHere(words: string, work: () => Promise<unknown>): Promise<string | null> {
  try {
    return (await attempt(words, work)) ? null : 'It is not kept on this phone yet. Try again.';
  } catch (fault) {
    if (!(fault instanceof SaidBefore)) throw fault;
    return 'It was saved at the first try, as it stood then. Look at it there: what was changed since is not saved.';
  }
}
