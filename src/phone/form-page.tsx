import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Fields } from '#db/kept-forms.ts';
import { Form, type FormProps } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import type { IconName } from '#ui/icon.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';

type FormPageProps<T extends Fields> = FormProps<T> & {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** The address one level up. Going there loses nothing: the draft waits. */
  readonly back: string;
  readonly submit: string;
  /** What this button says beside what was typed, where another in `foot` says otherwise. */
  readonly submitAs?: Partial<T> | undefined;
  readonly iconEnd?: IconName | undefined;
  /** Under the button. */
  readonly foot?: ReactNode;
  /** Below the form: what was noted before, what is planned already. */
  readonly below?: ReactNode;
};

/** A form as a page of its own: what is wrong above, the fields, and one button that stays at the bottom. */
export function FormPage<T extends Fields>(props: FormPageProps<T>) {
  const { form, words, title, subtitle, back, submit, submitAs, iconEnd, foot, below, children } = props;
  return (
    <PhonePage
      title={title}
      subtitle={subtitle}
      back={(parts) => <Link to={back} {...parts} />}
      bottom={
        <Foot>
          <Button
            kind="primary"
            wide
            iconEnd={iconEnd}
            onClick={() => {
              if (submitAs) form.change(submitAs);
              void form.submit();
            }}
          >
            {submit}
          </Button>
          {foot}
        </Foot>
      }
    >
      <Form form={form} words={words}>
        {children}
      </Form>
      {below}
    </PhonePage>
  );
}
