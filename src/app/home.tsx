import { lazy } from 'react';
import { Navigate } from 'react-router';
import { useSetup } from '#db/setup.ts';
import { coordinates, volunteersOnly } from '#domain/access.ts';
import { Today } from '#features/sessions/today.tsx';
import { useApp } from './state.ts';

const VolunteerHome = lazy(() =>
  import('#features/sessions/volunteer-home.tsx').then(({ VolunteerHome: home }) => ({ default: home })),
);

/** Where a coordinator gets the desk instead of Today. */
const isWide = (): boolean => window.matchMedia('(min-width: 64rem)').matches;

/** The first screen: the desk for a coordinator at a wide screen, three buttons for a volunteer, Today for everybody else. */
export function Home() {
  const setup = useSetup();
  const inThePark = useApp((state) => state.inThePark);
  if (!setup) return null;
  if (coordinates(setup.rights) && !inThePark && isWide()) return <Navigate to="/desk" replace />;
  return volunteersOnly(setup.rights) ? <VolunteerHome /> : <Today />;
}
