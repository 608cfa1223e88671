import type { ReactNode } from 'react';
import { RoofPage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';
import styles from './page.module.css';

type HandedPageProps = {
  /** Under the roof, on one line: where in the form this is, and how much of it is done. */
  readonly roof: ReactNode;
  /** The way on, and back. */
  readonly buttons?: ReactNode;
  /** Beside *Grown-ups*, small: which text this is. */
  readonly note?: ReactNode;
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
  readonly children: ReactNode;
};

/** One page of a form in somebody else's hands: the roof, the page, its buttons, and the grown-ups' way out. */
export function HandedPage({ roof, buttons, note, lang, dir, children }: HandedPageProps) {
  const { grownUps } = useSlots();
  return (
    <div className={styles.page} lang={lang} dir={dir}>
      <RoofPage
        roof={<div className={styles.roof}>{roof}</div>}
        bottom={
          <div className={styles.foot}>
            {buttons !== undefined && <div className={styles.buttons}>{buttons}</div>}
            {(note !== undefined || grownUps !== undefined) && (
              <div className={styles.last}>
                <span>{note}</span>
                {grownUps}
              </div>
            )}
          </div>
        }
      >
        {children}
      </RoofPage>
    </div>
  );
}
