import { fact, type Saying } from '#domain/records/say.ts';
import { answersScope } from '#domain/records/scopes.ts';

/** What is said when a coordinator has read somebody’s own words. */

type Words = {
  readonly answer: string;
  readonly partner: string;
  /** What became of them before, where they were read before. */
  readonly read: { readonly idea: string | null; readonly facts: readonly string[] } | null;
};

type Reading = {
  readonly verdict: 'use' | 'changed' | 'keepBack';
  readonly says?: string | undefined;
  /** The idea they are a voice for; as before where it is not said. */
  readonly idea?: string;
};

/** What becomes of some words; it takes the place of what this reader saw before. */
export function readWords(
  { answer, partner, read }: Words,
  { verdict, says, idea }: Reading,
  id: string,
  at: string,
): Saying {
  const about = idea ?? read?.idea ?? undefined;
  return fact('wordsRead', id, answersScope(partner), {
    ...{ answer, verdict, at },
    ...(verdict === 'changed' && says !== undefined && { says }),
    ...(about !== undefined && { idea: about }),
    replaces: [...(read?.facts ?? [])],
  });
}
