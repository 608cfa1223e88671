import { dayOf } from '#domain/time.ts';
import { useDesk } from './desk.ts';
import { periodWords } from './period.ts';
import styles from './print.module.css';

/** What stands over a printed page only: whose it is, what it shows, and when it was printed. */
export function PrintHead({ title, note }: { title: string; note?: string | undefined }) {
  const { me } = useDesk();
  const today = dayOf(Date.now());
  return (
    <header className={styles.paper} data-paper="head">
      <p>{me.programme.name}</p>
      <h2>{title}</h2>
      <p>{[note, `printed ${periodWords({ from: today, to: today })}`].filter(Boolean).join(', ')}</p>
    </header>
  );
}
