import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { FileButtons } from '#desk/file-buttons.tsx';
import { usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { PrintButton } from '#desk/print.tsx';
import { AnswerState, PeriodPick, Screen } from '#desk/screen.tsx';
import { useSearchChange } from '#desk/use-search.ts';
import { WordsMean } from '#desk/words-mean.tsx';
import { PastExports } from '#features/exports/past-exports.tsx';
import { Tokens } from '#features/exports/tokens.tsx';
import { AddsUp } from '#features/figures/adds-up.tsx';
import { ReaderPick } from '#features/figures/ask.tsx';
import { PackContents } from '#features/figures/papers/contents.tsx';
import { PackButton } from '#features/figures/papers/pack-button.tsx';
import { Papers, usePackContents } from '#features/figures/papers/papers.tsx';
import { useQuestion } from '#features/figures/question.ts';
import { FiguresReport, useFigures } from '#features/figures/report.tsx';
import { titleOf, wordsHere } from '#features/figures/words.ts';
import { MakeFile, useChosenReport } from './make-file.tsx';

/** Figures as files: made here, fetched by a spreadsheet, and who made which. */

const tabs = [
  { id: 'report', label: 'Report' },
  { id: 'papers', label: 'Papers' },
  { id: 'file', label: 'Make a file' },
  { id: 'sheet', label: 'For a spreadsheet' },
  { id: 'past', label: 'Past exports' },
] as const;
type Part = (typeof tabs)[number]['id'];

/** A report that is named in the address is made a file of, unless the address says more. */
function usePart(): Part {
  const [search] = useSearchParams();
  return tabs.find(({ id }) => id === search.get('part'))?.id ?? (search.has('what') ? 'file' : 'report');
}

function ExportTabs({ part, children }: { part: Part; children: ReactNode }) {
  const change = useSearchChange();
  return (
    <DeskTabs label="Exports" tabs={tabs} selected={part} onSelect={(next) => change('part', next)}>
      {children}
    </DeskTabs>
  );
}

export function Exports() {
  const part = usePart();
  if (part === 'report') return <Report />;
  return part === 'papers' ? <PapersScreen /> : <Files part={part} />;
}

/** The question a coordinator is asked, and its figures. */
function Report() {
  const question = useQuestion();
  const answer = useFigures(question).value;
  const { from, to } = question.period;
  return (
    <Screen
      title="Report"
      heading={titleOf(question)}
      end={
        <>
          <PeriodPick otherwise="last-month" />
          <ReaderPick />
          <PackButton question={question} />
        </>
      }
      period={question.period}
      dataAsAt={answer?.notes.dataAsAt}
      asideNarrow
      aside={
        answer && (
          <>
            <AddsUp answer={answer} question={question} />
            <WordsMean of={wordsHere(answer, question)} />
          </>
        )
      }
    >
      <ExportTabs part="report">
        <FiguresReport question={question} />
        {answer && (
          <FileButtons path="/api/exports/figures" query={question.query} name={`bandstand-figures-${from}-${to}`}>
            <PrintButton />
          </FileButtons>
        )}
      </ExportTabs>
    </Screen>
  );
}

/** Papers to be sent, and what is in them. */
function PapersScreen() {
  const question = useQuestion();
  const contents = usePackContents(question);
  return (
    <Screen
      title="Exports"
      end={
        <>
          <PeriodPick otherwise="last-month" />
          <ReaderPick />
        </>
      }
      period={question.period}
      paperNote="Papers"
      dataAsAt={contents.value?.dataAsAt}
      asideNarrow
      aside={contents.value && <PackContents contents={contents.value} />}
    >
      <ExportTabs part="papers">
        <AnswerState answer={contents} what="what is in the pack" />
        <Papers question={question} />
      </ExportTabs>
    </Screen>
  );
}

function Files({ part }: { part: Exclude<Part, 'report' | 'papers'> }) {
  const [report] = useChosenReport();
  const period = usePeriod();
  const isDated = part === 'file' && !report?.undated;
  return (
    <Screen
      title="Exports"
      end={isDated && <PeriodPick />}
      period={isDated ? period : undefined}
      paperNote={part === 'file' ? report?.title : tabs.find(({ id }) => id === part)?.label}
      asideNarrow
      aside={part === 'file' && report ? <WordsMean of={report.definitions} /> : undefined}
    >
      <ExportTabs part={part}>
        {isDated && <PeriodDays />}
        {part === 'file' && <MakeFile />}
        {part === 'sheet' && <Tokens />}
        {part === 'past' && <PastExports />}
      </ExportTabs>
    </Screen>
  );
}
