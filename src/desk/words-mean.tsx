import type { Definitions } from '#domain/reports/notes.ts';
import styles from './desk.module.css';

/** The words of the figures, as they stand under every exported file too. */
export function WordsMean({ of }: { of: Definitions }) {
  return (
    <div className={styles.meanings}>
      <h2>What these words mean</h2>
      <dl>
        {of.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
