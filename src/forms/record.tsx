import { type ReactNode, useState } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import type { BodyOf, ChangeOf, RecordOf, RegisterType } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import type { Saying } from '#domain/records/say.ts';
import { Button } from '#ui/button.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Buttons } from '#ui/stack.tsx';
import type { Days, Faults } from './faults.ts';
import { changedFields, filledFields } from './fields.ts';
import { Form, type FormProps, type FormState, useForm } from './form.tsx';
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
  /** Where to go then; the draft is gone. */
  readonly onSaved?: (() => void) | undefined;
};

/** What a form says of a record: its fields, an emptied one as the form holds it. */
export type Typed<R extends RegisterType> = { readonly [Field in keyof ChangeOf<R>]: ChangeOf<R>[Field] | '' };

/** A form that creates or changes one record: what the fields hold, and what they become in it. */
export type RecordOptions<R extends RegisterType, T extends Fields> = Omit<OneRecord<R>, 'scope'> & {
  /** For a new one it may be what is typed that says where it lives. */
  readonly scope: string | ((typed: T) => string);
  /** Names the form where a record has several: its drafts are apart. */
  readonly part?: string;
  readonly days?: Days<T>;
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
  const { type, words, known, typedOf, bodyOf, judge, days, save, onSaved, part = type } = options;
  return useForm<T>({
    name: known ? `${part} ${known.id}` : part,
    changes: known !== undefined,
    now: typedOf((known?.body ?? {}) as ChangeOf<R>), // of a new one nothing is known
    ...(judge && { judge }),
    ...(days && { days }),
    save: async (values, { id, opened }) => {
      const typed = bodyOf(values);
      const scope = typeof options.scope === 'string' ? options.scope : options.scope(values);
      const said: Saying = known
        ? { op: 'patch', type, id: known.id, scope, body: changedFields(filledFields(bodyOf(opened)), typed) }
        : { op: 'create', type, id, scope, body: { ...filledFields(typed), status: 'active' } };
      return Object.keys(said.body).length === 0 ? null : save(words, [said]);
    },
    ...(onSaved && { onSaved }),
  });
}

/** The registers that are closed and opened again. */
type Closable = {
  [R in RegisterType]: BodyOf<R> extends { readonly status?: 'active' | 'closed' | null | undefined } ? R : never;
}[RegisterType];

type ClosingProps<R extends RegisterType> = {
  readonly one: OneRecord<R>;
  /** "Close this park", "Give this target up" */
  readonly close: string;
  /** What closing means for it. */
  readonly meaning?: ReactNode;
  /** What still lies in it: `2 sessions planned`. It is said, and asked about, before it is closed; null while it is looked for. */
  readonly holds?: readonly string[] | null;
};

/** Closes a known record, or opens it again: says its status and nothing that stands in the form. */
function useClosing<R extends RegisterType>({ type, scope, words, known, save, onSaved }: OneRecord<R>) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const turn = useOnce(async () => {
    if (!known) return;
    const status = isClosed(known) ? 'active' : 'closed';
    const problem = await save(words, [{ op: 'patch', type, id: known.id, scope, body: { status } }]);
    setTrouble(problem);
    if (problem === null) onSaved?.();
  });
  return { turn, trouble };
}

const stillThere = (holds: readonly string[] | null): string => {
  if (holds === null) return 'Looking for what still lies in it…';
  return holds.length === 0 ? 'Nothing lies in it.' : `Still there: ${holds.join(', ')}.`;
};

type RecordFormProps<R extends RegisterType, T extends Fields> = FormProps<T> & {
  readonly one: OneRecord<R>;
  /** "Add the park" and "Save the park" */
  readonly add?: string;
  readonly save?: string;
  /** How it is closed, for what can be. */
  readonly closing?: R extends Closable ? Omit<ClosingProps<R>, 'one'> : never;
  /** In a sheet: buttons as wide as it. */
  readonly wide?: boolean;
};

/** The form of a record: its fields, and the buttons that save it, close it and open it again. */
export function RecordForm<R extends RegisterType, T extends Fields>(props: RecordFormProps<R, T>) {
  const { one, add = 'Save', save = 'Save', closing, wide = false, form, words, children } = props;
  const { turn, trouble } = useClosing(one);
  const { known } = one;
  const closed = known !== undefined && isClosed(known);
  const [asked, setAsked] = useState(false);
  const holds = closing?.holds === undefined || closed ? [] : closing.holds;
  return (
    <Form form={form} words={words}>
      <NotSaved trouble={trouble} />
      {children}
      <Buttons>
        <Button kind="primary" wide={wide} type="submit">
          {known ? save : add}
        </Button>
        {known && closing && !asked && (
          <Button wide={wide} onClick={() => (holds?.length === 0 ? void turn() : setAsked(true))}>
            {closed ? 'Open it again' : closing.close}
          </Button>
        )}
      </Buttons>
      {asked && closing && (
        <div role="alert">
          <Notice kind="warn" title={`${closing.close}?`}>
            <p>{stillThere(holds)}</p>
            <Buttons>
              <Button size="inline" onClick={() => void turn()}>
                Close it anyway
              </Button>
              <Button size="inline" onClick={() => setAsked(false)}>
                Keep it open
              </Button>
            </Buttons>
          </Notice>
        </div>
      )}
      {known && closing?.meaning && !closed && <Remark>{closing.meaning}</Remark>}
    </Form>
  );
}
