import type { ReactNode } from 'react';
import styles from './card.module.css';
import { Icon, type IconName } from './icon.tsx';
import { classes } from './link.ts';

const icons: Record<'info' | 'warn' | 'danger' | 'ok', IconName> = {
  info: 'clock',
  warn: 'warning',
  danger: 'warning',
  ok: 'tick',
};

type NoticeProps = {
  readonly kind: 'info' | 'warn' | 'danger' | 'ok';
  readonly icon?: IconName | undefined;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** What needs a look, and the way to it: `<Notice kind="warn" title="Consent, Ben T" action={<Button size="inline">Look</Button>}>…`. */
export function Notice({ kind, icon = icons[kind], title, children, action }: NoticeProps) {
  return (
    <div className={classes(styles.card, styles.split, styles.notice, styles[kind])}>
      <Icon name={icon} size={28} />
      <div className={styles.grow}>
        {title !== undefined && <div className={styles.strong}>{title}</div>}
        {children}
      </div>
      {action}
    </div>
  );
}

/** A quiet remark beside a gilt line: "If you choose no, Ioana can take part as the others do." */
export function Remark({ children }: { children: ReactNode }) {
  return <p className={styles.aside}>{children}</p>;
}

/** A line of small print with one thing to do about it. */
export function Aside({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <span>{children}</span>
      {action}
    </div>
  );
}

type EmptyProps = {
  readonly icon?: IconName | undefined;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
};

/** Nothing here yet, why, and what to do. */
export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className={styles.empty}>
      {icon !== undefined && <Icon name={icon} size={48} />}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {action}
    </div>
  );
}

/** How far along, as boxes: done, now, to come. The label says it in words: "3 of 5". */
export function Steps({ at, of, label }: { at: number; of: number; label: string }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {Array.from({ length: of }, (_, index) => index + 1).map((step) => (
        <li key={step} className={classes(step < at && styles.done, step === at && styles.now)} />
      ))}
    </ol>
  );
}
