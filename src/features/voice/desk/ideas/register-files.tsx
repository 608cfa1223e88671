import { useReport } from '#desk/answer.ts';
import { ReportHead } from '#desk/report-head.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { WordsMean } from '#desk/words-mean.tsx';
import { fileWords } from '#domain/reports/file-name.ts';
import { totalLines, youSaidReport } from '#domain/voice/ideas/report.ts';
import { Fold } from '#ui/answers.tsx';
import { Table } from '#ui/table.tsx';

type RegisterFilesProps = {
  readonly period: { readonly from: string; readonly to: string };
  readonly site: string;
  /** The park’s name, where there is one. */
  readonly where: string;
};

/** T14 under the list: what the ideas of the period come to, the register as files, and what its words mean. */
export function RegisterFiles({ period: { from, to }, site, where }: RegisterFilesProps) {
  const more = site === '' ? '' : `&site=${encodeURIComponent(site)}`;
  const report = useReport(youSaidReport, `from=${from}&to=${to}${more}`);
  return (
    <Fold title="The register: totals and files" note="Ideas first heard in the period">
      <AnswerState answer={report} what="the register" />
      {report.value && (
        <>
          <ReportHead
            title="You said, we did"
            notes={report.value.notes}
            name={youSaidReport.name}
            part={site === '' ? undefined : fileWords(where)}
            more={more}
          >
            {where || 'All parks'}.
          </ReportHead>
          <Table caption="Totals" captionHidden>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" data-number>
                  How many
                </th>
              </tr>
            </thead>
            <tbody>
              {totalLines(report.value.totals).map(([what, n]) => (
                <tr key={what}>
                  <th scope="row">{what}</th>
                  <td data-number>{n}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <WordsMean of={report.value.definitions} />
        </>
      )}
    </Fold>
  );
}
