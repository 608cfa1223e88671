import { memo, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Leaf } from './leaf.tsx';
import styles from './pick-row.module.css';

type PickRowProps = {
  /** Given back to onPick, so that one function serves every row. */
  readonly id: string;
  readonly name: string;
  readonly shape: number;
  readonly colour: number;
  /** The marker in words and the age: "blue oak · 10–12". */
  readonly line: ReactNode;
  /** At the far end: "Had one 12 May". */
  readonly end?: ReactNode;
  /** Where several are chosen, whether this one is; a single choice goes on at once and is never pressed. */
  readonly picked?: boolean | undefined;
  readonly onPick: (id: string) => void;
};

/** One person to choose: a 64 px button with their leaf. */
export const PickRow = memo(function PickRow({ id, name, shape, colour, line, end, picked, onPick }: PickRowProps) {
  return (
    <li>
      <button type="button" className={styles.row} aria-pressed={picked} onClick={() => onPick(id)}>
        {picked !== undefined && <span className={styles.tick}>{picked && <Icon name="tick" size={18} />}</span>}
        <Leaf shape={shape} colour={colour} size={30} />
        <span className={styles.who}>
          <span className={styles.name}>{name}</span>
          <span className={styles.line}>{line}</span>
        </span>
        {end !== undefined && <span className={styles.end}>{end}</span>}
      </button>
    </li>
  );
});

/** Rows to choose from. */
export function PickRows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  );
}
