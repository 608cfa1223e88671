import { type ReactNode, useState } from 'react';
import type { Fields } from '#db/draft.ts';
import { create, patch, type Saying } from '#db/save.ts';
import type { Body } from '#domain/records/entry.ts';
import { useOnce } from '#ui/once.ts';
import { changedFields, filledFields } from './fields.ts';
import { type Faults, type FormState, useForm } from './form.tsx';
import { NotSaved } from './not-saved.tsx';

/** Making and changing a register in a form. */

export type Known = { readonly id: string; readonly body: Body };

/** Which record, and the door it is saved by. */
export type OneRecord = {
  readonly type: string;
  readonly scope: string;
  /** "The park" */
  readonly words: string;
  /** Undefined for a new one. */
  readonly known: Known | undefined;
  readonly save: (words: string, sayings: readonly Saying[]) => Promise<string | null>;
  readonly onSaved: () => void;
};

export type RecordOptions<T extends Fields> = OneRecord & {
  /** What the fields hold of a record, and of none. */
  readonly typedOf: (body: Body) => T;
  /** What is saved of what was typed; needs no fault to be left in it. */
  readonly bodyOf: (typed: T) => Body;
  readonly judge?: (typed: T) => Faults<T>;
};

/**
 * A form that makes a record or changes one. Of a known record it says only what was changed here, against what stood there when
 * it was touched: what others changed meanwhile is never put back.
 */
export function useRecord<T extends Fields>(options: RecordOptions<T>): FormState<T> | undefined {
  const { type, scope, words, known, typedOf, bodyOf, judge, save, onSaved } = options;
  return useForm<T>({
    name: known ? `${type} ${known.id}` : type,
    now: typedOf(known?.body ?? {}),
    ...(judge && { judge }),
    save: async (values, { id, opened }) => {
      const said = known
        ? patch(type, known.id, scope, changedFields(filledFields(bodyOf(opened)), bodyOf(values)))
        : create(type, id, scope, { ...filledFields(bodyOf(values)), status: 'active' });
      const problem = Object.keys(said.body).length === 0 ? null : await save(words, [said]);
      if (problem === null) onSaved();
      return problem;
    },
  });
}

/** Closes a known record, or opens it again: says its status and nothing that stands in the form. */
export function useClosing({ type, scope, words, known, save, onSaved }: OneRecord): {
  readonly turn: () => Promise<void>;
  readonly trouble: ReactNode;
} {
  const [trouble, setTrouble] = useState<string | null>(null);
  const turn = useOnce(async () => {
    if (!known) return;
    const status = known.body.status === 'closed' ? 'active' : 'closed';
    const problem = await save(words, [patch(type, known.id, scope, { status })]);
    setTrouble(problem);
    if (problem === null) onSaved();
  });
  return { turn, trouble: <NotSaved trouble={trouble} /> };
}
