import type { ReactNode } from 'react';
import { classes } from './link.ts';
import styles from './table.module.css';

type TableProps = {
  readonly caption: string;
  /** The caption is read but not shown, where a heading stands above. */
  readonly captionHidden?: boolean | undefined;
  /** 51 px rows instead of 44. */
  readonly tall?: boolean | undefined;
  /** A long list's head stays in sight. Such a table does not scroll sideways by itself. */
  readonly stays?: boolean | undefined;
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

type SortHeadProps = {
  /** Which way it is sorted by this column; undefined where it is not. */
  readonly sorted: 'ascending' | 'descending' | undefined;
  readonly number?: boolean | undefined;
  readonly onSort: () => void;
  readonly children: ReactNode;
};

/** A head cell that sorts by its column: pressed once more it turns round. */
export function SortHead({ sorted, number, onSort, children }: SortHeadProps) {
  return (
    <th scope="col" aria-sort={sorted} data-number={number || undefined}>
      <button type="button" onClick={onSort}>
        {children} {sorted && <span aria-hidden="true">{sorted === 'descending' ? '↓' : '↑'}</span>}
      </button>
    </th>
  );
}

/** A desk table. It scrolls sideways by itself where it is too wide, and can be reached by keyboard to do so. */
export function Table({ caption, captionHidden = false, tall = false, stays = false, children }: TableProps) {
  return (
    <section
      className={classes(styles.scroll, stays && styles.stays)}
      aria-label={caption}
      tabIndex={stays ? undefined : 0}
    >
      <table className={classes(styles.table, tall && styles.tall, captionHidden && styles.hidden)}>
        <caption>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
