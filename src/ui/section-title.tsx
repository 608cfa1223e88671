import type { ReactNode } from 'react';
import styles from './card.module.css';

type SectionTitleProps = {
  readonly children: ReactNode;
  readonly count?: number | undefined;
  /** Quiet words after it: "3 of 4 answered". */
  readonly note?: ReactNode;
  /** At the far end of the rule: what the numbers under it are. */
  readonly end?: ReactNode;
  readonly level?: 2 | 3 | undefined;
};

/** A heading with a rule drawn to the end of the line. */
export function SectionTitle({ children, count, note, end, level = 2 }: SectionTitleProps) {
  const Heading = `h${level}` as const;
  return (
    <Heading className={styles.title}>
      {children}
      {count !== undefined && <b>{count}</b>}
      {note !== undefined && <span>{note}</span>}
      {end !== undefined && <span className={styles.titleEnd}>{end}</span>}
    </Heading>
  );
}
