import styles from './question.module.css';

type RankProps = {
  readonly legend: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** Those that were put so far, the best first. */
  readonly order: readonly string[];
  readonly hint: string;
  readonly onChange: (order: readonly string[]) => void;
};

/** An order is tapped, not dragged: each tap puts the next one, a second tap takes one out again. Nothing moves. */
export function Rank({ legend, options, order, hint, onChange }: RankProps) {
  return (
    <fieldset aria-label={legend}>
      <p className={styles.hint}>{hint}</p>
      <ul className={styles.rank}>
        {options.map(({ value, label }) => {
          const place = order.indexOf(value) + 1;
          const next = place > 0 ? order.filter((each) => each !== value) : [...order, value];
          return (
            <li key={value}>
              <button type="button" aria-pressed={place > 0} onClick={() => onChange(next)}>
                <span>{label}</span> <span className={styles.place}>{place > 0 ? place : ''}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
