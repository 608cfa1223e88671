import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { saveAs } from '#desk/file-buttons.tsx';
import type { ChosenPeriod } from '#desk/period.ts';
import { csvOf, headingWords, inWords, type Sheet } from '#domain/reports/sheet.ts';
import { sessionSheet, sessionsReport } from '#domain/sessions/report.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { clockAt } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';

type SaveProps = {
  readonly lines: readonly SessionLine[];
  readonly period: Pick<ChosenPeriod, 'from' | 'to'>;
  readonly dataAsAt: string;
  /** In words: `Windmill Hill, delivered`. */
  readonly filtered: string;
};

/** A file of the rows that are shown, in their order, with the columns of the report of sessions. It holds no names. */
export function SaveShown({ lines, period: { from, to }, dataAsAt, filtered }: SaveProps) {
  const { me, keepsNothing } = useDesk();
  const [said, setSaid] = useState('');
  const name = `bandstand-sessions-${from}-${to}${filtered === '' ? '' : '-part'}`;

  async function save(kind: 'csv' | 'xlsx') {
    const sheet = sessionSheet(lines, 'internal');
    if (kind === 'csv') saveAs(new Blob([csvOf(sheet)], { type: 'text/csv' }), `${name}.csv`);
    else saveAs(await workbookOf(sheet), `${name}.xlsx`);
    setSaid(`Saved in your downloads.${keepsNothing ? ' Delete it from this computer when you are done.' : ''}`);
  }

  async function workbookOf({ columns, rows }: Sheet) {
    const cells = rows.map((row) =>
      row.map((cell, at) => (typeof cell === 'number' ? cell : String(inWords(cell, columns[at]) ?? ''))),
    );
    const { workbookType, writeWorkbook } = await import('#desk/workbook/write.ts');
    const bytes = await writeWorkbook({
      Sessions: [columns.map(({ title }) => headingWords(title)), ...cells],
      Notes: [
        ['Programme', me.programme.name],
        ['Period', `${from} to ${to}`],
        ['Only', filtered || 'all of them'],
        ['Data as at', clockAt(dataAsAt)],
        ...sessionsReport.definitions.map((each) => [...each]),
      ],
    });
    return new Blob([new Uint8Array(bytes)], { type: workbookType });
  }

  return (
    <>
      {(['csv', 'xlsx'] as const).map((kind) => (
        <Button
          key={kind}
          size="inline"
          icon="download"
          aria-label={`Save these ${lines.length} as ${kind.toUpperCase()}`}
          onClick={() => void save(kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
      <span aria-live="polite">{said}</span>
    </>
  );
}
