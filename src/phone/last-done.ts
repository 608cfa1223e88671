import { create } from 'zustand';

/** The last thing done on some screens, with how to take it back. It stays until the next thing is done; no timer. */

const forgets = new Set<() => void>();

/** What is in memory and names people is let go of as the phone locks. */
export const onForget = (forget: () => void): void => void forgets.add(forget);

/** A last thing done, of its own kind: the register’s is not the boxes’. */
export function lastDone<Done>() {
  const useKept = create<{ done: Done | null }>(() => ({ done: null }));
  const didLast = (done: Done | null): void => useKept.setState({ done });
  onForget(() => didLast(null));
  const forgetLast = (done: Done): void => useKept.setState((now) => (now.done === done ? { done: null } : now));
  return { useLastDone: (): Done | null => useKept(({ done }) => done), didLast, forgetLast };
}

/** The phone locks: what was done names people, and whoever unlocks it next may be somebody else. */
export function forgetDone(): void {
  for (const forget of forgets) forget();
}
