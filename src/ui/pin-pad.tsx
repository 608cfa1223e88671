import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import fieldStyles from './field.module.css';
import { described, Frame } from './field.tsx';
import { Icon } from './icon.tsx';
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
      <Frame id={id} label={label} hint={hint} error={error}>
        <div className={styles.line}>
          <input
            {...described(id, { hint, error })}
            id={id}
            className={fieldStyles.input}
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
      </Frame>
      <Keys value={value} onChange={onChange} busy={busy} words={words} />
    </form>
  );
}

type KeysProps = Required<Pick<PinPadProps, 'value' | 'onChange'>> & { busy: boolean; words: typeof english };

function Keys({ value, onChange, busy, words }: KeysProps) {
  const digit = (key: string) => (
    <Button key={key} onClick={() => onChange(value + key)}>
      {key}
    </Button>
  );
  return (
    <div className={styles.keys}>
      {digits.map(digit)}
      <span className={styles.rub}>
        <Button kind="quiet" wide onClick={() => onChange(value.slice(0, -1))}>
          {words.rubOut}
        </Button>
      </span>
      {digit('0')}
      <Button kind="primary" type="submit" notPossible={busy} aria-label={words.unlock}>
        <Icon name="next" />
      </Button>
    </div>
  );
}
