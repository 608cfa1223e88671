import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { classes, type RenderLink } from './link.ts';
import styles from './pill.module.css';

/** Where a record is. idle: nothing waits and nothing is new to say. The double tick means Confirmed, here and everywhere. */
export type Whereabouts = 'phone' | 'sending' | 'sent' | 'confirmed' | 'look';

const icons: Record<Exclude<Whereabouts, 'phone'> | 'idle', IconName> = {
  sending: 'sent',
  sent: 'sent',
  confirmed: 'double-tick',
  look: 'warning',
  idle: 'phone',
};

const looks: Partial<Record<Whereabouts | 'idle', string | undefined>> = {
  confirmed: styles.confirmed,
  look: styles.look,
};

type PillProps = {
  readonly state: Whereabouts | 'idle';
  /** How many are on this phone; stands inside the phone's outline. */
  readonly count?: number | undefined;
  /** The words: "On this phone", "Sending 3 of 12", "Confirmed 16:50". */
  readonly children: ReactNode;
  /** It opens Sync: `(parts) => <Link to="/sync" {...parts} />`. */
  readonly link: RenderLink;
};

/** The one place that says where the records are, in every header, 44 px high. */
export function Pill({ state, count, children, link }: PillProps) {
  return link({
    className: classes(styles.pill, looks[state]),
    children: (
      <>
        {state === 'phone' ? <span className={styles.phone}>{count}</span> : <Icon name={icons[state]} size={18} />}
        <span className={styles.words}>{children}</span>
      </>
    ),
  });
}

/** A record's state as shape and word: `<StateWord state="confirmed">Confirmed 18:09</StateWord>`. */
export function StateWord({ state, children }: { state: Whereabouts; children: ReactNode }) {
  return (
    <span className={classes(styles.state, looks[state])}>
      <Icon name={state === 'phone' ? 'phone' : icons[state]} />
      {children}
    </span>
  );
}
