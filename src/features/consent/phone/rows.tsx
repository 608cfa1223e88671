import { drawingOf, pictogramOf } from '#domain/people/wordings/pictograms.ts';
import type { InForceState, Purpose } from '#domain/people-codes.ts';
import { Glyph } from '#ui/icon.tsx';
import { classes } from '#ui/link.ts';
import { StateMark, type StateMarkName } from '#ui/state-mark.tsx';
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

const marks: Readonly<Record<InForceState, StateMarkName>> = {
  ...{ given: 'given', refused: 'refused', withdrawn: 'withdrawn', ranOut: 'ranOut', asked: 'asked', never: 'never' },
  ...{ differ: 'differ', twoAnswers: 'differ', pending: 'part' },
};
const isNo: ReadonlySet<InForceState> = new Set<InForceState>(['refused', 'withdrawn', 'differ', 'twoAnswers']);

/** The drawing of a purpose, as the parent sees it. */
export const PurposeDrawing = ({ purpose, size = 24 }: { purpose: Purpose; size?: number }) => (
  <Glyph path={drawingOf(pictogramOf(purpose).id) ?? ''} size={size} />
);

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
          <StateMark name={marks[state]} />
        </span>
      </li>
    ))}
  </ul>
);
