import { useRef } from 'react';
import { hashOf } from '#domain/records/canonical.ts';
import type { Occasion } from '#domain/stock/acts.ts';

/**
 * The ids a form gives to all it says, made of its own: a movement for each line, the same at every try, so that a line that was
 * saved after all is not saved once more. `idsOf(form)('loaded ball')`
 */
export const idsOf =
  (form: string): Occasion['newId'] =>
  (of) =>
    `${form.slice(0, 23)}-${hashOf([form, of]).slice(0, 12)}`;

/** The moment a form was first pressed, and its ids. *Why: a fact said again with another moment is another fact, and refused.* */
export function useTries(): (form: string) => { readonly nowMs: number; readonly newId: Occasion['newId'] } {
  const first = useRef({ form: '', nowMs: 0 });
  return (form) => {
    if (first.current.form !== form) first.current = { form, nowMs: Date.now() };
    return { nowMs: first.current.nowMs, newId: idsOf(form) };
  };
}
