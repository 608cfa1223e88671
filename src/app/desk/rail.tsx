import { useSearchParams } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import { periodSearch } from '#desk/period.ts';
import { dayOf } from '#domain/time.ts';
import type { RailPlace } from '#ui/desk.tsx';
import { pulsePath } from './needs-you.tsx';

/** The places of the desk, as its rail shows them. */

export function usePlaces(): readonly RailPlace[] {
  const [search] = useSearchParams();
  const inbox = useAnswer(pulsePath(dayOf(Date.now()))).value?.inbox;
  const period = periodSearch(search);
  return [
    { to: `/desk${period}`, label: 'Overview', icon: 'grid' },
    { to: `/desk/sessions${period}`, label: 'Sessions', icon: 'calendar' },
    { to: '/desk/people', label: 'People', icon: 'people' },
    { to: `/desk/consents${period}`, label: 'Consents', icon: 'paper-ok' },
    { to: `/desk/boxes${period}`, label: 'Boxes', icon: 'box' },
    { to: `/desk/voice${period}`, label: 'Voice', icon: 'say' },
    { to: '/desk/set-up', label: 'Set-up', icon: 'cone' },
    { to: '/desk/team', label: 'Team & phones', icon: 'team' },
    { to: `/desk/exports${period}`, label: 'Exports', icon: 'download' },
    { to: '/desk/look', label: 'Needs a look', icon: 'warning', count: inbox },
    { to: '/desk/settings', label: 'Settings', icon: 'settings' },
  ];
}
