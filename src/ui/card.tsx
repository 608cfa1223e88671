import type { ReactNode } from 'react';
import styles from './card.module.css';
import { Icon, type IconName } from './icon.tsx';
import { classes, type RenderLink } from './link.ts';

/** A sheet of paper with a decorative edge. */
export function Card({ children }: { children: ReactNode }) {
  return <div className={styles.card}>{children}</div>;
}

type SplitCardProps = {
  readonly lead?: ReactNode;
  /** The quiet line over the strong one: "Next · 18:30" over "Woodlands Park". */
  readonly over?: ReactNode;
  readonly strong: ReactNode;
  readonly under?: ReactNode;
  /** An inline button at the end. */
  readonly action?: ReactNode;
  readonly kind?: 'info' | 'warn' | undefined;
};

/** One thing and what to do with it: the next session, whose box it is, someone we may know. */
export function SplitCard({ lead, over, strong, under, action, kind }: SplitCardProps) {
  return (
    <div className={classes(styles.card, styles.split, kind !== undefined && classes(styles.notice, styles[kind]))}>
      {lead}
      <div className={styles.grow}>
        {over !== undefined && <div className={styles.over}>{over}</div>}
        <div className={styles.strong}>{strong}</div>
        {under !== undefined && <div className={styles.over}>{under}</div>}
      </div>
      {action}
    </div>
  );
}

type ItemProps = {
  readonly icon?: IconName | undefined;
  /** An icon is amber while it asks for something; calm leaves it in ink. */
  readonly calm?: boolean | undefined;
  readonly children: ReactNode;
  /** At the far end: a time, a state. A link shows its chevron by itself. */
  readonly end?: ReactNode;
  readonly link?: RenderLink | undefined;
};

/** A ruled list: To do, what is on this phone, Needs you. */
export function List({ children }: { children: ReactNode }) {
  return <ul className={styles.list}>{children}</ul>;
}

/** A line of a List, whole-width target if it leads somewhere. */
export function Item({ icon, calm, children, end, link }: ItemProps) {
  const inside = (
    <>
      {icon !== undefined && (
        <span className={classes(styles.lead, calm === true && styles.calm)}>
          <Icon name={icon} />
        </span>
      )}
      <span className={styles.words}>{children}</span>
      {end !== undefined && <span className={styles.end}>{end}</span>}
      {link !== undefined && <Icon name="chevron" size={20} />}
    </>
  );
  return (
    <li>
      {link === undefined ? (
        <div className={styles.item}>{inside}</div>
      ) : (
        link({ className: styles.item, children: inside })
      )}
    </li>
  );
}
