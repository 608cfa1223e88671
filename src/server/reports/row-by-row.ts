import { byteOrderMark, csvLine } from '#domain/reports/csv.ts';
import type { Report, RowStream } from '#domain/reports/report.ts';
import { FileStreamed } from '#server/answer.ts';
import type { Caller } from '#server/caller.ts';
import type { ReportParts } from '#server/parts.ts';
import { type DatedQuery, fileOf, isNamed, logExport, readIn } from './asked.ts';
import { csvType, fileHeaders } from './report-file.ts';

/** A CSV that is handed out while it is read: see decision 60. */
export function rowByRow(
  report: Report,
  { columns, each }: RowStream,
  parts: ReportParts,
  caller: Caller,
  asked: DatedQuery,
): FileStreamed {
  const named = isNamed(report, caller, asked);
  const headings = columns(asked).map(({ title }) => title);
  return new FileStreamed({
    type: csvType,
    headers: fileHeaders(fileOf(report, undefined, named && 'names'), asked, 'csv'),
    log: (people, rows) => logExport(report, parts, caller, asked, { as: 'csv', rows, people }),
    write: async (store, take) => {
      await take({ text: byteOrderMark + csvLine(headings), rows: 0, people: [] });
      const use = async (rows: Parameters<Parameters<RowStream['each']>[2]>[0]) => {
        const people = named ? rows.flatMap(({ person }) => person ?? []) : [];
        await take({ text: rows.map(({ cells }) => csvLine(cells)).join(''), rows: rows.length, people });
      };
      await readIn(report, parts, caller, asked, (reading) => each(reading, asked, use), store);
    },
  });
}
