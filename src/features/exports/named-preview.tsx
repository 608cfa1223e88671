import { useState } from 'react';
import styles from '#desk/desk.module.css';
import { type Got, useDesk } from '#desk/desk.ts';
import { FileButtons } from '#desk/file-buttons.tsx';
import { whenOf } from '#desk/screen.tsx';
import { ageBands, wordsOf } from '#domain/codes.ts';
import type { Notes } from '#domain/reports/notes.ts';
import type { PersonLine } from '#domain/sessions/attendance-line.ts';
import { dayOf, shortDay, timeOf } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Notice } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';

type Report = { readonly lines: readonly PersonLine[]; readonly notes: Notes };
type Props = { from: string; to: string; reason: string };

const shownRows = 12;

/** Attendance with names. Nothing is read before a reason is given; each look and each file is a line in the log. */
export function NamedPreview({ from, to, reason }: Props) {
  const { ask, answers } = useDesk();
  const [got, setGot] = useState<Got<Report>>();
  const query = `from=${from}&to=${to}&names=yes&reason=${encodeURIComponent(reason)}`;

  async function look() {
    if (reason === '') return;
    setGot(await ask<Report>('GET', `/api/reports/attendance?${query}`));
    answers.refresh('/api/audit');
  }

  return (
    <>
      <div className={styles.fileBar}>
        <Button notPossible={reason === ''} onClick={() => void look()}>
          {reason === '' ? 'Say why first' : 'Look at it first'}
        </Button>
        {reason !== '' && (
          <FileButtons path="/api/exports/attendance" query={query} name={`bandstand-attendance-names-${from}-${to}`} />
        )}
      </div>
      {got && !got.ok && (
        <Notice kind="warn" title={got.status === 0 ? 'This page needs signal. Recording does not.' : 'Not shown'}>
          {got.status === 0 ? '' : got.words}
        </Notice>
      )}
      {got?.ok && <People report={got.value} />}
    </>
  );
}

function People({ report: { lines, notes } }: { report: Report }) {
  return (
    <>
      <p>
        <b>Data as at {whenOf(notes.dataAsAt)}.</b> {lines.length} attendances by name
        {lines.length > shownRows && `, the first ${shownRows} of them here`}.
      </p>
      <Table caption="Attendance with names, as in the file" captionHidden>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Age</th>
            <th scope="col">Day</th>
            <th scope="col">Park</th>
            <th scope="col">Partner</th>
            <th scope="col">Came</th>
            <th scope="col" data-number>
              Minutes
            </th>
          </tr>
        </thead>
        <tbody>
          <Each of={lines.slice(0, shownRows)} by={(line) => `${line.session}${line.person}`} as="row">
            {(line) => (
              <tr>
                <th scope="row">{line.name}</th>
                <td>{wordsOf(ageBands, line.ageBand)}</td>
                <td className={styles.when}>{shortDay(line.day, dayOf(Date.now()))}</td>
                <td>{line.site}</td>
                <td>{line.partner}</td>
                <td>{timeOf(line.arrived)}</td>
                <td data-number>{line.minutes ?? '–'}</td>
              </tr>
            )}
          </Each>
        </tbody>
      </Table>
    </>
  );
}
