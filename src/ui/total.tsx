import type { ReactNode } from 'react';
import { classes } from './link.ts';
import styles from './total.module.css';

type TotalProps = {
  readonly total: number;
  readonly named: number;
  readonly counted: number;
  /** big 64 px on the stage and on Count; usual 54 on the register. */
  readonly size?: 'usual' | 'big' | undefined;
  /** Stands in a sunken band from edge to edge, first in a flush page. */
  readonly band?: boolean | undefined;
  readonly words?: { readonly here: string; readonly named: string; readonly counted: string } | undefined;
  /** At the far end: +1, or when the sun set. */
  readonly end?: ReactNode;
};

const english = { here: 'here', named: 'named', counted: 'counted' };

/** The one way people are counted: a big total, a rule, then named over counted. */
export function Total({ total, named, counted, size = 'usual', band = false, words = english, end }: TotalProps) {
  return (
    <div className={classes(styles.total, size === 'big' && styles.big, band && styles.band)}>
      <p className={styles.all}>
        <b>{total}</b> {words.here}
      </p>
      <p className={styles.of}>
        <span>
          <b>{named}</b> {words.named}
        </span>{' '}
        <span>
          <b>{counted}</b> {words.counted}
        </span>
      </p>
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </div>
  );
}
