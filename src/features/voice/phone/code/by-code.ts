import type { Respondent } from '#domain/voice-codes.ts';
import type { Askable } from '#features/voice/phone/asking/choices.ts';

/** What was chosen to ask by a code, as one page of the worker’s phone gives it to the next: beside the address, not in it. */
export type ByCode = {
  readonly title: string;
  readonly respondent: Respondent;
  /** Versions, by their hashes. */
  readonly forms: readonly string[];
};

export const byCode = ({ title, forms }: Askable, respondent: Respondent): ByCode => ({
  ...{ title, respondent },
  forms: forms.map(({ sha256 }) => sha256),
});

/** Where its page is. */
export const codePath = (session: string): string => `/s/${session}/ask/code`;

/** What came with the address; null where somebody came some other way. */
export const byCodeIn = (state: unknown): ByCode | null =>
  typeof state === 'object' && state !== null && 'forms' in state ? (state as ByCode) : null; // written by the page before

/** The address a code stands for. The token is behind the #, which no browser sends. */
export const addressOf = (token: string): string => `${window.location.origin}/v/#${token}`;
