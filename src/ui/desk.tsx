import { type ComponentPropsWithRef, type ReactNode, useEffect, useRef } from 'react';
import styles from './desk.module.css';
import { Bandstand, Icon, type IconName } from './icon.tsx';
import { classes, type LinkParts, type RenderLink } from './link.ts';
import { Roof } from './page.tsx';

export type Place = {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** How many wait there. */
  readonly count?: number | undefined;
};

type DeskProps = {
  readonly label: string;
  readonly places: ReadonlyArray<Place>;
  /** `(place, parts) => <NavLink to={place.to} {...parts} />`. */
  readonly link: (place: Place, parts: LinkParts) => ReactNode;
  /** Who is at the desk, at the foot of the rail: name over duty. */
  readonly name: ReactNode;
  readonly duty: ReactNode;
  /** A DeskPage. */
  readonly children: ReactNode;
};

/** The coordinator's frame: the rail 224 wide, whose current place is a tab cut from the page. */
export function Desk({ label, places, link, name, duty, children }: DeskProps) {
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
          {duty}
        </div>
      </nav>
      <div className={styles.page}>{children}</div>
    </div>
  );
}

/** The desk without its rail, on a narrow screen: the page, and what stays at the bottom. */
export function NarrowDesk({ bottom, children }: { bottom?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes(styles.desk, styles.alone)}>
      <div className={styles.page}>{children}</div>
      {bottom !== undefined && <footer className={styles.bottom}>{bottom}</footer>}
    </div>
  );
}

function RailItem({ place, link }: { place: Place; link: DeskProps['link'] }) {
  return link(place, {
    className: styles.item,
    children: (
      <>
        <Icon name={place.icon} size={22} />
        {place.label}
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
    if (!came) return;
    title.current?.focus({ preventScroll: true });
    if (toTop) window.scrollTo(0, 0);
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

/** The row of figures at the top of Overview. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>;
}

/** One figure beside its green post: 462, attendances, 310 named + 152 counted. */
export function Figure({ value, label, note }: { value: ReactNode; label: ReactNode; note?: ReactNode }) {
  return (
    <p className={styles.figure}>
      <b>{value}</b> <strong>{label}</strong> {note !== undefined && <span>{note}</span>}
    </p>
  );
}

/** Three columns of panels, 16 apart; one below the other where there is no room. */
export function Panels({ children }: { children: ReactNode }) {
  return <div className={styles.panels}>{children}</div>;
}

type PanelProps = {
  readonly title: ReactNode;
  readonly end?: ReactNode;
  /** Two of the three columns. */
  readonly wide?: boolean | undefined;
  /** All three. */
  readonly full?: boolean | undefined;
  readonly children: ReactNode;
};

/** A titled sheet at the desk: a chart, a list, a table. */
export function Panel({ title, end, wide = false, full = false, children }: PanelProps) {
  return (
    <section className={classes(styles.panel, wide && styles.wide, full && styles.full)}>
      <header>
        <h2>{title}</h2>
        {end}
      </header>
      {children}
    </section>
  );
}
