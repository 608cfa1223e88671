import { type ReactNode, useId, useRef } from 'react';
import styles from './amount-row.module.css';
import { described, FieldError, unwatched } from './field.tsx';
import { Icon } from './icon.tsx';
import { KitIcon } from './kit.tsx';

type AmountRowProps = {
  /** A drawing of `KitIcon`; none where it is left out. */
  readonly icon?: unknown;
  readonly label: string;
  /** Under the label: "20 there". */
  readonly hint?: ReactNode;
  /** As typed: it may be anything until it is judged. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  /** What the first + or − counts from while the field is empty. */
  readonly startsAt?: number | undefined;
  /** Whether zero is an answer, as in a count; else it empties the field. */
  readonly mayBeZero?: boolean | undefined;
  readonly placeholder?: string | undefined;
};

/** One thing and how many: minus, the number, plus. `<AmountRow icon="ball" label="Football" value={n} onChange={setN} />` */
export function AmountRow(props: AmountRowProps) {
  const { icon, label, hint, value, onChange, error, startsAt = 0, mayBeZero = false, placeholder } = props;
  const own = useId();
  const id = props.id ?? own;
  const field = useRef<HTMLInputElement>(null);
  const step = (by: 1 | -1) => () => {
    const typed = value.trim();
    // What is not certainly a number is nothing to count on from: it is shown to be put right.
    if (!/^\d*$/.test(typed)) {
      field.current?.focus();
      return field.current?.select();
    }
    const next = Math.max(0, (typed === '' ? startsAt : Number(typed)) + by);
    onChange(next === 0 && !mayBeZero ? '' : String(next));
  };
  // A question is no name for a button: "One more, Football", but "One more" under "How many?".
  const of = label.endsWith('?') ? '' : `, ${label}`;
  return (
    <div className={styles.row}>
      {icon !== undefined && <KitIcon name={icon} size={26} />}
      <span className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
      </span>
      <span className={styles.set}>
        <button type="button" aria-label={`One less${of}`} onClick={step(-1)}>
          <Icon name="minus" />
        </button>
        <input
          type="text"
          inputMode="numeric"
          {...unwatched}
          {...described(id, { hint, error })}
          ref={field}
          id={id}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" aria-label={`One more${of}`} onClick={step(1)}>
          <Icon name="plus" />
        </button>
      </span>
      {error !== undefined && (
        <div className={styles.fault}>
          <FieldError id={id} error={error} />
        </div>
      )}
    </div>
  );
}
