import { useSearchParams } from 'react-router';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { Screen } from '#desk/screen.tsx';
import { SetUpHistory } from '#desk/set-up-history.tsx';
import { Sets } from '#features/boxes/desk/sets/sets.tsx';
import { Activities } from '#features/programme/activities.tsx';
import { Agencies } from '#features/programme/agencies.tsx';
import { Areas } from '#features/programme/areas.tsx';
import { Partners } from '#features/programme/partners.tsx';
import { Programme } from '#features/programme/programme.tsx';
import { Season } from '#features/programme/season.tsx';
import { Sites } from '#features/programme/sites.tsx';

/** What phones choose from: parks, activities, sets, partners; and the programme itself. */

const tabs = [
  { id: 'sites', label: 'Parks' },
  { id: 'activities', label: 'Activities' },
  { id: 'agencies', label: 'Agencies' },
  { id: 'areas', label: 'Wards' },
  { id: 'boxes', label: 'Boxes' },
  { id: 'partners', label: 'Partners' },
  { id: 'programme', label: 'Programme' },
  { id: 'changes', label: 'Changes' },
  { id: 'year', label: 'New year' },
] as const;
type Part = (typeof tabs)[number]['id'];

export function SetUp() {
  const [search, setSearch] = useSearchParams();
  const part: Part = tabs.find(({ id }) => id === search.get('part'))?.id ?? 'sites';
  return (
    <Screen title="Set-up">
      <DeskTabs
        label="Set-up"
        tabs={tabs}
        selected={part}
        onSelect={(next) => setSearch(next === 'sites' ? {} : { part: next }, { replace: true })}
      >
        {part === 'sites' && <Sites />}
        {part === 'activities' && <Activities />}
        {part === 'agencies' && <Agencies />}
        {part === 'areas' && <Areas />}
        {part === 'boxes' && <Sets />}
        {part === 'partners' && <Partners />}
        {part === 'programme' && <Programme />}
        {part === 'changes' && <SetUpHistory />}
        {part === 'year' && <Season />}
      </DeskTabs>
    </Screen>
  );
}
