import { type ReactNode, useEffect, useRef } from 'react';
import styles from './desk.module.css';
import { Bandstand, Icon, type IconName } from './icon.tsx';
import { classes, type LinkParts, type RenderLink } from './link.ts';
import { Roof } from './page.tsx';

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
        <div className={styles.places}>
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

type DeskPageProps = {
  readonly title: ReactNode;
  /** Up one level, over the title: `{ label: 'Sessions', link: (parts) => <Link … /> }`. */
  readonly back?: { readonly label: string; readonly link: RenderLink } | undefined;
  /** Between the title and the end: when and what. */
  readonly beside?: ReactNode;
  /** Filters, search, buttons, the state of the data. */
  readonly end?: ReactNode;
  /** The painted roof with its trim; only Overview wears it. Use kind="roof" buttons in it. */
  readonly painted?: boolean | undefined;
  readonly aside?: ReactNode;
  /** 280 for a report instead of 356. */
  readonly asideNarrow?: boolean | undefined;
  /** Which screen this is: when another one comes into the frame the focus moves to its title, as a page load would. */
  readonly arrival?: Arrival | undefined;
  readonly children: ReactNode;
};

type Arrival = { readonly at: string; readonly toTop: boolean };

let lastArrival: string | undefined;

/** The focus belongs to the browser: without the move a screen reader would not know that another screen came. */
function useArrival(arrival: Arrival | undefined) {
  const title = useRef<HTMLHeadingElement>(null);
  const { at, toTop = false } = arrival ?? {};
  useEffect(() => {
    const came = at !== undefined && lastArrival !== undefined && lastArrival !== at;
    lastArrival = at;
    // Also where the title that had it went, with what stood there while the screen was read.
    if (came || document.activeElement === document.body) title.current?.focus({ preventScroll: true });
    if (came && toTop) window.scrollTo(0, 0);
  }, [at, toTop]);
  return title;
}

/** What stands beside the rail: the top bar 72, the page, and an aside if it has one. */
export function DeskPage({
  title,
  back,
  beside,
  end,
  painted = false,
  aside,
  asideNarrow,
  arrival,
  children,
}: DeskPageProps) {
  const heading = useArrival(arrival);
  const top = (
    <div className={classes(styles.top, painted ? styles.painted : styles.plain)}>
      <div className={styles.titles}>
        {back?.link({ className: styles.back, children: <BackTo label={back.label} /> })}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </div>
      {beside !== undefined && <div className={styles.beside}>{beside}</div>}
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </div>
  );
  return (
    <>
      {painted ? <Roof>{top}</Roof> : <header>{top}</header>}
      <div
        className={classes(
          styles.columns,
          aside !== undefined && styles.with,
          asideNarrow === true && styles.narrow,
          painted && styles.underRoof,
        )}
      >
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        {aside !== undefined && <aside>{aside}</aside>}
      </div>
    </>
  );
}

function BackTo({ label }: { label: string }) {
  return (
    <>
      <Icon name="back" size={16} />
      {label}
    </>
  );
}
