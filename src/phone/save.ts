import { attempt } from '#db/attempt.ts';

/**
 * Saves what a form of the phone says; null once it is on the disk. Where the disk fails it waits under `words` on every screen,
 * as every save does, and the form keeps what was typed.
 */
export const keepHere = async (words: string, work: () => Promise<unknown>): Promise<string | null> =>
  (await attempt(words, work)) ? null : 'It is not kept on this phone yet. Try again.';
