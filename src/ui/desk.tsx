import { type ReactNode, useEffect, useRef } from 'react';
import styles from './desk.module.css';
import { Bandstand, Icon, type IconName } from './icon.tsx';
import type { LinkParts } from './link.ts';

export type RailPlace = {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** How many wait there. */
  readonly count?: number | undefined;
};

type DeskProps = {
  readonly label: string;
  readonly places: ReadonlyArray<RailPlace>;
  /** `(place, parts) => <NavLink to={place.to} {...parts} />`. */
  readonly link: (place: RailPlace, parts: LinkParts) => ReactNode;
  /** Who is at the desk, at the foot of the rail: name over duty, and the ways out. */
  readonly name: ReactNode;
  readonly duty: ReactNode;
  readonly ways?: ReactNode;
  /** What stays at the bottom of a narrow screen. */
  readonly bottom?: ReactNode;
  /** A DeskPage. */
  readonly children: ReactNode;
};

/** The coordinator's frame: the rail 224 wide, or a strip over a narrow screen, whose current place is a tab cut from the page. */
export function Desk({ label, places, link, name, duty, ways, bottom, children }: DeskProps) {
  const strip = useRef<HTMLDivElement>(null);
  // Where the strip stands is the browser's: on a narrow screen the place we are must not lie beyond its edge.
  useEffect(() => {
    strip.current?.querySelector('[aria-current="page"]')?.scrollIntoView?.({ inline: 'center', block: 'nearest' });
  });
  return (
    <div className={styles.desk}>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <nav className={styles.rail} aria-label={label}>
        <div className={styles.wordmark}>
          <Bandstand size={36} />
          Bandstand
        </div>
        <div ref={strip} className={styles.places}>
          {places.map((place) => (
            <RailItem key={place.to} place={place} link={link} />
          ))}
        </div>
        <div className={styles.who}>
          <b>{name}</b>
          <span className={styles.duty}>{duty}</span>
          {ways}
        </div>
      </nav>
      <div className={styles.page}>{children}</div>
      {bottom !== undefined && <footer className={styles.bottom}>{bottom}</footer>}
    </div>
  );
}

function RailItem({ place, link }: { place: RailPlace; link: DeskProps['link'] }) {
  return link(place, {
    className: styles.item,
    children: (
      <>
        <Icon name={place.icon} size={22} />
        <span>{place.label}</span>
        {place.count !== undefined && place.count > 0 && <span className={styles.badge}>{place.count}</span>}
      </>
    ),
  });
}
