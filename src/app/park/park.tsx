import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { useStanding } from '#app/standing.ts';
import { useApp } from '#app/state.ts';
import { chooseTheme } from '#app/theme.ts';
import { useRead } from '#db/person.ts';
import { readRunning } from '#db/running.ts';
import { useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { dayOf, zoneOfPlace } from '#domain/time.ts';
import { useLastDone } from '#features/register/last-done.ts';
import { useAwake } from '#phone/awake.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { type Switch, useSwitches } from './switches.ts';

/** What an open phone does of itself in a park. */
export function Park() {
  const on = useSwitches();
  const { pathname } = useLocation();
  const now = useNow();
  const [running] = useRead((tx) => readRunning(tx, now), [now]) ?? [];
  // What waits for Today came after the first screen, which somebody may be reading by then.
  const [first] = useState(pathname);
  const [moved, setMoved] = useState(false);
  if (!moved && pathname !== first) setMoved(true);
  const does = (each: Switch) => on.includes(each);
  return (
    <>
      {running && does('awake') && <Awake />}
      {does('buzz') && <Buzz />}
      <Badge shown={does('count')} />
      {running && moved && does('dusk') && <OfferDusk key={pathname} session={running} />}
    </>
  );
}

function Awake() {
  useAwake();
  return null;
}

const buzzMs = 10;

function Buzz() {
  const done = useLastDone();
  const first = useRef(done);
  // The motor is the phone's.
  useEffect(() => {
    if (done && done !== first.current) navigator.vibrate?.(buzzMs);
  }, [done]);
  return null;
}

/** How many are unsent, on the icon. It stays while the phone is locked, as it does on the lock screen: it is nobody's name. */
function Badge({ shown }: { shown: boolean }) {
  const unsent = useStanding()?.unsent;
  // The icon is the phone's; one that shows no numbers says no.
  useEffect(() => {
    if (unsent !== undefined) void navigator.setAppBadge?.(shown ? unsent : 0).catch(() => undefined);
  }, [shown, unsent]);
  return null;
}

/** Said no to on this day. */
let declined = '';

/** Where nothing is half filled in: Today, and the register. */
const calm = /^\/(s\/[^/]+)?$/;

/** Dusk is offered as a screen comes, never into the middle of one, and never chosen by itself. */
function OfferDusk({ session }: { session: ShownOf<'session'> }) {
  const { pathname } = useLocation();
  const theme = useApp((state) => state.theme);
  const setup = useSetup();
  const now = useNow();
  const [came] = useState(now);
  const [isDeclined, decline] = useState(declined === dayOf(now));
  const site = setup?.sites.find(({ id }) => id === session.body.site)?.body ?? {};
  const hasSet = setup && lightOf(session.body.day, site, came, zoneOfPlace(site))?.minutesLeft === 0;
  if (!hasSet || isDeclined || theme === 'dusk' || !calm.test(pathname)) return null;
  return (
    <section aria-label="Light">
      <Notice
        kind="info"
        icon="light"
        title="The sun has set"
        action={
          <>
            <Button size="inline" onClick={() => chooseTheme('dusk')}>
              Dusk
            </Button>
            <Button
              size="inline"
              onClick={() => {
                declined = dayOf(now);
                decline(true);
              }}
            >
              Not now
            </Button>
          </>
        }
      />
    </section>
  );
}
