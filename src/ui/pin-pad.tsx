import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { described } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './pin-pad.module.css';

type PinPadProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** With the sixth digit: there is no key to press for it. */
  readonly onWhole: (pin: string) => void;
  /** What stands over the pad: what is wrong, or what waits. Its place is kept, so that no key moves under a finger. */
  readonly says?: ReactNode;
  readonly error?: string | undefined;
  /** The key is being made from the PIN: nothing can be typed. */
  readonly busy?: boolean | undefined;
  /** current-password lets a password manager fill it in; new-password when a PIN is chosen. */
  readonly autoComplete?: 'current-password' | 'new-password' | undefined;
};

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const length = 6;

/** A PIN of six digits: a real password field that can be typed in, pasted into or filled, over big digits in their usual order. */
export function PinPad(props: PinPadProps) {
  const { label, value, onChange, onWhole, error, says, busy = false } = props;
  const [shown, setShown] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);

  function type(typed: string) {
    const pin = typed.replace(/\D/g, '').slice(0, length);
    if (busy) return;
    onChange(pin);
    if (pin.length === length) onWhole(pin);
  }

  // Who has a keyboard begins to type at once, and on a touch screen no keyboard comes up over the pad. Focus is the browser's.
  useEffect(() => {
    if (window.matchMedia?.('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, []);
  // A keyboard types on at once after a wrong PIN; focus is outside React.
  useEffect(() => {
    if (error !== undefined && !busy) field.current?.focus({ preventScroll: true });
  }, [error, busy]);

  return (
    <div className={styles.pad}>
      <div className={styles.says}>
        {error === undefined ? (
          says
        ) : (
          <p role="alert" className={styles.error} id={`${id}-error`}>
            <Icon name="warning" />
            {error}
          </p>
        )}
      </div>
      <div className={styles.field}>
        <input
          {...described(id, { error })}
          ref={field}
          id={id}
          className={shown ? styles.shown : styles.hidden}
          aria-label={label}
          type={shown ? 'text' : 'password'}
          inputMode="numeric"
          autoComplete={props.autoComplete ?? 'current-password'}
          value={value}
          onChange={(event) => type(event.target.value)}
        />
        {!shown && <Rings typed={value.length} />}
        <span className={styles.when}>{busy ? 'Opening…' : 'Opens at the sixth'}</span>
      </div>
      <Keys value={value} onType={type}>
        <Button aria-pressed={shown} onClick={() => setShown(!shown)}>
          <Icon name="eye" />
          {shown ? 'Hide' : 'Show'}
        </Button>
      </Keys>
    </div>
  );
}

/** One for each digit, full where it is typed. */
function Rings({ typed }: { typed: number }) {
  return (
    <span className={styles.rings} aria-hidden="true">
      {Array.from({ length }, (_, at) => at).map((at) => (
        <span key={at} className={at < typed ? styles.full : styles.ring} />
      ))}
    </span>
  );
}

/** The keys of a telephone; what is beside 0 is given. */
function Keys({ value, onType, children }: { value: string; onType: (typed: string) => void; children: ReactNode }) {
  return (
    <div className={styles.keys}>
      {digits.map((key) => (
        <Button key={key} onClick={() => onType(value + key)}>
          {key}
        </Button>
      ))}
      {children}
      <Button onClick={() => onType(`${value}0`)}>0</Button>
      <Button onClick={() => onType(value.slice(0, -1))}>
        <Icon name="delete" />
        Delete
      </Button>
    </div>
  );
}
