import type { ReactNode } from 'react';
import styles from './bottom-bar.module.css';
import { Bandstand, Icon, type IconName } from './icon.tsx';
import type { LinkParts, RenderLink } from './link.ts';

export type BarItem = {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName | 'bandstand';
};

type BottomBarProps = {
  readonly label: string;
  readonly items: ReadonlyArray<BarItem>;
  /** `(item, parts) => <NavLink to={item.to} {...parts} />`; the router says which is the current page. */
  readonly link: (item: BarItem, parts: LinkParts) => ReactNode;
};

/** The worker's four places. */
export function BottomBar({ label, items, link }: BottomBarProps) {
  return (
    <nav className={styles.bar} aria-label={label}>
      {items.map((item) => (
        <Place key={item.to} item={item} link={link} />
      ))}
    </nav>
  );
}

function Place({ item, link }: { item: BarItem; link: BottomBarProps['link'] }) {
  const icon = item.icon === 'bandstand' ? <Bandstand size={28} /> : <Icon name={item.icon} />;
  return link(item, {
    className: styles.item,
    children: (
      <>
        {icon}
        {item.label}
      </>
    ),
  });
}

export type BarAction = { readonly label: string; readonly icon: IconName; readonly onClick: () => void };

/** The strip above the bar while a session runs: "Live: Windmill Hill, 14 here". */
export function LiveStrip({ link, children }: { link: RenderLink; children: ReactNode }) {
  return link({
    className: styles.live,
    children: (
      <>
        {children}
        <Icon name="next" />
      </>
    ),
  });
}
