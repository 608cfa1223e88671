import type { CSSProperties } from 'react';
import { shieldedWords } from '#domain/reports/small-cells.ts';
import type { AnsweredQuestion } from '#domain/voice/feedback/answered.ts';
import { Face, type FaceNumber } from '#ui/face.tsx';
import styles from './spread.module.css';

/** How answers are spread: a table whose rows are bars, so that the chart and its figures are one. */

type Line = AnsweredQuestion['lines'][number];
type SpreadProps = {
  readonly caption: string;
  readonly question: Pick<AnsweredQuestion, 'type' | 'scale'>;
  readonly lines: readonly Line[];
  /** The most that any bar beside it stands for, so that they compare. */
  readonly small?: boolean;
};

const shareOf = (people: Line['people'], most: number): CSSProperties & { '--share': string } => ({
  '--share': `${typeof people === 'number' ? (100 * people) / Math.max(1, most) : 0}%`,
});

export function Spread({ caption, question: { type, scale }, lines, small = false }: SpreadProps) {
  const most = Math.max(1, ...lines.map(({ people }) => (typeof people === 'number' ? people : 0)));
  const hatched = scale === 'happy';
  return (
    <table className={styles.spread} aria-label={caption}>
      <thead hidden>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col" />
          <th scope="col">People</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ option, words, people }) => (
          <tr key={option}>
            <th scope="row">
              <span>
                {type === 'faces' && !small && (
                  <Face n={faceOf(option)} set={scale === 'happy' ? 'happy' : 'good'} size={34} />
                )}
                {words}
              </span>
            </th>
            <td aria-hidden="true">
              <span
                className={styles.track}
                style={shareOf(people, most)}
                data-hatched={hatched || undefined}
                data-none={typeof people !== 'number' || undefined}
              />
            </td>
            <td>{shieldedWords(people)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const faceOf = (option: string): FaceNumber => Math.min(5, Math.max(1, Number(option) || 1)) as FaceNumber; // one of five
