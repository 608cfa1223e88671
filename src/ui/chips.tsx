import styles from './chips.module.css';
import { classes } from './link.ts';

export type Chip = { readonly value: string; readonly label: string };

type ChipsProps = {
  readonly legend: string;
  /** "(optional)" */
  readonly optional?: string | undefined;
  readonly chips: readonly Chip[];
  readonly value: string | undefined;
  /** All in one line, cut short where they do not fit: never a sideways scroll. */
  readonly line?: boolean | undefined;
  /** The question is read out and not shown. */
  readonly legendHidden?: boolean | undefined;
  /** Given again when a pressed chip is pressed: who asks decides whether that takes it back. */
  readonly onPress: (value: string) => void;
};

/** A short answer in one tap, of a few: `<Chips legend="From" chips={places} value={van} onPress={setVan} />`. */
export function Chips({ legend, optional, chips, value, line = false, legendHidden = false, onPress }: ChipsProps) {
  return (
    <fieldset className={classes(styles.chips, line && styles.line)}>
      <legend className={legendHidden ? styles.spoken : undefined}>
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
