import { useSyncExternalStore } from 'react';
import { isOpen, openPerson } from './person.ts';
import { CannotSave } from './reopen.ts';

/**
 * A save that failed is kept in memory and offered again: no tap is ever dropped, and no tick is shown for one that is not on
 * the disk. The shell shows what waits here on every screen.
 */

/** One save that failed: what it was, in words, and how to try it again. `full`: for want of room. */
export type Unsaved = {
  readonly id: number;
  readonly words: string;
  readonly full: boolean;
  /** Whose it is: the open person's device, or null for what a locked phone saved. Nobody else sees it or saves it. */
  readonly owner: string | null;
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

const ownerNow = (): string | null => (isOpen() ? openPerson().profile.device : null);

/** What a disk says when it fails; anything else is a fault of ours, which trying again cannot mend. */
export const isDiskFault = (fault: unknown): boolean =>
  fault instanceof CannotSave ||
  fault instanceof DOMException ||
  (fault instanceof Error && /^(Dexie|Quota|Abort|Transaction|Unknown|DatabaseClosed|OpenFailed)/.test(fault.name));

/** Runs a save whose form keeps what was filled in; true once it is on the disk. What only we can mend is thrown. */
export async function onDisk(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (fault) {
    if (!isDiskFault(fault)) throw fault;
    return false;
  }
}

/** Runs a save; true once it is on the disk. Where the disk fails, the save waits under `words` until somebody tries again. */
export async function attempt(words: string, work: () => Promise<unknown>): Promise<boolean> {
  const owner = ownerNow();
  try {
    await work();
    return true;
  } catch (fault) {
    if (!isDiskFault(fault)) throw fault;
    set([...unsaved, { id: nextId, words, full: isFull(fault), owner, again: work }]);
    nextId += 1;
    return false;
  }
}

/** Tries one again, for its owner only. It leaves the list first, and comes back to it if the disk fails again. */
export async function tryAgain(one: Unsaved): Promise<boolean> {
  if (one.owner !== ownerNow()) return false;
  const held = holders.get(one.id);
  giveUp(one.id);
  if (!held) return attempt(one.words, one.again);
  const last = lastUnsaved();
  await held();
  return lastUnsaved() === last;
}

const holders = new Map<number, () => Promise<unknown>>();

/** The last save that failed; null where none did. */
export const lastUnsaved = (): number | null => (nextId === 1 ? null : nextId - 1);

/**
 * While the form a failed save came from is open, trying it again is the form's: it says what stands in it by then, and ends.
 * @returns lets go of it: then it is tried again as it was handed in
 */
export function holdUnsaved(id: number, again: () => Promise<unknown>): () => void {
  holders.set(id, again);
  return () => void holders.delete(id);
}

/** It waits no more: it is tried otherwise, or was saved. */
export function giveUp(id: number): void {
  holders.delete(id);
  set(unsaved.filter((each) => each.id !== id));
}

/** What waits for whoever looks at the screen now. */
export function useUnsaved(): readonly Unsaved[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => unsaved,
  );
  return all.filter(({ owner }) => owner === ownerNow());
}
