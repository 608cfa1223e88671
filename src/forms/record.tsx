import { type ReactNode, useState } from 'react';
import type { Fields } from '#db/draft.ts';
import type { BodyOf, ChangeOf, RecordOf, RegisterType } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/records.ts';
import type { Saying } from '#domain/records/say.ts';
import { useOnce } from '#ui/once.ts';
import type { Faults } from './faults.ts';
import { changedFields, filledFields } from './fields.ts';
import { type FormState, useForm } from './form.tsx';
import { NotSaved } from './not-saved.tsx';

/** Making and changing a register in a form. */

/** Which record, and the door it is saved by. */
export type OneRecord<R extends RegisterType> = {
  readonly type: R;
  readonly scope: string;
  /** "The park" */
  readonly words: string;
  /** Undefined for a new one. */
  readonly known: RecordOf<R> | undefined;
  readonly save: (words: string, sayings: readonly Saying[]) => Promise<string | null>;
  readonly onSaved: () => void;
};

/** What a form says of a record: its fields, an emptied one as the form holds it. */
export type Typed<R extends RegisterType> = { readonly [Field in keyof ChangeOf<R>]: ChangeOf<R>[Field] | '' };

export type RecordOptions<R extends RegisterType, T extends Fields> = OneRecord<R> & {
  /** What the fields hold of a record, and of none. */
  readonly typedOf: (body: ChangeOf<R>) => T;
  /** What is saved of what was typed; needs no fault to be left in it. */
  readonly bodyOf: (typed: T) => Typed<R>;
  readonly judge?: (typed: T) => Faults<T>;
};

/**
 * A form that makes a record or changes one. Of a known record it says only what was changed here, against what stood there when
 * it was touched: what others changed meanwhile is never put back.
 */
export function useRecord<R extends RegisterType, T extends Fields>(
  options: RecordOptions<R, T>,
): FormState<T> | undefined {
  const { type, scope, words, known, typedOf, bodyOf, judge, save, onSaved } = options;
  return useForm<T>({
    name: known ? `${type} ${known.id}` : type,
    now: typedOf((known?.body ?? {}) as ChangeOf<R>), // of a new one nothing is known
    ...(judge && { judge }),
    save: async (values, { id, opened }) => {
      const typed = bodyOf(values);
      const said: Saying = known
        ? { op: 'patch', type, id: known.id, scope, body: changedFields(filledFields(bodyOf(opened)), typed) }
        : { op: 'create', type, id, scope, body: { ...filledFields(typed), status: 'active' } };
      const problem = Object.keys(said.body).length === 0 ? null : await save(words, [said]);
      if (problem === null) onSaved();
      return problem;
    },
  });
}

/** The registers that are closed and opened again. */
type Closable = {
  [R in RegisterType]: BodyOf<R> extends { readonly status?: 'active' | 'closed' | null | undefined } ? R : never;
}[RegisterType];

/** Closes a known record, or opens it again: says its status and nothing that stands in the form. */
export function useClosing<R extends Closable>({
  type,
  scope,
  words,
  known,
  save,
  onSaved,
}: OneRecord<R>): {
  readonly turn: () => Promise<void>;
  readonly trouble: ReactNode;
} {
  const [trouble, setTrouble] = useState<string | null>(null);
  const turn = useOnce(async () => {
    if (!known) return;
    const status = isClosed(known) ? 'active' : 'closed';
    const problem = await save(words, [{ op: 'patch', type, id: known.id, scope, body: { status } }]);
    setTrouble(problem);
    if (problem === null) onSaved();
  });
  return { turn, trouble: <NotSaved trouble={trouble} /> };
}
