import { lazy, type MouseEvent, type ReactNode, Suspense, useLayoutEffect, useMemo, useState } from 'react';
import { Link, NavLink, useLocation, useNavigationType } from 'react-router';
import { LiveCount } from '#app/meet/live-count.tsx';
import { openPerson, useRead } from '#db/person.ts';
import { readLately } from '#db/running.ts';
import { runningNow } from '#domain/sessions/session.ts';
import { dayOf } from '#domain/time.ts';
import { AskContext } from '#phone/ask.ts';
import { arrive } from '#ui/arrival.ts';
import { type BarItem, BottomBar, LiveStrip } from '#ui/bottom-bar.tsx';
import { IconButton } from '#ui/button.tsx';
import { useNow } from '#ui/now.ts';
import { SlotsContext } from '#ui/slots.tsx';
import { askHere } from './api.ts';
import { useSwitches } from './park/switches.ts';
import { Readiness } from './readiness.tsx';
import { useApp } from './state.ts';
import { SyncPill } from './sync-pill.tsx';
import { chooseTheme } from './theme.ts';
import type { Trail } from './trail.ts';
import { Unsaved } from './unsaved.tsx';
import { UpdateBar } from './update-bar.tsx';

/** What stands around every screen of an open phone: the header's switch and pill, the bar, what could not be saved. */

const places: readonly BarItem[] = [
  { to: '/', label: 'Today', icon: 'bandstand' },
  { to: '/people', label: 'People', icon: 'people' },
  { to: '/boxes', label: 'Boxes', icon: 'box' },
  { to: '/more', label: 'More', icon: 'more' },
];

/** What Today can do without waits until it stands. */
const later = 2_000;
const Park = lazy(async () => {
  await new Promise((done) => setTimeout(done, later));
  return { default: (await import('./park/park.tsx')).Park };
});
const Pause = lazy(() => import('./park/pause.tsx').then(({ Pause: pause }) => ({ default: pause })));

export function SunSwitch() {
  const theme = useApp((state) => state.theme);
  const sunny = theme === 'sunlight';
  return (
    <IconButton icon="sun" label="Sunlight" pressed={sunny} onClick={() => chooseTheme(sunny ? 'day' : 'sunlight')} />
  );
}

function Bar() {
  const { pathname } = useLocation();
  const now = useNow();
  const today = dayOf(now);
  const [running] = runningNow(useRead((tx) => readLately(tx, today), [today]) ?? [], now);
  return (
    <>
      {running && pathname !== '/' && (
        <LiveStrip link={(parts) => <Link to={`/s/${running.id}`} {...parts} />}>
          <LiveCount session={running} />
        </LiveStrip>
      )}
      <BottomBar
        label="Places"
        items={places}
        link={(item, { className = '', children }) => (
          <NavLink key={item.to} to={item.to} end={item.to === '/'} className={className}>
            {children}
          </NavLink>
        )}
      />
    </>
  );
}

export function Shell({ trail, children }: { trail: Trail; children: ReactNode }) {
  const { pathname } = useLocation();
  const isBack = useNavigationType() === 'POP';
  // biome-ignore lint/correctness/useExhaustiveDependencies: as below
  useLayoutEffect(arrive, [pathname]);
  // A new screen begins at its top; Back finds its own place, which only the browser knows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new address that asks for it
  useLayoutEffect(() => {
    if (!isBack) window.scrollTo(0, 0);
  }, [pathname, isBack]);
  const mayPause = useSwitches().includes('pause');
  const [paused, setPaused] = useState(false);
  const slots = useMemo(
    () => ({
      sun: <SunSwitch />,
      pill: <SyncPill />,
      bar: <Bar />,
      who: openPerson().profile.name,
      up: (event: MouseEvent<HTMLAnchorElement>) => {
        event.preventDefault();
        trail.up(event.currentTarget.getAttribute('href') ?? '/');
      },
      opened: trail.opened,
      pause: mayPause ? () => setPaused(true) : undefined,
    }),
    [trail, mayPause],
  );
  return (
    <SlotsContext value={slots}>
      <UpdateBar />
      <Readiness />
      <Unsaved />
      <Suspense>
        <Park />
        {paused && <Pause onGoOn={() => setPaused(false)} />}
      </Suspense>
      <AskContext value={askHere}>{children}</AskContext>
    </SlotsContext>
  );
}
