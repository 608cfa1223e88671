import { Fragment, type ReactNode, useId } from 'react';
import faces from './faces.module.css';
import styles from './pair.module.css';

type Card<Value extends string> = {
  readonly value: Value;
  readonly label: string;
  /** Nothing for both where one has none: then each card is its word alone. */
  readonly picture?: ReactNode;
};

type PairProps<Value extends string> = {
  /** Spoken: the question already stands above. */
  readonly legend: string;
  readonly cards: readonly Card<Value>[];
  /** The word between the two. */
  readonly or: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
};

/** This or that: two cards of one size, the whole card a radio, none chosen for anyone. */
export function Pair<Value extends string>({ legend, cards, or, value, onChange }: PairProps<Value>) {
  const name = useId();
  const drawn = cards.every(({ picture }) => picture !== undefined);
  return (
    <fieldset aria-label={legend} className={styles.pair} data-drawn={drawn}>
      {cards.map((card, n) => (
        <Fragment key={card.value}>
          {n > 0 && (
            <span className={styles.or}>
              <span>{or}</span>
            </span>
          )}
          <label className={styles.card}>
            {drawn && <span className={styles.picture}>{card.picture}</span>}
            <span className={styles.row}>
              <span className={styles.word}>{card.label}</span>
              <input
                type="radio"
                className={faces.mark}
                name={name}
                value={card.value}
                checked={card.value === value}
                onChange={() => onChange(card.value)}
              />
            </span>
          </label>
        </Fragment>
      ))}
    </fieldset>
  );
}
