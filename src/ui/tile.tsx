import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { KitIcon } from './kit.tsx';
import { classes } from './link.ts';
import styles from './tile.module.css';

type CountTileProps = {
  /** A drawing of `KitIcon`; what is played has none. */
  readonly icon?: unknown;
  readonly label: string;
  readonly count: number;
  readonly onAdd: () => void;
};

/** A big tile that counts: each tap is one more. */
export function CountTile({ icon, label, count, onAdd }: CountTileProps) {
  return (
    <li>
      <button type="button" className={classes(styles.tile, count > 0 && styles.some)} onClick={onAdd}>
        {icon === undefined ? <Icon name="plus" size={32} /> : <KitIcon name={icon} size={32} />}
        <span>{label}</span>
        {count > 0 && <b>{count}</b>}
      </button>
    </li>
  );
}

/** Tiles side by side. */
export function CountTiles({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.tiles} aria-label={label}>
      {children}
    </ul>
  );
}
