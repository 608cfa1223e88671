import { useState } from 'react';
import type { GivenAnswers } from '#domain/voice/indicators/acts.ts';

/** One person and the statements put to them, one after another. Nothing of it is kept before the last one. */

type Statement = { readonly id: string; readonly statement: string };

export type StatementSitting = {
  readonly at: number;
  readonly of: number;
  readonly now: Statement | undefined;
  readonly answer: number | undefined;
  readonly setAnswer: (answer: number) => void;
  /** None from the first one. */
  readonly back: (() => void) | undefined;
  /** On with the answer, or without one: a statement that is skipped says nothing. */
  readonly next: () => void;
  readonly skip: () => void;
  /** As before the first statement. */
  readonly forget: () => void;
};

/** @param onDone is given every answer after the last statement */
export function useSitting(put: readonly Statement[], onDone: (answers: GivenAnswers) => void): StatementSitting {
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<GivenAnswers>({});
  const now = put[at];
  const go = (to: number) => {
    setAt(to);
    window.scrollTo(0, 0);
  };
  const goOn = (all: GivenAnswers) => (at + 1 < put.length ? go(at + 1) : onDone(all));
  return {
    ...{ at, of: put.length, now, answer: now && answers[now.id] },
    setAnswer: (answer) => now && setAnswers({ ...answers, [now.id]: answer }),
    back: at > 0 ? () => go(at - 1) : undefined,
    next: () => goOn(answers),
    skip: () => {
      const { [now?.id ?? '']: _, ...others } = answers;
      setAnswers(others);
      goOn(others);
    },
    forget: () => {
      setAt(0);
      setAnswers({});
    },
  };
}
