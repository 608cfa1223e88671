import { Fragment, type ReactNode } from 'react';
import { Icon, type IconName } from '#ui/icon.tsx';
import { classes } from '#ui/link.ts';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './people.module.css';

/** How one purpose stands, in words and a shape; why is told elsewhere. */
export type ConsentRow = {
  readonly purpose: string;
  /** `Joining in`, with its pictogram. */
  readonly words: string;
  readonly icon: IconName;
  /** yes: given. no: refused, withdrawn. differ: acts as no. unasked: nobody answered, or it ran out. */
  readonly state: 'yes' | 'no' | 'differ' | 'unasked';
  /** `Given until 12 May`, `No photos`, `Not asked`. */
  readonly says: string;
};

const shapes: Record<ConsentRow['state'], IconName> = { yes: 'tick', no: 'cross', differ: 'differ', unasked: 'paper' };

/** What somebody permits: rows to read, and under them what can be done about it. */
export function ConsentRows({ rows, children }: { rows: readonly ConsentRow[]; children?: ReactNode }) {
  return (
    <Fragment>
      <SectionTitle>Consent</SectionTitle>
      <ul className={styles.consents}>
        {rows.map(({ purpose, words, icon, state, says }) => (
          <li key={purpose}>
            <Icon name={icon} />
            {words}
            <span
              className={classes(
                styles.state,
                (state === 'no' || state === 'differ') && styles.not,
                state === 'unasked' && styles.unasked,
              )}
            >
              {says}
              <Icon name={shapes[state]} />
            </span>
          </li>
        ))}
      </ul>
      {children}
    </Fragment>
  );
}
