import { type ReactNode, useEffect, useRef } from 'react';
import styles from './desk-page.module.css';
import { Icon } from './icon.tsx';
import { classes, type RenderLink } from './link.ts';
import { Roof } from './page.tsx';

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
  /** What stands over every printed page in place of the bar. */
  readonly paper?: ReactNode;
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
    if (!came && document.activeElement !== document.body) return;
    title.current?.focus({ preventScroll: true });
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
  paper,
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
      {paper}
      {painted ? (
        <div className={styles.bar}>
          <Roof>{top}</Roof>
        </div>
      ) : (
        <header className={styles.bar}>{top}</header>
      )}
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
