import { Link, useSearchParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import type { OverviewAnswer } from '#desk/answers.ts';
import { periodSearch } from '#desk/period.ts';
import { dayOf } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import type { Place } from '#ui/desk.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { pulsePath } from './needs-you.tsx';

/** The places of the desk: the rail, and on a narrow screen the end of Overview. */

export function usePlaces(): readonly Place[] {
  const [search] = useSearchParams();
  const inbox = useAnswer<OverviewAnswer>(pulsePath(dayOf(Date.now()))).value?.inbox;
  const period = periodSearch(search);
  return [
    { to: `/desk${period}`, label: 'Overview', icon: 'grid' },
    { to: `/desk/sessions${period}`, label: 'Sessions', icon: 'calendar' },
    { to: `/desk/boxes${period}`, label: 'Boxes', icon: 'box' },
    { to: '/desk/set-up', label: 'Set-up', icon: 'cone' },
    { to: '/desk/team', label: 'Team & phones', icon: 'team' },
    { to: `/desk/exports${period}`, label: 'Exports', icon: 'download' },
    { to: '/desk/look', label: 'Needs a look', icon: 'warning', count: inbox },
    { to: '/desk/settings', label: 'Settings', icon: 'settings' },
  ];
}

/** Where else to go, on a screen without the rail. */
export function Places() {
  const [, ...places] = usePlaces();
  return (
    <nav aria-label="Desk">
      <SectionTitle>The desk</SectionTitle>
      <List>
        {places.map(({ to, label, icon, count }) => (
          <Item
            key={label}
            icon={icon}
            calm={count === undefined || count === 0}
            end={count !== undefined && count > 0 ? count : undefined}
            link={(parts) => <Link to={to} {...parts} />}
          >
            {label}
          </Item>
        ))}
      </List>
    </nav>
  );
}
