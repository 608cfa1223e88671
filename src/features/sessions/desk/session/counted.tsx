import { useState } from 'react';
import type { SessionAnswer } from '#desk/answers.ts';
import { countedOnly } from '#desk/figures.ts';
import { tallyBands, wordsOf } from '#domain/codes.ts';
import { Button } from '#ui/button.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import { CountsForm } from './correct/counts-form.tsx';
import { mayHaveCome } from './register.tsx';
import styles from './session.module.css';

/** The people counted by eye, and how many of them were named afterwards: why the total never counts anyone twice. */
export function Counted({ found }: { found: SessionAnswer }) {
  const { counts, session } = found;
  const rows = tallyBands
    .map(([band, words]) => ({ words, ...counts.bands[band] }))
    .filter(({ counted, overlap }) => counted !== 0 || overlap !== 0);
  if (rows.length === 0 && counts.contacts === 0) {
    return (
      <Empty
        icon="tally"
        title="Nobody was counted"
        action={mayHaveCome(session.line) && <CorrectCounts found={found} />}
      >
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
      <CorrectCounts found={found} />
    </>
  );
}

/** How many were counted, put right in a sheet. */
function CorrectCounts({ found }: { found: SessionAnswer }) {
  const [isOpen, setOpen] = useState(false);
  const shut = () => setOpen(false);
  return (
    <div className={styles.doing}>
      <Button size="inline" icon="pen" onClick={() => setOpen(true)}>
        Correct the count
      </Button>
      <Sheet open={isOpen} title="Correct the count" onClose={shut}>
        {isOpen && <CountsForm found={found} onDone={shut} />}
      </Sheet>
    </div>
  );
}
