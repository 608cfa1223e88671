import { useEffect, useRef } from 'react';
import styles from './card.module.css';
import { classes } from './link.ts';

export type FieldFault = { readonly fieldId: string; readonly message: string };

type ErrorSummaryProps = {
  readonly title?: string | undefined;
  readonly errors: ReadonlyArray<FieldFault>;
  /** How often it was tried. With it the focus comes here at a new try only, and not as messages go one by one. */
  readonly tries?: number | undefined;
};

/** All that is wrong, at the top, each leading to its field. Takes the focus whenever a new list comes. */
export function ErrorSummary({ title = 'Please look at this again', errors, tries }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);

  const asked = tries ?? errors;
  const isWrong = errors.length > 0;

  // The focus belongs to the browser; without the move a screen reader would not know that anything is wrong.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new try that asks for it
  useEffect(() => {
    if (isWrong) box.current?.focus();
  }, [asked, isWrong]);

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
