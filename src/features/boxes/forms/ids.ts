import { useRef } from 'react';
import { hashOf } from '#domain/records/canonical.ts';
import type { Saying } from '#domain/records/say.ts';
import type { Occasion } from '#domain/stock/acts.ts';

/**
 * The ids a form gives to all it says, made of its own: a movement for each line, the same at every try, so that a line that was
 * saved after all is not saved once more. `idsOf(form)('loaded ball')`
 */
export const idsOf =
  (form: string): Occasion['newId'] =>
  (of) =>
    `${form.slice(0, 23)}-${hashOf([form, of]).slice(0, 12)}`;

type Say = (nowMs: number, newId: Occasion['newId']) => readonly Saying[];

/**
 * What a form says, by its id and what stands in it: pressed again it is the same to the letter, as an answer may have been lost.
 * *Why: a fact said again with another moment, or with what is known since, is another fact, and refused.*
 */
export function useTries(): (form: string, typed: unknown, say: Say) => readonly Saying[] {
  const first = useRef({ form: '', nowMs: 0, typed: '', said: [] as readonly Saying[] });
  return (form, typed, say) => {
    const before = first.current;
    const nowMs = before.form === form ? before.nowMs : Date.now();
    const key = JSON.stringify(typed);
    if (before.form !== form || before.typed !== key)
      first.current = { form, nowMs, typed: key, said: say(nowMs, idsOf(form)) };
    return first.current.said;
  };
}

/** What was handed in stands until something is typed anew: what it changed itself is no news to it. */
export function useHandedIn<T>() {
  const held = useRef<T | null>(null);
  return {
    handIn: (values: T): T => {
      held.current = values;
      return values;
    },
    /** @param otherwise what is meant where nothing was handed in */
    meant: (otherwise: () => T): T => held.current ?? otherwise(),
    typeAnew: (): void => {
      held.current = null;
    },
  };
}
