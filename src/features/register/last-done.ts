import { lastDone } from '#phone/last-done.ts';

/** The last thing done on a register and how to take it back. */
export type RegisterDone = {
  readonly session: string;
  readonly words: string;
  readonly undo: () => Promise<unknown>;
  /** Offered beside Undo: the named person had been counted before. */
  readonly alsoCounted?: (() => Promise<unknown>) | undefined;
};

export const { useLastDone, didLast, forgetLast } = lastDone<RegisterDone>();
