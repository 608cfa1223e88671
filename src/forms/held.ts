import { useLayoutEffect } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import type { FormState } from './form.tsx';

/**
 * A day that is offered is another one tomorrow: once anything else is typed it belongs to what was typed, so that a form that is
 * gone on with says the day that was seen.
 * @param now what the fields hold while nobody typed
 */
export function useHeld<T extends Fields>(form: FormState<T> | undefined, now: T, field: keyof T & string): void {
  const isTouched = form !== undefined && JSON.stringify(form.values) !== JSON.stringify({ ...form.values, ...now });
  // With what is drawn, not after it: a press that gives up what was typed must not be followed by a day written down.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first field is touched
  useLayoutEffect(() => {
    if (isTouched) form.change({ [field]: form.values[field] } as Partial<T>); // its own field
  }, [isTouched]);
}

/** In words: that another day is offered by now is nobody’s word. */
export const offered = (): string => '';
