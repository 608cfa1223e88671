import { Link } from 'react-router';
import type { ShownNumber } from '#domain/reports/disclosure/shown.ts';
import styles from './figures.module.css';
import { shown } from './words.ts';

/** One figure of a table: a number that opens what it is of, or a code where it may not be told. */

const spoken = {
  few: 'fewer than five',
  hidden: 'hidden',
  low: 'too few for a percentage',
  'not-recorded': 'not recorded',
  'not-applicable': 'does not apply',
} as const;

/** @param to where the rows behind it stand; a zero opens nothing */
export function ShownFigure({ of, to }: { of: ShownNumber; to?: string | undefined }) {
  if (typeof of !== 'number')
    return (
      <span className={styles.code}>
        <span aria-hidden="true">{shown(of)}</span>
        <span className={styles.spoken}>{spoken[of]}</span>
      </span>
    );
  return to !== undefined && of > 0 ? <Link to={to}>{shown(of)}</Link> : shown(of);
}
