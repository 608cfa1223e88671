import { lazy, Suspense } from 'react';
import { Link, Navigate } from 'react-router';
import { useApp } from '#app/state.ts';
import { useSetup } from '#db/setup.ts';
import { coordinates, volunteersOnly } from '#domain/records/access.ts';
import { Today } from '#features/sessions/phone/home/today.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';

const VolunteerHome = lazy(() =>
  import('./volunteer-screen.tsx').then(({ VolunteerScreen: home }) => ({ default: home })),
);

const UnderToday = lazy(() => import('./to-do.tsx').then(({ UnderToday: under }) => ({ default: under })));

/** Today; what waits to be done and what was before is other features', and comes after it stands. */
const TodayScreen = () => (
  <Today
    toDo={(today) => (
      <Suspense>
        <UnderToday today={today} />
      </Suspense>
    )}
  />
);

/** Where a coordinator gets the desk instead of Today. */
const isWide = (): boolean => window.matchMedia('(min-width: 64rem)').matches;

/** The first screen: the desk for a coordinator at a wide screen, three buttons for a volunteer, Today for everybody else. */
export function Home() {
  const setup = useSetup();
  const inThePark = useApp((state) => state.inThePark);
  if (!setup) return null;
  if (coordinates(setup.rights) && isWide()) return inThePark ? <FromDesk /> : <Navigate to="/desk" replace />;
  return volunteersOnly(setup.rights) ? <VolunteerHome /> : <TodayScreen />;
}

/** Today, for a coordinator who came from the desk. */
function FromDesk() {
  return (
    <>
      <nav aria-label="Desk">
        <Link className={buttonClass({ size: 'inline', wide: true })} to="/desk">
          <Icon name="back" size={20} />
          Back to the desk
        </Link>
      </nav>
      <TodayScreen />
    </>
  );
}
