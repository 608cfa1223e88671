import { useRef } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { Saying } from '#domain/records/say.ts';
import type { Occasion } from '#domain/stock/acts.ts';
import { type FormOptions, type FormState, type Saving, useForm } from '#forms/form.tsx';

/**
 * The ids a form gives to all it says, made of its own: a movement for each line, the same at every try, so that a line that was
 * saved after all is not saved once more. `idsOf(form)('loaded ball')`
 */
export const idsOf =
  (form: string): Occasion['newId'] =>
  (of) =>
    `${form.slice(0, 23)}-${hashOf([form, of]).slice(0, 12)}`;

type Say = (nowMs: number, newId: Occasion['newId']) => readonly Saying[];

/** What a form has handed in and is not known to be saved. It lies in the draft, as the id it was said under does. */
type Tried = {
  readonly form: string;
  readonly nowMs: number;
  readonly tries: readonly { readonly typed: string; readonly said: readonly Saying[] }[];
};

/**
 * What a form says: handed in again it is the same to the letter, as an answer may have been lost. *Why: a fact said again with
 * another moment, or with what is known since, is another fact, and refused.* A line that was changed since keeps its id: where the
 * first try was saved after all, the change is refused, and never counted beside it.
 */
function saidAgain(before: Tried | undefined, form: string, typed: unknown, say: Say) {
  const { nowMs, tries } = before?.form === form ? before : { nowMs: Date.now(), tries: [] };
  const key = JSON.stringify(typed);
  const same = tries.find((each) => each.typed === key);
  if (same) return { said: same.said, tried: undefined };
  const said = say(nowMs, idsOf(form));
  return { said, tried: { form, nowMs, tries: [...tries, { typed: key, said }] } };
}

/** `again` is what a desk says of what was typed, whose answers may be lost. */
export type SayingAgain<T> = Saving<T> & { readonly again: (typed: unknown, say: Say) => readonly Saying[] };

type FactFormOptions<T extends Fields> = Omit<FormOptions<T>, 'save'> & {
  readonly save: (values: T, saving: SayingAgain<T>) => ReturnType<FormOptions<T>['save']>;
};

/** A form that says facts. What it handed in outlives the page together with what was typed. */
export function useFactForm<T extends Fields>({ save, ...options }: FactFormOptions<T>): FormState<T> | undefined {
  const form: FormState<T> | undefined = useForm<T>({
    ...options,
    save: ({ tried: before, ...typed }: T & { readonly tried?: Tried }, saving) => {
      const again = (words: unknown, say: Say) => {
        const { said, tried } = saidAgain(before, saving.id, words, say);
        if (tried) form?.change({ tried } as unknown as Partial<T>); // a field of the draft that no screen shows
        return said;
      };
      return save(typed as unknown as T, { ...saving, again }); // all that T names
    },
  });
  return form;
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
