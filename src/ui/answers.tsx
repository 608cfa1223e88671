import type { ReactNode } from 'react';
import styles from './answers.module.css';
import { Icon, type IconName } from './icon.tsx';
import { classes, type RenderLink } from './link.ts';

/** What was answered or counted, to be checked: a list of Answer. */
export function Answers({ children }: { children: ReactNode }) {
  return <dl className={styles.answers}>{children}</dl>;
}

type AnswerProps = {
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** Words instead of a figure. */
  readonly words?: boolean | undefined;
  /** A link or a quiet button: Change. */
  readonly change?: ReactNode;
  /** The sum of those above, under a double rule. */
  readonly total?: boolean | undefined;
};

/** One line to check: `<Answer label="Named" value={18} change={<Link …>Change</Link>} />`. */
export function Answer({ label, value, words = false, change, total = false }: AnswerProps) {
  return (
    <div className={classes(total && styles.total)}>
      <dt>{label}</dt>
      <dd className={words ? styles.words : styles.value}>{value}</dd>
      {change !== undefined && <dd>{change}</dd>}
    </div>
  );
}

type FoldProps = {
  readonly title: ReactNode;
  /** What it holds, while it is shut. */
  readonly note?: ReactNode;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
};

/** A question that opens: the browser's own details. */
export function Fold({ title, note, open, children }: FoldProps) {
  return (
    <details className={styles.fold} open={open}>
      <summary>
        <span>
          <b>{title}</b>
          {note}
        </span>
        <Icon name="down" size={20} />
      </summary>
      <div>{children}</div>
    </details>
  );
}

export type Leg = { readonly icon: IconName; readonly count: number; readonly words: ReactNode };

/** Where every record is, from left to right: on this phone, sent, confirmed. */
export function Journey({ label, legs }: { label: string; legs: readonly [Leg, Leg, Leg] }) {
  return (
    <ol className={styles.journey} aria-label={label}>
      {legs.map(({ icon, count, words }) => (
        <li key={icon}>
          <Icon name={icon} size={32} />
          <b>{count}</b> {words}
        </li>
      ))}
    </ol>
  );
}

type BigLinkProps = {
  /** here: the filled disc with its tick, as in the register. */
  readonly icon: IconName | 'here';
  readonly title: ReactNode;
  readonly note?: ReactNode;
  /** The first of the three is painted. */
  readonly first?: boolean | undefined;
  readonly link: RenderLink;
};

/** One of the volunteer's three: Count, Who's here, Give out. */
export function BigLink({ icon, title, note, first = false, link }: BigLinkProps) {
  return link({
    className: classes(styles.big, first && styles.first),
    children: (
      <>
        <span className={classes(icon === 'here' && styles.disc)}>
          <Icon name={icon === 'here' ? 'tick' : icon} size={62} />
        </span>
        <span>
          <b>{title}</b>
          {note}
        </span>
      </>
    ),
  });
}
