import { useSearchParams } from 'react-router';
import { DeskTabs } from './desk-tabs.tsx';
import { kindIn } from './export-kinds.ts';
import { MakeFile } from './make-file.tsx';
import { PastExports } from './past-exports.tsx';
import { PeriodDays, PeriodPick, Screen } from './screen.tsx';
import { Tokens } from './tokens.tsx';
import { WordsMean } from './words-mean.tsx';

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
  const what = kindIn(search.get('what'));
  const words = what === 'boxes' || what === 'wishes' ? what : 'attendance';
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
      end={part === 'past' ? undefined : <PeriodPick />}
      asideNarrow
      aside={part === 'file' ? <WordsMean of={words} /> : undefined}
    >
      <DeskTabs label="Exports" tabs={tabs} selected={part} onSelect={choose}>
        {part !== 'past' && <PeriodDays />}
        {part === 'file' && <MakeFile />}
        {part === 'sheet' && <Tokens />}
        {part === 'past' && <PastExports />}
      </DeskTabs>
    </Screen>
  );
}
