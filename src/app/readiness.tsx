import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { InstallButton } from './install.tsx';
import { useStanding } from './standing.ts';

/** Whether every screen is on this phone: a worker is active only once all of its files are in its cache. */
function useScreensKept(): boolean {
  const [kept, setKept] = useState(navigator.serviceWorker?.controller != null);
  // The service worker is outside React.
  useEffect(() => {
    void navigator.serviceWorker?.ready.then(() => setKept(true));
  }, []);
  return kept;
}

/** *Ready offline* is said only when it is true: every screen and everything this person needs is on the phone. */
export function useReadyOffline(): boolean | undefined {
  const screens = useScreensKept();
  const standing = useStanding();
  return standing && screens && standing.complete;
}

/** Where a worker and a coordinator come in. */
const firstScreens = ['/', '/desk'];

/** After enrolling: what is still being fetched, then that signal is no longer needed. */
export function Readiness() {
  const ready = useReadyOffline();
  const { pathname } = useLocation();
  const [waited, setWaited] = useState(false);
  if (ready === false && !waited) setWaited(true);
  if (ready === undefined || !(waited || !ready)) return null;
  // It is said on the first screen only: no other has room to spare.
  if (ready && !firstScreens.includes(pathname)) return null;
  if (!ready) {
    return (
      <Notice kind="info" title="Getting ready">
        Keep signal for a moment: what you need offline is being fetched.
      </Notice>
    );
  }
  return (
    <Notice
      kind="ok"
      title="Ready offline"
      action={
        <Button size="inline" onClick={() => setWaited(false)}>
          Good
        </Button>
      }
    >
      From now on it works without signal.
      <InstallButton />
    </Notice>
  );
}
