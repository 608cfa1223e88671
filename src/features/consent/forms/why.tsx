import type { FormState } from '#forms/form.tsx';
import { TextArea, TextField } from '#ui/field.tsx';

/** Why somebody decided so, and what they saw: written by workers, read by coordinators. */

/** As it is typed. */
export type WhyTyped = { readonly why: string; readonly seen: string };
/** Nothing typed yet. */
export const noWhy: WhyTyped = { why: '', seen: '' };

/** What is wrong with it. */
export const whyFaults = ({ why }: WhyTyped) => ({ why: why.trim() === '' ? 'Write why, in a few words.' : undefined });

/** As it is kept. */
export const whyOf = ({ why, seen }: WhyTyped) => ({
  text: why.trim(),
  ...(seen.trim() && { seen: seen.trim() }),
});

/** Its fields. @param seen what may have been seen; no field where nothing is to be seen */
export function WhyFields({ form, seen }: { form: Pick<FormState<WhyTyped>, 'text'>; seen?: string }) {
  return (
    <>
      <TextArea
        label="Why?"
        hint="A coordinator reads it; other workers do not."
        maxLength={2000}
        {...form.text('why')}
      />
      {seen && <TextField label={seen} optional="(optional)" maxLength={200} {...form.text('seen')} />}
    </>
  );
}
