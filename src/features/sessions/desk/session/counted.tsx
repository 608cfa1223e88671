import type { SessionAnswer } from '#desk/answers.ts';
import { countedOnly } from '#desk/figures.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import { Empty, Notice } from '#ui/notice.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './session.module.css';

/** The people counted by eye, and how many of them were named afterwards: why the total never counts anyone twice. */
export function Counted({ found: { counts, session } }: { found: SessionAnswer }) {
  const rows = tallyBands
    .map(([band, words]) => ({ words, ...counts.bands[band] }))
    .filter(({ counted, overlap }) => counted !== 0 || overlap !== 0);
  if (rows.length === 0 && counts.contacts === 0) {
    return (
      <Empty icon="tally" title="Nobody was counted">
        Everybody who came is on the register by name.
      </Empty>
    );
  }
  return (
    <>
      {counts.surplus.map(({ band, n }) => (
        <Notice key={band} kind="warn" title={`${n} more named than counted at ${wordsOf(tallyBands, band)}`}>
          The team said these people had been counted already.
        </Notice>
      ))}
      <Table caption="Counted by eye" captionHidden>
        <thead>
          <tr>
            <th scope="col">Age</th>
            <NumberHeads words={['Counted', 'Then named', 'Left as counted']} />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ words, counted, overlap }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td data-number>{counted}</td>
              <td data-number>{overlap}</td>
              <td data-number>{counted - overlap}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">All</th>
            <td data-number>{counts.all.counted}</td>
            <td data-number>{counts.all.overlap}</td>
            <td data-number>{countedOnly(session.line)}</td>
          </tr>
        </tfoot>
      </Table>
      <p className={styles.small}>
        {session.line.estimated && 'At least one count is a best guess. '}
        {counts.contacts > 0 &&
          `${counts.contacts} more watched or were talked to; they are contacts, not attendances.`}
      </p>
    </>
  );
}
