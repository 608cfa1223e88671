import { useState } from 'react';
import styles from '#desk/desk.module.css';
import { type Got, useDesk } from '#desk/desk.ts';
import { FileButtons } from '#desk/file-buttons.tsx';
import { whenOf } from '#desk/when.ts';
import type { Report, ReportAnswer } from '#domain/reports/report.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { SheetPreview } from './sheet-preview.tsx';

type Props = { report: Report; from: string; to: string; reason: string };

/** A report with names. Nothing is read before a reason is given; each look and each file is a line in the log. */
export function NamedPreview({ report, from, to, reason }: Props) {
  const { ask, answers } = useDesk();
  const [got, setGot] = useState<Got<ReportAnswer<Report>>>();
  const query = `from=${from}&to=${to}&names=yes&reason=${encodeURIComponent(reason)}`;

  async function look() {
    if (reason === '') return;
    setGot(await ask('GET', `/api/reports/${report.name}?${query}`));
    answers.refresh('/api/audit');
  }

  return (
    <>
      <div className={styles.fileBar}>
        <Button notPossible={reason === ''} onClick={() => void look()}>
          {reason === '' ? 'Say why first' : 'Look at it first'}
        </Button>
        {reason !== '' && (
          <FileButtons
            path={`/api/exports/${report.name}`}
            query={query}
            name={`bandstand-${report.name}-names-${from}-${to}`}
          />
        )}
      </div>
      {got && !got.ok && (
        <Notice kind="warn" title={got.status === 0 ? 'This page needs signal. Recording does not.' : 'Not shown'}>
          {got.status === 0 ? '' : got.words}
        </Notice>
      )}
      {got?.ok && (
        <>
          <p>
            <b>Data as at {whenOf(got.value.notes.dataAsAt)}.</b>
          </p>
          {report.sheets(got.value, { names: 'yes' }, '').map((sheet) => (
            <SheetPreview key={sheet.name} report={report} sheet={sheet} />
          ))}
        </>
      )}
    </>
  );
}
