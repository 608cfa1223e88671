import type { ReactNode } from 'react';
import { useReport } from '#desk/answer.ts';
import { useDesk } from '#desk/desk.ts';
import { boxesPeriod, usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { ReportHead } from '#desk/report-head.tsx';
import { AnswerState, PeriodPick } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { WordsMean } from '#desk/words-mean.tsx';
import { fileWords } from '#domain/reports/file-name.ts';
import type { ReportAnswer } from '#domain/reports/report.ts';
import { indicatorsReport, metWords } from '#domain/voice/indicators/report.ts';
import { assessedIn, respondents } from '#domain/voice-codes.ts';
import { VoiceScreen } from '#features/voice/desk/voice.tsx';
import { Button } from '#ui/button.tsx';
import { Pick } from '#ui/desk-bar.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useOpened } from '#ui/opened.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { IndicatorForm } from './form.tsx';
import { Lines } from './lines.tsx';
import { completionWords, howWords } from './words.ts';

/** T17 at the desk: what was aimed at, what came of it, and of how many; and the statements themselves. */
export function IndicatorsPage() {
  const { from, to } = usePeriod(boxesPeriod);
  const [respondent, setRespondent] = useSearchField('respondent');
  const [how, setHow] = useSearchField('in');
  const { records, ...reading } = useDesk().useSetUp('indicator');
  const opened = useOpened(records, ({ id }) => id);
  const more = [...(respondent ? [`&respondent=${respondent}`] : []), ...(how ? [`&in=${how}`] : [])].join('');
  const report = useReport(indicatorsReport, `from=${from}&to=${to}${more}`);
  return (
    <VoiceScreen
      tab="indicators"
      dataAsAt={report.value?.notes.dataAsAt}
      sum={report.value && <Sum of={report.value} />}
      end={
        <>
          <Pick label="Who answered" value={respondent} onChange={(event) => setRespondent(event.target.value)}>
            <option value="">Everybody</option>
            {respondents.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </Pick>
          <Pick label="How they were asked" value={how} onChange={(event) => setHow(event.target.value)}>
            <option value="">Asked either way</option>
            {assessedIn.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </Pick>
          <PeriodPick otherwise={boxesPeriod} />
          <Button kind="primary" size="inline" icon="plus" onClick={() => opened.open(null)}>
            Add an indicator
          </Button>
        </>
      }
    >
      <PeriodDays otherwise={boxesPeriod} />
      <AnswerState answer={{ ...reading, value: records }} what="the indicators" />
      <AnswerState answer={report} what="the results" />
      {report.value && records && (
        <Shown of={report.value} more={more} part={[respondent, how].filter(Boolean).join(' ')}>
          <Lines records={records} lines={report.value.lines} onOpen={opened.open} />
        </Shown>
      )}
      <Sheet open={opened.isOpen} title={opened.row ? 'Change the indicator' : 'A new indicator'} onClose={opened.shut}>
        {opened.isOpen && <IndicatorForm known={opened.row ?? undefined} among={records ?? []} onDone={opened.shut} />}
      </Sheet>
    </VoiceScreen>
  );
}

type Answer = ReportAnswer<typeof indicatorsReport>;

/** `10 of 10 met · 148 of 180 assessed = 82.2 %` */
const Sum = ({ of: { total } }: { readonly of: Answer }) => (
  <>
    <b>{metWords(total)}</b> met · {completionWords(total)}
  </>
);

type ShownProps = {
  readonly of: Answer;
  readonly more: string;
  /** What it is narrowed to, for the names of its files. */
  readonly part: string;
  readonly children: ReactNode;
};

function Shown({ of: { total, notes, hidden, definitions, lines }, more, part, children }: ShownProps) {
  return (
    <>
      <ReportHead
        title={indicatorsReport.title}
        notes={notes}
        name={indicatorsReport.name}
        part={part === '' ? undefined : fileWords(part)}
        more={more}
      >
        Asked {howWords(total)}.
      </ReportHead>
      {hidden.length > 0 && (
        <Notice kind="info" title={`Not in these figures: ${hidden.join(', ')}`}>
          What young people say is read by a partner’s own coordinator, who may share it in Set-up, Partners.
        </Notice>
      )}
      {lines.length === 0 && (
        <Empty icon="flag" title="No indicator yet">
          An indicator is a statement, such as “I know who to ask for help”. It is asked at the start and at the end,
          and held against a target.
        </Empty>
      )}
      {children}
      <WordsMean of={definitions} />
    </>
  );
}
