import type { FormState } from '#forms/form.tsx';
import { FieldError, NumberField } from '#ui/field.tsx';
import styles from './born.module.css';

type Born = { readonly day: string; readonly month: string; readonly year: string };

type BornFieldProps<T extends Born> = {
  readonly form: FormState<T>;
  /** The age it comes to, said back so that a slip is seen. */
  readonly says: string;
};

/** A day people know by heart is typed, in three fields and without a calendar. The year alone is an answer. */
export function BornField<T extends Born>({ form, says }: BornFieldProps<T>) {
  const { error, ...day } = form.text('day');
  const hint = `${day.id}-hint`;
  return (
    <fieldset className={styles.born} aria-describedby={error === undefined ? hint : `${hint} ${day.id}-error`}>
      <legend>Date of birth</legend>
      <p id={hint}>Such as 27 3 2014. The year alone will do.</p>
      <FieldError id={day.id} error={error} />
      <div>
        <NumberField label="Day" aria-invalid={error !== undefined} {...day} />
        <NumberField label="Month" {...form.text('month')} />
        <NumberField label="Year" {...form.text('year')} />
      </div>
      <output>{says}</output>
    </fieldset>
  );
}
