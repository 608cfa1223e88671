import { create } from 'zustand';
import { attempt } from '#db/attempt.ts';
import { openPerson } from '#db/person.ts';
import type { Entry } from '#domain/records/entry.ts';
import { movesIn, takeBack } from '#features/boxes/actions.ts';

/** The last thing done with equipment and how to take it back. It stays until the next thing is done; no timer. */
export type Done = {
  readonly words: string;
  /** None once it was taken back. */
  readonly undo: (() => Promise<boolean>) | null;
};

type Kept = Done & { readonly device: string };

const useKept = create<{ done: Kept | null }>(() => ({ done: null }));

/** Whoever unlocks a shared phone next sees nothing of it. */
export const useLastDone = (): Done | null => {
  const done = useKept((state) => state.done);
  return done?.device === openPerson().profile.device ? done : null;
};

export const didLast = (done: Done): void =>
  useKept.setState({ done: { ...done, device: openPerson().profile.device } });

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
