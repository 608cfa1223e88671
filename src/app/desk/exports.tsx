import { useSearchParams } from 'react-router';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { usePeriod } from '#desk/period.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { PeriodPick, Screen } from '#desk/screen.tsx';
import { WordsMean } from '#desk/words-mean.tsx';
import { PastExports } from '#features/exports/past-exports.tsx';
import { Tokens } from '#features/exports/tokens.tsx';
import { MakeFile, useChosenReport } from './make-file.tsx';

/** Figures as files: made here, fetched by a spreadsheet, and who made which. */

const tabs = [
  { id: 'file', label: 'Make a file' },
  { id: 'sheet', label: 'For a spreadsheet' },
  { id: 'past', label: 'Past exports' },
] as const;
type Part = (typeof tabs)[number]['id'];

export function Exports() {
  const [search, setSearch] = useSearchParams();
  const part: Part = tabs.find(({ id }) => id === search.get('part'))?.id ?? 'file';
  const [report] = useChosenReport();
  const period = usePeriod();
  const isDated = part === 'file' && !report?.undated;
  const choose = (next: Part) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.set('part', next);
        return after;
      },
      { replace: true },
    );
  return (
    <Screen
      title="Exports"
      end={isDated && <PeriodPick />}
      period={isDated ? period : undefined}
      paperNote={part === 'file' ? report?.title : tabs.find(({ id }) => id === part)?.label}
      asideNarrow
      aside={part === 'file' && report ? <WordsMean of={report.definitions} /> : undefined}
    >
      <DeskTabs label="Exports" tabs={tabs} selected={part} onSelect={choose}>
        {isDated && <PeriodDays />}
        {part === 'file' && <MakeFile />}
        {part === 'sheet' && <Tokens />}
        {part === 'past' && <PastExports />}
      </DeskTabs>
    </Screen>
  );
}
