import { useSyncExternalStore } from 'react';

/**
 * A save that failed is kept in memory and offered again: no tap is ever dropped, and no tick is shown for one that is not on
 * the disk. The shell shows what waits here on every screen.
 */

export type Unsaved = {
  readonly id: number;
  readonly words: string;
  readonly full: boolean;
  readonly again: () => Promise<unknown>;
};

let unsaved: readonly Unsaved[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(next: readonly Unsaved[]): void {
  unsaved = next;
  for (const listener of listeners) listener();
}

const isFull = (fault: unknown): boolean => fault instanceof Error && /Quota/.test(`${fault.name} ${fault.message}`);

/**
 * Runs a save; true once it is on the disk. Where the disk fails, the save waits under `words` until somebody tries again.
 * A fault of ours (a malformed record) is not a disk that fails: it throws.
 */
export async function attempt(words: string, work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (fault) {
    if (fault instanceof Error && fault.message.startsWith('cannot save ')) throw fault;
    set([...unsaved, { id: nextId, words, full: isFull(fault), again: work }]);
    nextId += 1;
    return false;
  }
}

/** Tries one again. It leaves the list first, and comes back to it if the disk fails again. */
export async function tryAgain(one: Unsaved): Promise<boolean> {
  set(unsaved.filter(({ id }) => id !== one.id));
  return attempt(one.words, one.again);
}

export function useUnsaved(): readonly Unsaved[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsaved,
  );
}
