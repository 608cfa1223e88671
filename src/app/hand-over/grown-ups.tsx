import { Icon } from '#ui/icon.tsx';
import styles from './hand-over.module.css';

/** The way out, small and always in the same place. It is for the worker, and so in English. */
export function GrownUps({ onClick }: { onClick: () => void }) {
  return (
    <button type="button" className={styles.grownUps} lang="en" dir="ltr" onClick={onClick}>
      Grown-ups
      <Icon name="lock" />
    </button>
  );
}
