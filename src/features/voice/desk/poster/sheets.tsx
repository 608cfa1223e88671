import type { ReactNode } from 'react';
import type { PosterLine } from '#domain/voice/ideas/poster.ts';
import { answerShape, StopShape } from '#features/voice/shape.tsx';
import { spokenAnswers } from '#features/voice/words.ts';
import { RoofDrawing, StepsDrawing } from './bandstand.tsx';
import styles from './paper.module.css';

/** Sheets as they lie in the printer. Of a larger paper everything is larger: an A3 is read from further away. */

export type PaperSize = 'A3' | 'A4' | 'A5';

export type PosterWords = {
  readonly programme: string;
  /** The park; nothing where it is of all of them. */
  readonly where: string;
  readonly period: string;
  readonly siteName: (id: string) => string;
};

type SheetsProps = { readonly lines: readonly PosterLine[]; readonly size: PaperSize; readonly words: PosterWords };

/** More on one sheet are too small to read in passing. */
const onePoster = 5;

/** A few at a time, as evenly as they go. */
function spread<One>(all: readonly One[], most: number): One[][] {
  const sheets = Math.max(1, Math.ceil(all.length / most));
  const each = Math.ceil(all.length / sheets);
  return Array.from({ length: sheets }, (_, at) => all.slice(at * each, (at + 1) * each));
}

/** The fewer there are, the larger they stand. */
const manyOf = ({ length }: readonly PosterLine[]): string => (length > 4 ? 'many' : length > 2 ? 'some' : 'few');

export function PosterSheets({ lines, size, words }: SheetsProps) {
  const sheets = spread(lines, onePoster);
  return sheets.map((on, at) => (
    <Paper key={on[0]?.id ?? at} size={size} title="You said, we did" words={words}>
      <ol className={styles.said} data-many={manyOf(on)}>
        {on.map((line) => (
          <OnPoster key={line.id} line={line} words={words} />
        ))}
      </ol>
      <p className={styles.more}>
        What else would you like? Tell any of us.
        {sheets.length > 1 && <small>{`Sheet ${at + 1} of ${sheets.length}`}</small>}
      </p>
    </Paper>
  ));
}

/** Which park it is of, where the sheet is of several and the title does not say: `Windmill Hill` of *Windmill Hill, Gravesend*. */
export function placeOf({ title, sites }: PosterLine, { where, siteName }: PosterWords): string {
  const [site] = sites;
  const [name = ''] = site === undefined || where !== '' ? [] : siteName(site).split(',');
  return title.includes(name) ? '' : name;
}

function OnPoster({ line, words }: { line: PosterLine; words: PosterWords }) {
  const { title, heard, decision, reason, action } = line;
  const place = placeOf(line, words);
  return (
    <li>
      <p className={styles.bubble}>
        <b>{title}</b>
        {place !== '' && <small>{place}</small>}
        {heard !== null && <small>said by {heard}</small>}
      </p>
      <div className={styles.did}>
        <StopShape is={answerShape(line)} size={40} />
        <p>
          <b>{spokenAnswers[decision]}</b>
          {reason} {action}
        </p>
      </div>
    </li>
  );
}

/** More on one notice are not read at a door. */
const oneNotice = 6;

/** From door to door: what happens from what they said, and what does not, and why. */
export function NoticeSheets({ lines, size, words }: SheetsProps) {
  return spread(lines, oneNotice).map((on, at) => {
    const going = on.filter(({ decision }) => decision !== 'no');
    const not = on.filter(({ decision }) => decision === 'no');
    return (
      <Paper key={on[0]?.id ?? at} size={size} title="From your ideas" words={words}>
        <div className={styles.notice} data-many={manyOf(on)}>
          {going.length > 0 && (
            <>
              <h3>{going.every(({ isDone }) => isDone) ? 'this happened' : 'we are going to …'}</h3>
              <ul>
                {going.map((line) => (
                  <OnNotice
                    key={line.id}
                    line={line}
                    words={words}
                    end={line.isDone && going.some(({ isDone }) => !isDone) ? 'It is done.' : ''}
                  />
                ))}
              </ul>
            </>
          )}
          {not.length > 0 && (
            <>
              <h3 data-no>{going.length > 0 ? 'And what does not work now' : 'what does not work now'}</h3>
              <ul data-no>
                {not.map((line) => (
                  <OnNotice key={line.id} line={line} words={words} />
                ))}
              </ul>
            </>
          )}
        </div>
        <p className={styles.more}>Come to the park and tell us what you think.</p>
      </Paper>
    );
  });
}

function OnNotice({ line, words, end = '' }: { line: PosterLine; words: PosterWords; end?: string }) {
  return (
    <li>
      <b>{[line.title, placeOf(line, words)].filter(Boolean).join(' · ')}</b>
      <span>{[line.reason, line.action, end].filter(Boolean).join(' ')}</span>
    </li>
  );
}

type PaperProps = {
  readonly size: PaperSize;
  readonly title: string;
  readonly words: PosterWords;
  readonly children: ReactNode;
};

function Paper({ size, title, words: { programme, where, period }, children }: PaperProps) {
  return (
    // Paper is white and its ink is black, in whatever light the screen is.
    <section className={styles.paper} data-size={size} data-theme="day" aria-label={`${title}, ${size}`}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <RoofDrawing />
          <h2>{title}</h2>
          <p>{[programme, where].filter(Boolean).join(' · ')}</p>
        </header>
        <div className={styles.under}>{children}</div>
        <StepsDrawing />
        <footer className={styles.foot}>
          <span>{programme}</span>
          <span>{period}</span>
        </footer>
      </div>
    </section>
  );
}
