import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import { classes } from './link.ts';

export type FieldWords = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and what to do; shown beside the field and read with it. */
  readonly error?: string | undefined;
  /** Shown after the label: "(optional)". */
  readonly optional?: string | undefined;
  /** Read out and not shown, where the field says it itself. */
  readonly labelHidden?: boolean | undefined;
};

/** A browser writes what is typed elsewhere into its own session file, in the clear: nothing is filled in or corrected. */
export const unwatched = { autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const;

type FrameProps = FieldWords & { readonly id: string; readonly children: ReactNode };

/** Label, hint, error and the field itself, one under another. */
export function Frame({ id, label, labelHidden = false, hint, error, optional, children }: FrameProps) {
  return (
    <div className={styles.field}>
      <label className={labelHidden ? styles.spoken : styles.label} htmlFor={id}>
        {label}
        {optional !== undefined && <span className={styles.optional}> {optional}</span>}
      </label>
      {hint !== undefined && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

/** The message beside a field, with its own id for aria-describedby. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <div className={styles.error} id={`${id}-error`}>
      <Icon name="warning" size={22} />
      {error}
    </div>
  );
}

/** The attributes that tie a field to its hint and its error. */
export function described(id: string, { hint, error }: { hint?: ReactNode; error?: string | undefined }) {
  const ids = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids === '' ? undefined : ids, 'aria-invalid': error === undefined ? undefined : true };
}

type TextFieldProps = FieldWords & Omit<ComponentPropsWithRef<'input'>, 'className'>;

/** One line of text: `<TextField label="Full name" name="name" defaultValue={…} error={…} />`. */
export function TextField({ label, hint, error, optional, id, ...rest }: TextFieldProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <Frame id={at} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        {...unwatched}
        {...rest}
        {...described(at, { hint, error })}
        id={at}
        className={styles.input}
      />
    </Frame>
  );
}

/** A short number in digits, without a spinner: `<NumberField label="Age" name="age" />`. */
export function NumberField({ label, hint, error, optional, id, ...rest }: TextFieldProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <Frame id={at} label={label} hint={hint} error={error} optional={optional}>
      <input
        type="text"
        inputMode="numeric"
        {...unwatched}
        {...rest}
        {...described(at, { hint, error })}
        id={at}
        className={classes(styles.input, styles.short)}
      />
    </Frame>
  );
}

type TextAreaProps = FieldWords & Omit<ComponentPropsWithRef<'textarea'>, 'className'>;

/** Several lines; grows with what is written. */
export function TextArea({ label, hint, error, optional, id, ...rest }: TextAreaProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <Frame id={at} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        rows={2}
        {...unwatched}
        {...rest}
        {...described(at, { hint, error })}
        id={at}
        className={classes(styles.input, styles.area)}
      />
    </Frame>
  );
}

type SelectFieldProps = FieldWords & Omit<ComponentPropsWithRef<'select'>, 'className'>;

/** The platform's own list: `<SelectField label="I am"><option>mother</option></SelectField>`. */
export function SelectField({ label, labelHidden, hint, error, optional, id, ...rest }: SelectFieldProps) {
  const own = useId();
  const at = id ?? own;
  return (
    <Frame id={at} label={label} labelHidden={labelHidden} hint={hint} error={error} optional={optional}>
      <div className={styles.within}>
        <select autoComplete="off" {...rest} {...described(at, { hint, error })} id={at} className={styles.input} />
        <Icon name="down" size={20} />
      </div>
    </Frame>
  );
}

type SearchFieldProps = Omit<ComponentPropsWithRef<'input'>, 'className' | 'placeholder'> & { readonly label: string };

/** Finds as you type; its label is the words inside it. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  return (
    <div className={styles.within}>
      <Icon name="search" />
      <input
        type="search"
        enterKeyHint="search"
        {...unwatched}
        {...rest}
        aria-label={label}
        placeholder={label}
        className={styles.input}
      />
    </div>
  );
}
