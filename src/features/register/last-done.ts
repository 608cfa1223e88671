import { create } from 'zustand';

/** The last thing done on a register and how to take it back. It stays until the next thing is done; no timer. */
export type Done = {
  readonly session: string;
  readonly words: string;
  readonly undo: () => Promise<unknown>;
  /** Offered beside Undo: the named person had been counted before. */
  readonly alsoCounted?: (() => Promise<unknown>) | undefined;
};

export const useLastDone = create<{ done: Done | null }>(() => ({ done: null }));

export const didLast = (done: Done | null): void => useLastDone.setState({ done });
