import { lazy, Suspense, useEffect, useState } from 'react';
import { unstable_HistoryRouter as HistoryRouter } from 'react-router';
import { takeToken } from '#ui/take-token.ts';
import { Fault } from './fault.tsx';
import { LockScreen } from './lock-screen.tsx';
import { useLocking } from './locking.ts';
import { begin, listen } from './person.ts';
import { WorkerRoutes } from './routes.tsx';
import { useApp } from './state.ts';
import { useTheme } from './theme.ts';
import { openTrail } from './trail.ts';

const Welcome = lazy(() => import('./welcome.tsx').then(({ Welcome }) => ({ default: Welcome })));
const SetupScreen = lazy(() =>
  import('#app/desk/setup-screen.tsx').then(({ SetupScreen }) => ({ default: SetupScreen })),
);
const DeskDoor = lazy(() => import('#app/desk/desk-door.tsx').then(({ DeskDoor }) => ({ default: DeskDoor })));
const HandedOver = lazy(() =>
  import('#app/hand-over/handed-over.tsx').then(({ HandedOver }) => ({ default: HandedOver })),
);
const Capture = lazy(() => import('./capture.tsx').then(({ Capture }) => ({ default: Capture })));

/** Came to sign in on a computer that keeps nothing; read once, since the desk's own addresses follow. */
const cameToSignIn = window.location.pathname === '/sign-in';
/** A link to the start may bring a code along. It opens this phone to whoever finds it, so it goes from the address bar at once. */
const codeInAddress = /^\/#[2-9A-Z]{4}(-[2-9A-Z]{4}){1,2}$/.test(window.location.pathname + window.location.hash)
  ? takeToken()
  : '';
const atDesk = () => window.location.pathname.startsWith('/desk');

/** The app: who may look at it decides what is drawn. Nothing of an open phone is mounted while it is locked. */
export function Root() {
  const phase = useApp((state) => state.phase);
  useTheme();
  useLocking();

  // Reads the disk and listens to other tabs, once.
  useEffect(() => {
    void begin();
    return listen();
  }, []);

  // Before everything else: no address leads anywhere but to the form.
  if (phase.name === 'handed over') {
    return (
      <Fault>
        <Suspense>
          <HandedOver {...phase} />
        </Suspense>
      </Fault>
    );
  }
  if (phase.name !== 'starting' && phase.name !== 'open' && (cameToSignIn || (phase.name === 'welcome' && atDesk()))) {
    return (
      <Fault>
        <Suspense>
          <DeskDoor />
        </Suspense>
      </Fault>
    );
  }
  return (
    <Fault>
      <Suspense>
        {phase.name === 'welcome' &&
          (window.location.pathname === '/setup' ? <SetupScreen /> : <Welcome startCode={codeInAddress} />)}
        {phase.name === 'locked' && <LockScreen device={phase.device} />}
        {phase.name === 'capture' && <Capture device={phase.device} />}
        {phase.name === 'open' && <Opened />}
      </Suspense>
    </Fault>
  );
}

/** An open phone. Each time it is opened its way back begins anew. */
function Opened() {
  const [trail] = useState(openTrail);
  return (
    <HistoryRouter history={trail}>
      <WorkerRoutes trail={trail} />
    </HistoryRouter>
  );
}
