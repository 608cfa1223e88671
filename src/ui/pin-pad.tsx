import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { described, FieldError } from './field.tsx';
import { Icon } from './icon.tsx';
import { classes } from './link.ts';
import styles from './pin-pad.module.css';

type PinPadProps = {
  readonly label: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  readonly error?: string | undefined;
  readonly hint?: ReactNode;
  /** The key is being made from the PIN, or too many wrong ones were tried: nothing can be sent. */
  readonly busy?: boolean | undefined;
  /** current-password lets a password manager fill it in; new-password when a PIN is chosen. */
  readonly autoComplete?: 'current-password' | 'new-password' | undefined;
  readonly words?:
    | { readonly show: string; readonly hide: string; readonly rubOut: string; readonly unlock: string }
    | undefined;
};

const english = { show: 'Show', hide: 'Hide', rubOut: 'Rub out', unlock: 'Unlock' };
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** A PIN: a real password field that can be typed in, pasted into or filled, over big digits in their usual order. */
export function PinPad(props: PinPadProps) {
  const { label, value, onChange, onSubmit, error, hint, busy = false, words = english } = props;
  const [shown, setShown] = useState(false);
  const id = useId();
  return (
    <form
      className={styles.pad}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSubmit();
      }}
    >
      <div className={styles.entry}>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <div id={`${id}-hint`}>{hint}</div>}
        <FieldError id={id} error={error} />
        <div className={styles.line}>
          <input
            {...described(id, { hint, error })}
            id={id}
            type={shown ? 'text' : 'password'}
            inputMode="numeric"
            autoComplete={props.autoComplete ?? 'current-password'}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
        </div>
      </div>
      <Keys value={value} onChange={onChange} busy={busy} words={words} />
    </form>
  );
}

type KeysProps = Required<Pick<PinPadProps, 'value' | 'onChange'>> & { busy: boolean; words: typeof english };

function Keys({ value, onChange, busy, words }: KeysProps) {
  const digit = (key: string) => (
    <button key={key} type="button" className={styles.key} onClick={() => onChange(value + key)}>
      {key}
    </button>
  );
  return (
    <div className={styles.keys}>
      {digits.map(digit)}
      <button type="button" className={classes(styles.key, styles.plain)} onClick={() => onChange(value.slice(0, -1))}>
        {words.rubOut}
      </button>
      {digit('0')}
      <button type="submit" className={classes(styles.key, styles.go)} aria-disabled={busy || undefined}>
        <Icon name="next" label={words.unlock} />
      </button>
    </div>
  );
}
