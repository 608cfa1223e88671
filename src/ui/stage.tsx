import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import styles from './stage.module.css';

type StageProps = {
  /** "Live since 16:00": a session that is on. */
  readonly live?: ReactNode;
  /** "Next, in 2 h 10": one that is not. */
  readonly next?: ReactNode;
  readonly title: ReactNode;
  /** `<Total size="big" … />`. */
  readonly total?: ReactNode;
  /** "16:00–18:00 · light until 18:15", under the title. */
  readonly under?: ReactNode;
  /** The one primary button. */
  readonly action: ReactNode;
  /** "Light until 18:22 · 1 h 34 left", or another way to go. */
  readonly foot?: ReactNode;
};

function Bracket() {
  return (
    <svg className={styles.bracket} width="50" height="52" viewBox="0 0 50 52" aria-hidden="true">
      <path d="M1.2 0v52M48.5 1C44 25 26 43 1 50.5M26 4c0 8-3 14-9 15.5M2.5 32.5C10 32 15 27 16 20.5" />
      <circle cx="12.5" cy="12" r="8" />
      <circle cx="12.5" cy="12" r="1" />
    </svg>
  );
}

/** The session on the bandstand's stage: posts and brackets under the roof, a plinth of two steps. First in a RoofPage. */
export function Stage({ live, next, title, total, under, action, foot }: StageProps) {
  return (
    <section className={styles.stage}>
      <div className={styles.inside}>
        <Bracket />
        <Bracket />
        {live !== undefined && <p className={styles.live}>{live}</p>}
        {next !== undefined && (
          <p className={styles.next}>
            <Icon name="clock" size={22} />
            <span>{next}</span>
          </p>
        )}
        <h2>{title}</h2>
        {under !== undefined && <p className={styles.under}>{under}</p>}
        {total}
        <div className={styles.action}>{action}</div>
        {foot !== undefined && <p className={styles.foot}>{foot}</p>}
      </div>
    </section>
  );
}
