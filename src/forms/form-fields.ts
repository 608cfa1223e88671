import type { ChangeEvent } from 'react';
import type { Fields } from '#db/kept-forms.ts';
import type { FieldFault } from '#ui/error-summary.tsx';
import type { DayFieldProps } from './day-field.tsx';
import { type Days, type Faults, idOf, listed } from './faults.ts';

/** What the fields of a form are spread with. */

type Name<T> = keyof T & string;
type Typing = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
type Field<Value, Change> = {
  readonly id: string;
  readonly value: Value;
  readonly error: string | undefined;
  readonly onChange: (change: Change) => void;
};

/** What each kind of field is given, by name: its id, what stands in it, what is wrong with it, and what typing does. */
export type FormFields<T extends Fields> = {
  /** For a text field: `<TextField label="Name" {...form.text('name')} />`. */
  readonly text: (name: Name<T>) => Field<string, Typing>;
  readonly tick: (name: Name<T>) => { readonly checked: boolean; readonly onChange: (checked: boolean) => void };
  /** For one answer of several, which is handed over as itself: `<Choice legend="Why?" {...form.choice('reason')} />`. */
  readonly choice: <Of extends Name<T>>(name: Of) => Field<T[Of], NonNullable<T[Of]>>;
  /** For a day: `<DayField label="By" {...form.day('by')} />`. */
  readonly day: (name: Name<T>) => Omit<DayFieldProps, 'label' | 'optional'>;
  readonly error: (name: Name<T>) => string | undefined;
  /** What is wrong with a field inside one that is a list, by its own id. */
  readonly errorOf: (fieldId: string) => string | undefined;
  readonly errors: readonly FieldFault[];
};

type Parts<T extends Fields> = {
  readonly prefix: string;
  readonly values: T;
  readonly faults: Faults<T>;
  readonly days: Days<T>;
  readonly sure: readonly string[];
  readonly change: (changed: Partial<T>, sure?: readonly string[]) => void;
};

export function fieldsOf<T extends Fields>({ prefix, values, faults, days, sure, change }: Parts<T>): FormFields<T> {
  const errors = listed(prefix, faults);
  const errorOf = (fieldId: string) => errors.find((each) => each.fieldId === fieldId)?.message;
  const error = (field: string) => errorOf(idOf(prefix, field));
  const set = (field: string, value: unknown) => change({ [field]: value } as Partial<T>); // what its own field hands over
  const base = (field: Name<T>) => ({ id: idOf(prefix, field), error: error(field) });
  const textOf = (field: Name<T>) => String(values[field] ?? '');
  return {
    text: (field) => ({
      ...base(field),
      value: textOf(field),
      onChange: (event) => set(field, event.target.value),
    }),
    tick: (field) => ({ checked: values[field] === true, onChange: (checked) => set(field, checked) }),
    choice: (field) => ({ ...base(field), value: values[field], onChange: (value) => set(field, value) }),
    day: (field) => ({
      ...base(field),
      ...{ when: days[field] ?? 'any', value: textOf(field), sure },
      onChange: (day) => set(field, day),
      onSure: (said) => change({}, said),
    }),
    ...{ error, errorOf, errors },
  };
}
