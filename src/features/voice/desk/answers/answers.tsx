import { Link } from 'react-router';
import { useAnswer, useReport } from '#desk/answer.ts';
import { byName, nameIn, useDesk } from '#desk/desk.ts';
import { boxesPeriod, dateWords, periodWords, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { ReportHead } from '#desk/report-head.tsx';
import { AnswerState, PeriodPick } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { fileWords } from '#domain/reports/file-name.ts';
import type { ReportAnswer } from '#domain/reports/report.ts';
import { shieldedWords } from '#domain/reports/small-cells.ts';
import { answerParts } from '#domain/voice/feedback/answered.ts';
import { answersReport } from '#domain/voice/feedback/report.ts';
import { VoiceScreen } from '#features/voice/desk/voice.tsx';
import { Pick } from '#ui/desk-bar.tsx';
import { Empty } from '#ui/notice.tsx';
import { Panel, Panels } from '#ui/panels.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import { QuestionPanel } from './question.tsx';
import styles from './spread.module.css';

type Report = ReportAnswer<typeof answersReport>;

/** T13: what people answered to forms. Never of fewer than five, and never a mean of faces. */
export function AnswersPage() {
  const { from, to } = usePeriod(boxesPeriod);
  const [site, setSite] = useSearchField('site');
  const [by, setBy] = useSearchField('by');
  const sites = useDesk().useSetUp('site').records;
  const more = `${site === '' ? '' : `&site=${encodeURIComponent(site)}`}${by === '' ? '' : `&by=${by}`}`;
  const report = useReport(answersReport, `from=${from}&to=${to}${more}`);
  const where = site === '' ? 'all parks' : nameIn(sites, site);
  return (
    <VoiceScreen
      tab="answers"
      sum={<ToRead />}
      dataAsAt={report.value?.notes.dataAsAt}
      end={
        <>
          <Pick label="Park" value={site} onChange={(event) => setSite(event.target.value)}>
            <option value="">All parks</option>
            {[...(sites ?? [])].sort(byName).map(({ id, body }) => (
              <option key={id} value={id}>
                {body.name}
              </option>
            ))}
          </Pick>
          <Pick label="Told apart by" value={by} onChange={(event) => setBy(event.target.value)}>
            <option value="">Not told apart</option>
            {answerParts.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </Pick>
          <PeriodPick otherwise={boxesPeriod} />
        </>
      }
    >
      <PeriodDays otherwise={boxesPeriod} />
      <AnswerState answer={report} what="the answers" />
      {report.value && <Shown report={report.value} where={where} more={more} />}
    </VoiceScreen>
  );
}

/** How many own words nobody has read yet. */
function ToRead() {
  const words = useAnswer('/api/voice/words').value?.words;
  const open = words?.filter(({ read }) => read === null).length ?? 0;
  return <Link to="/desk/voice/words">{open === 0 ? 'Own words' : `${open} to read: own words`}</Link>;
}

type ShownProps = { readonly report: Report; readonly where: string; readonly more: string };

function Shown({ report: { forms, response, notes }, where, more }: ShownProps) {
  return (
    <>
      <ReportHead
        title={`What they said, ${where}`}
        notes={notes}
        name="answers"
        part={where === 'all parks' ? undefined : fileWords(where)}
        more={more}
      >
        Answers of fewer than five are not shown. They join those of the same park and month.
      </ReportHead>
      {forms.length === 0 && (
        <Empty icon="say" title="No answers to show yet">
          In {periodWords(notes)} no question was answered by five people in one session, or in one park and month.
          Phones send answers once their session is over.
        </Empty>
      )}
      {forms.map((form) => (
        <section key={form.sha256} className={styles.form}>
          <header>
            <h2>{form.name}</h2>
            <p>
              Version {form.version}
              {form.named && ', with their names'}
              {form.instrument !== null && `, ${form.instrument}`}
            </p>
          </header>
          <Panels>
            {form.questions.map((question) => (
              <QuestionPanel key={question.name} question={question} />
            ))}
          </Panels>
        </section>
      ))}
      {response.length > 0 && <Response response={response} />}
    </>
  );
}

/** How many answered, of those who came. */
function Response({ response }: Pick<Report, 'response'>) {
  const told = response.filter(({ answered }) => answered !== 'few');
  const [came, answered] = [
    told.reduce((all, each) => all + each.attendances, 0),
    told.reduce((all, each) => all + (each.answered === 'few' ? 0 : each.answered), 0),
  ];
  return (
    <Panel full title="How many answered">
      <p className={styles.says}>
        {told.length === 0
          ? 'In no session did five answer.'
          : `In ${told.length} of ${response.length} sessions five or more answered: ${answered} of ${came} who came.`}
      </p>
      <Table caption="How many answered, by session" captionHidden>
        <thead>
          <tr>
            <th scope="col">Session</th>
            <th scope="col">Park</th>
            <NumberHeads words={['Came', 'Answered']} />
          </tr>
        </thead>
        <tbody>
          {response.toReversed().map((line) => (
            <tr key={line.session}>
              <th scope="row">
                <Link to={`/desk/sessions/${line.session}`}>{dateWords(line.day)}</Link>
              </th>
              <td>{line.site}</td>
              <td data-number>{line.attendances}</td>
              <td data-number>{shieldedWords(line.answered)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Panel>
  );
}
