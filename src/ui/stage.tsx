import type { ReactNode } from 'react';
import styles from './stage.module.css';

type StageProps = {
  /** "Live since 16:00". */
  readonly live: ReactNode;
  readonly title: ReactNode;
  /** `<Total size="big" … />`. */
  readonly total: ReactNode;
  /** The one primary button. */
  readonly action: ReactNode;
  /** "Light until 18:22 · 1 h 34 left". */
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

/** The live session on the bandstand's stage: posts and brackets under the roof, a plinth of two steps. First in a RoofPage. */
export function Stage({ live, title, total, action, foot }: StageProps) {
  return (
    <section className={styles.stage}>
      <div className={styles.inside}>
        <Bracket />
        <Bracket />
        <p className={styles.live}>{live}</p>
        <h2>{title}</h2>
        {total}
        <div className={styles.action}>{action}</div>
        {foot !== undefined && <p className={styles.foot}>{foot}</p>}
      </div>
    </section>
  );
}
