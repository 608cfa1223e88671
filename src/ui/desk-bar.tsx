import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './desk-bar.module.css';
import { Icon, type IconName } from './icon.tsx';

type PickProps = Omit<ComponentPropsWithRef<'select'>, 'className'> & { readonly label: string };

/** A filter in the top bar or over a table: the platform's own list, its name read out. */
export function Pick({ label, ...rest }: PickProps) {
  return (
    <div className={styles.pick}>
      <select aria-label={label} autoComplete="off" {...rest} />
      <Icon name="down" size={18} />
    </div>
  );
}

/** How fresh the figures are: "Data as at 18:52", by the server's clock. */
export function AsAt({ icon = 'clock', over, children }: { icon?: IconName; over: ReactNode; children: ReactNode }) {
  return (
    <p className={styles.asAt}>
      <Icon name={icon} size={22} />
      <span>
        {over}
        <br />
        {children}
      </span>
    </p>
  );
}

/** Filters side by side over a table, and what they come to. */
export function Filters({ label, children }: { label: string; children: ReactNode }) {
  return (
    <search className={styles.filters} aria-label={label}>
      {children}
    </search>
  );
}
