import type { ReactNode } from 'react';
import { useArrival } from './arrival.ts';
import { Bandstand, Icon } from './icon.tsx';
import { classes, type RenderLink } from './link.ts';
import styles from './page.module.css';
import { useSlots } from './slots.tsx';

type PhonePageProps = {
  readonly title: ReactNode;
  readonly subtitle?: ReactNode;
  /** The way up one level; none on the four screens of the bottom bar. */
  readonly back?: RenderLink | undefined;
  readonly backLabel?: string | undefined;
  /** Header, right: the Sunlight switch, then the pill; what the shell put in the slots, unless given here. */
  readonly sun?: ReactNode;
  readonly pill?: ReactNode;
  /** Stays at the bottom of the screen: an undo bar, a <Foot> with buttons, the bottom bar. */
  readonly bottom?: ReactNode;
  /** No space under the header, as the register's count strip has none. */
  readonly flush?: boolean | undefined;
  /** The id of a search at the bottom: one step from the title leads there, and one to the list. */
  readonly find?: string | undefined;
  /** What it shows is not read yet: nothing is drawn under the header, and a screen reader hears why. */
  readonly loading?: boolean | undefined;
  readonly children?: ReactNode;
};

/** A worker's screen: header 60, the page, what stays at the bottom. */
export function PhonePage({
  title,
  subtitle,
  back,
  backLabel = 'Back',
  sun,
  pill,
  bottom,
  flush,
  find,
  loading = false,
  children,
}: PhonePageProps) {
  const slots = useSlots();
  const heading = useArrival(loading);
  return (
    <div className={styles.phone}>
      <header className={classes(styles.head, back === undefined && styles.plain)}>
        {back?.({ className: styles.back, 'aria-label': backLabel, onClick: slots.up, children: <Icon name="back" /> })}
        <div className={styles.titles}>
          {/* A step that begins on the same page is read out from here. */}
          <h1
            ref={heading}
            tabIndex={-1}
            className={typeof title === 'string' && title.length > 13 ? styles.long : undefined}
          >
            {title}
          </h1>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        {find !== undefined && (
          <div className={styles.skips}>
            <Skip to={find}>Find a name</Skip>
            <Skip to="main">Skip to the list</Skip>
          </div>
        )}
        {sun ?? slots.sun}
        {pill ?? slots.pill}
      </header>
      <main
        className={classes(styles.main, flush === true && styles.flush)}
        id="main"
        tabIndex={-1}
        aria-busy={loading}
      >
        {loading ? <output className={styles.loading}>Loading</output> : children}
      </main>
      <Bottom>{bottom}</Bottom>
    </div>
  );
}

/** Seen once it has the focus. It moves the focus and not the address: Back would go one step less. */
function Skip({ to, children }: { to: string; children: string }) {
  return (
    <button type="button" onClick={() => document.getElementById(to)?.focus()}>
      {children}
    </button>
  );
}

type RoofPageProps = { readonly roof: ReactNode; readonly bottom?: ReactNode; readonly children: ReactNode };

/** A screen under the painted roof: Today, the volunteer's home, hand-over. */
export function RoofPage({ roof, bottom, children }: RoofPageProps) {
  return (
    <div className={styles.phone}>
      <Roof>{roof}</Roof>
      <main className={classes(styles.main, styles.under)} id="main">
        {children}
      </main>
      <Bottom>{bottom}</Bottom>
    </div>
  );
}

function Bottom({ children }: { children: ReactNode }) {
  return children === undefined || children === null ? null : (
    <footer className={styles.bottom} data-bottom>
      {children}
    </footer>
  );
}

/** The roof with its gilt line and scalloped trim. Fill it with the Roof… parts below. */
export function Roof({ children }: { children: ReactNode }) {
  return <header className={styles.roof}>{children}</header>;
}

/** The roof's first line: the mark and the name, the Sunlight switch, the pill. */
export function RoofBar({ sun, pill }: { sun?: ReactNode; pill?: ReactNode }) {
  const slots = useSlots();
  return (
    <div className={styles.bar}>
      <div className={styles.wordmark}>
        <Bandstand />
        <span>
          Bandstand
          {slots.who !== undefined && <small>{slots.who}</small>}
        </span>
      </div>
      {sun ?? slots.sun}
      {pill ?? slots.pill}
    </div>
  );
}

/** "Today" over the trim, with the date at the far end. */
export function RoofTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  const heading = useArrival();
  return (
    <div className={styles.roofTitle}>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children !== undefined && <p>{children}</p>}
    </div>
  );
}

/** Buttons that stay at the bottom, and a line of words under them. */
export function Foot({ children }: { children: ReactNode }) {
  return <div className={styles.foot}>{children}</div>;
}
