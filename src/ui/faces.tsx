import { type ReactNode, useId } from 'react';
import { Face, type FaceNumber, type FaceSet } from './face.tsx';
import styles from './faces.module.css';

type FacesProps = {
  readonly legend: ReactNode;
  /** The question already stands on the roof. */
  readonly legendHidden?: boolean | undefined;
  /** Worst to best, in the reader's language. */
  readonly words: readonly [string, string, string, string, string];
  readonly value: FaceNumber | undefined;
  readonly onChange: (face: FaceNumber) => void;
  readonly set?: FaceSet | undefined;
  /** rows: a child's, 86 px each. strip: the worker's debrief, side by side. */
  readonly look?: 'rows' | 'strip' | undefined;
};

const numbers: ReadonlyArray<FaceNumber> = [1, 2, 3, 4, 5];

/** Five acorn faces as radio buttons, worst first, none chosen for anyone. */
export function Faces({ legend, legendHidden = false, words, value, onChange, set, look = 'rows' }: FacesProps) {
  const name = useId();
  return (
    <fieldset aria-labelledby={`${name}-legend`}>
      <legend id={`${name}-legend`} className={styles.legend} hidden={legendHidden}>
        <b>{legend}</b>
        {look === 'strip' && value !== undefined && <span className={styles.said}> {words[value - 1]}</span>}
      </legend>
      <div className={styles[look]}>
        {numbers.map((n) => (
          <label key={n} className={styles.face}>
            <Face n={n} set={set} />
            <span className={styles.word}>{words[n - 1]}</span>
            <input
              type="radio"
              className={styles.mark}
              name={name}
              value={n}
              checked={n === value}
              onChange={() => onChange(n)}
            />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
