import { dayOf } from '#domain/time.ts';
import styles from './boxes.module.css';
import { dateWords } from './boxes-words.ts';
import { useDesk } from './desk.ts';

/** What stands over a printed page only: whose it is, what it shows, and when it was printed. */
export function PrintHead({ title, note }: { title: string; note?: string | undefined }) {
  const { me } = useDesk();
  return (
    <header className={styles.paper} data-paper="head">
      <p>{me.programme.name}</p>
      <h2>{title}</h2>
      <p>{[note, `printed ${dateWords(dayOf(Date.now()))}`].filter(Boolean).join(', ')}</p>
    </header>
  );
}
