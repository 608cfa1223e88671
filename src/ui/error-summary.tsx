import { useEffect, useRef } from 'react';
import styles from './card.module.css';
import { classes } from './link.ts';

export type FieldFault = { readonly fieldId: string; readonly message: string };

type ErrorSummaryProps = { readonly title?: string | undefined; readonly errors: ReadonlyArray<FieldFault> };

/** All that is wrong, at the top, each leading to its field. Takes the focus whenever a new list comes. */
export function ErrorSummary({ title = 'Please look at this again', errors }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  // The focus belongs to the browser; without the move a screen reader would not know that anything is wrong.
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);

  if (errors.length === 0) return null;
  return (
    <div ref={box} className={classes(styles.card, styles.errors)} role="alert" tabIndex={-1}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                // Without a change of address, which the router would take for a new page.
                event.preventDefault();
                document.getElementById(fieldId)?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
