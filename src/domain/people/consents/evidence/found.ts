import { defects } from '#domain/people/consents/complete.ts';

/** What the nightly check finds beside what is looked at before goodbye. */
export const checkDefects = {
  ...defects,
  changed: ['The record is not what was first written', 'Compare the backups and the log; take it again'],
  notLinked: ['The record is in no chain of the server', 'Start the server once; if it stays, look into the backups'],
} as const;
export type CheckDefect = keyof typeof checkDefects;

/** What was found in one partner’s consents: ids and codes, no names. */
export type ConsentsFound = {
  /** Decisions, but those entered in error. */
  readonly all: number;
  readonly complete: number;
  /**
   * Decisions of people who were erased: the chain still holds their hashes, and nothing is left to look at. A check from before
   * anybody could be erased has none.
   */
  readonly erased?: number;
  readonly defects: readonly ConsentFault[];
};
/** A decision that would not convince somebody years later. */
export type ConsentFault = {
  readonly consent: string;
  /** The badge that stands for all of theirs. */
  readonly person: string;
  readonly codes: readonly CheckDefect[];
};
