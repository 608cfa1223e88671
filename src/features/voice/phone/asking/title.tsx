import type { ReactNode } from 'react';
import styles from './asking.module.css';

/** The title of a page, on the roof: read out first. Beside it, what reads it aloud. */
export const Title = ({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) => (
  <div className={styles.title}>
    <h1 tabIndex={-1} data-ask-title>
      {children}
    </h1>
    {aside}
  </div>
);
