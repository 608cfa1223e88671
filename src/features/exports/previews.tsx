import type { SessionsAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { countedOnly, statusWords } from '#desk/figures.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import { bandLines } from '#domain/sessions/attendance-line.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';

/** The first rows of a file as they will stand in it, and what all of them come to. */

export const shownRows = 12;

const nothing = (
  <Empty icon="calendar" title="No session in this period">
    The file would hold its headings and the definitions only.
  </Empty>
);

/** What is not shown of a file. */
export function Rest({ all }: { all: number }) {
  return all > shownRows ? (
    <p className={styles.quiet}>
      The first {shownRows} of {all} rows. The file has all of them and more columns.
    </p>
  ) : null;
}

export function SessionPreview({ answer: { sessions, totals } }: { answer: SessionsAnswer }) {
  if (sessions.length === 0) return nothing;
  return (
    <>
      <Table caption="Sessions, as in the file" captionHidden>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Park</th>
            <th scope="col">Partner</th>
            <th scope="col">State</th>
            <Heads words={['Minutes', 'Named', 'Counted', 'Attendances']} />
          </tr>
        </thead>
        <tbody>
          <Each of={sessions.slice(0, shownRows)} by={(line) => line.session} as="row">
            {(line) => (
              <tr>
                <th scope="row" className={styles.when}>
                  {shortDay(line.day, dayOf(Date.now()))}
                </th>
                <td>{line.site}</td>
                <td>{line.partner}</td>
                <td>{statusWords(line)}</td>
                <Figures of={[line.minutes ?? '–', line.named, countedOnly(line), line.attendances]} />
              </tr>
            )}
          </Each>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              All {sessions.length}
            </th>
            <Figures of={[totals.minutes, totals.named, countedOnly(totals), totals.attendances]} />
          </tr>
        </tfoot>
      </Table>
      <Rest all={sessions.length} />
    </>
  );
}

export function BandPreview({ answer: { sessions, totals } }: { answer: SessionsAnswer }) {
  const lines = sessions.flatMap(bandLines);
  if (lines.length === 0) return nothing;
  return (
    <>
      <Table caption="Attendance by age, as in the file" captionHidden>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Park</th>
            <th scope="col">Partner</th>
            <th scope="col">Age</th>
            <Heads words={['Named', 'Counted', 'Attendances']} />
          </tr>
        </thead>
        <tbody>
          <Each of={lines.slice(0, shownRows)} by={(line) => `${line.session}${line.ageBand}`} as="row">
            {(line) => (
              <tr>
                <th scope="row" className={styles.when}>
                  {shortDay(line.day, dayOf(Date.now()))}
                </th>
                <td>{line.site}</td>
                <td>{line.partner}</td>
                <td>{wordsOf(tallyBands, line.ageBand)}</td>
                <Figures of={[line.named, line.counted - line.alreadyCounted, line.attendances]} />
              </tr>
            )}
          </Each>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              All {lines.length}
            </th>
            <Figures of={[totals.named, countedOnly(totals), totals.attendances]} />
          </tr>
        </tfoot>
      </Table>
      <Rest all={lines.length} />
    </>
  );
}

function Heads({ words }: { words: readonly string[] }) {
  return words.map((word) => (
    <th key={word} scope="col" data-number>
      {word}
    </th>
  ));
}

/** Cells with figures, the last one bold. */
function Figures({ of }: { of: readonly (number | string)[] }) {
  return of.map((figure, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: cells of one row, always in the same order
    <td key={at} data-number>
      {at === of.length - 1 ? <b>{figure}</b> : figure}
    </td>
  ));
}
