import type { ReactNode } from 'react';
import { Icon } from '#ui/icon.tsx';
import { KitIcon } from '#ui/kit.tsx';
import { classes, type RenderLink } from '#ui/link.ts';
import styles from './boxes.module.css';

type KitLineProps = {
  readonly icon: unknown;
  readonly name: string;
  readonly n: number;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  readonly link?: RenderLink | undefined;
};

/** One thing, how many of it, and what can be done: a line of a List. Below zero is a question, and looks like one. */
export function KitLine({ icon, name, n, note, action, link }: KitLineProps) {
  const inside = (
    <>
      <KitIcon name={icon} size={26} />
      <span className={styles.name}>
        {name}
        {note !== undefined && <small>{note}</small>}
      </span>
      <span className={classes(styles.number, n < 0 && styles.below)}>{n < 0 ? `−${-n}` : n}</span>
      {action}
      {link !== undefined && <Icon name="chevron" size={20} />}
    </>
  );
  return (
    <li>{link ? link({ className: styles.line, children: inside }) : <div className={styles.line}>{inside}</div>}</li>
  );
}
