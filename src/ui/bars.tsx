import type { CSSProperties } from 'react';
import styles from './bars.module.css';

export type Bar = { readonly key: string; readonly label: string; readonly n: number };

/** Lying bars with their numbers, the longest as wide as the page: a list that is read as well as seen. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ n }) => n));
  return (
    <ol className={styles.bars} aria-label={label}>
      {bars.map(({ key, label: words, n }) => {
        const style: CSSProperties & { '--share': string } = { '--share': `${(100 * n) / most}%` };
        return (
          <li key={key}>
            <span>{words}</span>
            <b>{n}</b>
            <span style={style} />
          </li>
        );
      })}
    </ol>
  );
}
