import type { ReactNode } from 'react';
import styles from './action-row.module.css';
import { Icon, type IconName } from './icon.tsx';

type ActionRowProps = {
  readonly icon?: IconName;
  /** An icon is amber while it asks for something. */
  readonly calm?: boolean;
  readonly action: ReactNode;
  readonly children: ReactNode;
};

/** A line of a list with something to do at its end. */
export function ActionRow({ icon, calm = false, action, children }: ActionRowProps) {
  return (
    <li className={styles.row} data-calm={calm}>
      {icon !== undefined && <Icon name={icon} />}
      <span>{children}</span>
      {action}
    </li>
  );
}
