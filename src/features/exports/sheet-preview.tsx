import styles from '#desk/desk.module.css';
import type { Cell } from '#domain/reports/csv.ts';
import type { Report } from '#domain/reports/report.ts';
import { headingWords, inWords, type Sheet, sumsOf, type TableColumn } from '#domain/reports/sheet.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Empty } from '#ui/notice.tsx';
import { Table } from '#ui/table.tsx';

/** The first rows of a table as they will stand in its file, and what all of them come to. */

const shownRows = 12;

export function SheetPreview({ report, sheet }: { report: Report; sheet: Sheet }) {
  const { totalled } = sheet;
  const rows = totalled ? sheet.rows.slice(0, -1) : sheet.rows;
  if (rows.length === 0) {
    return (
      <Empty icon="calendar" title="Nothing in this period">
        The file would hold its headings and the definitions only.
      </Empty>
    );
  }
  const shown = columnsOf(report, sheet);
  const total = totalled ? sheet.rows.at(-1) : sumsOf(sheet);
  return (
    <>
      <Table caption={`${report.label}, as in the file`} captionHidden>
        <thead>
          <tr>
            {shown.map((at) => (
              <th key={at} scope="col" data-number={isFigures(rows, at) || undefined}>
                {headingWords(sheet.columns[at]?.title ?? '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and never change places
            <Row key={n} row={row} sheet={sheet} shown={shown} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Row row={total} sheet={sheet} shown={shown} />
          </tfoot>
        )}
      </Table>
      <Rest rows={rows.length} columns={sheet.columns.length - shown.length} />
    </>
  );
}

/** The columns to be shown: those its report names, in that order, or all but the ids that only a machine reads. */
function columnsOf({ glance }: Report, { columns }: Sheet): number[] {
  const named = glance?.map((each) => columns.findIndex(({ title }) => title === each)).filter((at) => at >= 0);
  return named ?? columns.flatMap(({ is }, at) => (is === 'id' ? [] : at));
}

const isFigures = (rows: Sheet['rows'], at: number): boolean => rows.some((row) => typeof row[at] === 'number');

type RowProps = {
  readonly row: readonly Cell[];
  readonly sheet: Sheet;
  readonly shown: readonly number[];
};

function Row({ row, sheet, shown }: RowProps) {
  const [first = 0, ...others] = shown;
  return (
    <tr>
      <th scope="row" className={sheet.columns[first]?.is === 'day' ? styles.when : undefined}>
        {wordsOf(row[first], sheet.columns[first])}
      </th>
      {others.map((at) => (
        <td key={at} data-number={isFigures(sheet.rows, at) || undefined}>
          {wordsOf(row[at], sheet.columns[at])}
        </td>
      ))}
    </tr>
  );
}

function wordsOf(cell: Cell, column: TableColumn | undefined): string {
  if (cell === null || cell === undefined) return '–';
  const isDay = column?.is === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(String(cell));
  return isDay ? shortDay(String(cell), dayOf(Date.now())) : String(inWords(cell, column));
}

/** What is not shown of a file. */
function Rest({ rows, columns }: { rows: number; columns: number }) {
  const words = [
    rows > shownRows && `The first ${shownRows} of ${rows} rows.`,
    columns > 0 && `The file has ${columns} more ${columns === 1 ? 'column' : 'columns'}.`,
  ].filter(Boolean);
  return words.length > 0 ? <p className={styles.quiet}>{words.join(' ')}</p> : null;
}
