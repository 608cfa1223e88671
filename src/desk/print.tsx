import type { ReactNode } from 'react';
import { dayOf } from '#domain/time.ts';
import { Button, type ButtonLook } from '#ui/button.tsx';
import { useDesk } from './desk.ts';
import { type ChosenPeriod, periodWords } from './period.ts';
import styles from './print.module.css';
import { whenOf } from './when.ts';

type PrintHeadProps = {
  readonly title: ReactNode;
  readonly period?: Pick<ChosenPeriod, 'from' | 'to'> | undefined;
  /** What else tells one sheet from another: whose it is, what it is filtered by. */
  readonly note?: string | undefined;
  /** When the server said so. */
  readonly dataAsAt?: string | undefined;
};

/** What stands over each printed page only: whose it is, what it shows of when, and when it was printed. */
export function PrintHead({ title, period, note, dataAsAt }: PrintHeadProps) {
  const { me } = useDesk();
  const today = dayOf(Date.now());
  const parts = [
    period && periodWords(period),
    note,
    dataAsAt && `data as at ${whenOf(dataAsAt)}`,
    `printed ${periodWords({ from: today, to: today })}`,
  ];
  return (
    // Only paper shows it; whoever listens to the page has its title.
    <div className={styles.paper} data-paper="head" aria-hidden="true">
      <p>{me.programme.name}</p>
      <h2>{title}</h2>
      <p>{parts.filter(Boolean).join(', ')}</p>
    </div>
  );
}

/** Prints the page. Paper has colours of its own, whatever the screen's are. */
export const PrintButton = ({ kind }: Pick<ButtonLook, 'kind'>) => (
  <Button kind={kind} size="inline" icon="print" onClick={() => window.print()}>
    Print
  </Button>
);
