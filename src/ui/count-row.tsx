import type { ReactNode } from 'react';
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
  /** Under +1, while it counts something narrower than usual: "Girl / woman". Its name says it too. */
  readonly mode?: string | undefined;
};

/** Rows of one count, 8 apart. */
export const CountRows = ({ children }: { children: ReactNode }) => <div className={styles.rows}>{children}</div>;

/** One band of the count, 76 high: label, number and strokes, then minus 56 and +1 84. */
export function CountRow(props: CountRowProps) {
  const { label, count, onAdd, onTake, addLabel, takeLabel, noneYet = 'none yet', mode = '' } = props;
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <span>{label}</span>
        <output>{count}</output>
        <small>{count === 0 ? noneYet : <TallyStrokes count={count} />}</small>
      </div>
      <Button aria-label={takeLabel} notPossible={count === 0} onClick={onTake}>
        <Icon name="minus" />
      </Button>
      <Button kind="soft" aria-label={addLabel} onClick={onAdd}>
        <span>
          +1
          {mode !== '' && <small className={styles.mode}>{mode}</small>}
        </span>
      </Button>
    </div>
  );
}
