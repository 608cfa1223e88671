import { lazy } from 'react';
import { useSetup } from '#db/setup.ts';
import { volunteersOnly } from '#domain/access.ts';
import { Today } from '#features/sessions/today.tsx';

const VolunteerHome = lazy(() =>
  import('#features/sessions/volunteer-home.tsx').then(({ VolunteerHome: home }) => ({ default: home })),
);

/** The first screen: three buttons for a volunteer, Today for everybody else. */
export function Home() {
  const setup = useSetup();
  if (!setup) return null;
  return volunteersOnly(setup.rights) ? <VolunteerHome /> : <Today />;
}
