import type { ReactNode } from 'react';
import { classes } from './link.ts';
import styles from './table.module.css';

type TableProps = {
  readonly caption: string;
  /** The caption is read but not shown, where a heading stands above. */
  readonly captionHidden?: boolean | undefined;
  /** 51 px rows instead of 44. */
  readonly tall?: boolean | undefined;
  /** Plain `<thead>`, `<tbody>`, `<tfoot>`; `data-number` on every cell with a figure. A tfoot gets the double rule. */
  readonly children: ReactNode;
};

/** Headings of columns of figures, one after another. */
export function NumberHeads({ words }: { words: readonly string[] }) {
  return words.map((word) => (
    <th key={word} scope="col" data-number>
      {word}
    </th>
  ));
}

/** A desk table. It scrolls sideways by itself where it is too wide, and can be reached by keyboard to do so. */
export function Table({ caption, captionHidden = false, tall = false, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={classes(styles.table, tall && styles.tall, captionHidden && styles.hidden)}>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
