import styles from './page.module.css';

/** How far somebody has come: one mark for each page, the one they are on painted. */
export function Steps({ at, of }: { at: number; of: number }) {
  return (
    <span className={styles.steps} aria-hidden="true">
      {Array.from({ length: of }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: marks have nothing else
        <i key={n} className={n === at ? styles.here : n < at ? styles.done : undefined} />
      ))}
    </span>
  );
}
