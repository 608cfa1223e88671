import styles from './chips.module.css';

export type Chip = { readonly value: string; readonly label: string };

type ChipsProps = {
  readonly legend: string;
  /** "(optional)" */
  readonly optional?: string | undefined;
  readonly chips: readonly Chip[];
  readonly value: string | undefined;
  /** Given again when a pressed chip is pressed: who asks decides whether that takes it back. */
  readonly onPress: (value: string) => void;
};

/** A short answer in one tap, of a few: `<Chips legend="From" chips={places} value={van} onPress={setVan} />`. */
export function Chips({ legend, optional, chips, value, onPress }: ChipsProps) {
  return (
    <fieldset className={styles.chips}>
      <legend>
        {legend}
        {optional !== undefined && <span> {optional}</span>}
      </legend>
      <div>
        {chips.map((chip) => (
          <button
            key={chip.value}
            type="button"
            aria-pressed={chip.value === value}
            onClick={() => onPress(chip.value)}
          >
            {chip.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
