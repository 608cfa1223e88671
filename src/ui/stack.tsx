import type { FormEvent, ReactNode } from 'react';
import { classes } from './link.ts';
import styles from './stack.module.css';

/** Things under one another with even room between them. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** A picture and the words beside it, on one line. */
export function Line({ centred = false, children }: { centred?: boolean | undefined; children: ReactNode }) {
  return <span className={classes(styles.line, centred && styles.centred)}>{children}</span>;
}

/** Buttons beside one another; wide ones under one another. */
export function Buttons({ children }: { children: ReactNode }) {
  return <p className={styles.buttons}>{children}</p>;
}

/** The same room in a form that reads its own fields. */
export const stacked = styles.stack;

/** A form that is judged by us on submit, never by the browser's own bubbles: messages stand beside the fields. */
export function Form({ onSubmit, children }: { onSubmit: () => unknown; children: ReactNode }) {
  return (
    <form
      noValidate
      autoComplete="off"
      className={styles.stack}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
