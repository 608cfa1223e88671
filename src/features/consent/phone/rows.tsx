import type { InForceState, Purpose } from '#domain/people-codes.ts';
import { PurposeDrawing } from '#features/consent/pictogram.tsx';
import { ConsentShape } from '#ui/consent-shape.tsx';
import { classes } from '#ui/link.ts';
import styles from './consent.module.css';

/** How one purpose stands, in words and a shape; why is told elsewhere. */
export type ConsentRow = {
  readonly purpose: Purpose;
  /** `Joining in` */
  readonly words: string;
  readonly state: InForceState;
  /** `Given until 12 May`, `No photos`, `Not asked`. */
  readonly says: string;
};

const isNo: ReadonlySet<InForceState> = new Set<InForceState>(['refused', 'withdrawn', 'differ', 'twoAnswers']);

/** What somebody permits: rows to read. */
export const ConsentRows = ({ rows }: { rows: readonly ConsentRow[] }) => (
  <ul className={styles.consents}>
    {rows.map(({ purpose, words, state, says }) => (
      <li key={purpose}>
        <PurposeDrawing purpose={purpose} />
        {words}
        <span
          className={classes(
            styles.state,
            isNo.has(state) && styles.not,
            (state === 'never' || state === 'asked') && styles.unasked,
          )}
        >
          {says}
          <ConsentShape is={state} size={24} />
        </span>
      </li>
    ))}
  </ul>
);
