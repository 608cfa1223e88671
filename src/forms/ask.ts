import type { AnswerFor } from '#domain/all-answers.ts';

/** Asking the server for what is no record: what came of it is a value, trouble included. */

/** An answer that did not come or was a refusal; `words` can be shown as they are. */
export type Failed = {
  readonly ok: false;
  /** 0: no answer at all. */
  readonly status: number;
  readonly words: string;
};
/** What came of asking the server. */
export type Got<T> = { readonly ok: true; readonly value: T } | Failed;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Asks the server. What it answers at an address follows from the address. */
export type Ask = <const Verb extends Method, const Path extends string>(
  method: Verb,
  path: Path,
  body?: unknown,
) => Promise<Got<AnswerFor<Verb, Path>>>;

/** Where nothing answers. */
export const noSignal: Failed = {
  ok: false,
  status: 0,
  words: 'No answer from the server. Find signal and try again.',
};
