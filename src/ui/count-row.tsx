import { Button } from './button.tsx';
import styles from './count-row.module.css';
import { Icon } from './icon.tsx';
import { TallyStrokes } from './tally-strokes.tsx';

type CountRowProps = {
  /** The age band: "10–12". */
  readonly label: string;
  readonly count: number;
  readonly onAdd: () => void;
  readonly onTake: () => void;
  /** "One more aged 10–12", "One less aged 10–12": the buttons' names. */
  readonly addLabel: string;
  readonly takeLabel: string;
  readonly noneYet?: string | undefined;
};

/** One band of the count, 76 high: label, number and strokes, then minus 56 and +1 84. */
export function CountRow(props: CountRowProps) {
  const { label, count, onAdd, onTake, addLabel, takeLabel, noneYet = 'none yet' } = props;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <span>{label}</span>
        <output>{count}</output>
        <small>{count === 0 ? noneYet : <TallyStrokes count={count} most={15} />}</small>
      </div>
      <Button aria-label={takeLabel} notPossible={count === 0} onClick={onTake}>
        <Icon name="minus" />
      </Button>
      <Button kind="soft" aria-label={addLabel} onClick={onAdd}>
        +1
      </Button>
    </div>
  );
}
