import type { Fields } from '#db/kept-forms.ts';
import type { FormState } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';

type WhyProps<T extends Fields & { readonly why: string }> = { readonly form: FormState<T> };

/** Why it is put right, and the button that does it. */
export function Why<T extends Fields & { readonly why: string }>({ form }: WhyProps<T>) {
  return (
    <>
      <TextField
        label="Why?"
        hint="Everybody who reads the history of this session sees it"
        {...form.text('why' as keyof T & string)} // every such form has it
        maxLength={200}
      />
      <Button kind="primary" wide type="submit">
        Save the correction
      </Button>
    </>
  );
}
