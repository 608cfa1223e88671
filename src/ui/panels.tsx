import type { ReactNode } from 'react';
import { classes } from './link.ts';
import styles from './panels.module.css';

/** The row of figures at the top of Overview. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}

/** One figure beside its green post: 462, attendances, 310 named + 152 counted. */
export function Figure({ value, label, note }: { value: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <p className={styles.figure}>
      <b>{value}</b> <strong>{label}</strong> {note !== undefined && <span>{note}</span>}
    </p>
  );
}

/** Three columns of panels, 16 apart; one below the other where there is no room. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className={styles.panels}>{children}</div>;
}

type PanelProps = {
  readonly title: ReactNode;
  readonly end?: ReactNode;
  /** Two of the three columns. */
  readonly wide?: boolean | undefined;
  /** All three. */
  readonly full?: boolean | undefined;
  readonly children: ReactNode;
};

/** A titled sheet at the desk: a chart, a list, a table. */
export function Panel({ title, end, wide = false, full = false, children }: PanelProps) {
  return (
    <section className={classes(styles.panel, wide && styles.wide, full && styles.full)}>
      <header>
        <h2>{title}</h2>
        {end}
      </header>
      {children}
    </section>
  );
}
