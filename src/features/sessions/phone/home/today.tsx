import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { readSame } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { shortNameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { shownOf } from '#db/shown.ts';
import { registerFrom } from '#domain/sessions/register.ts';
import { dayOf, longDay } from '#domain/time.ts';
import {
  liveWords,
  startWords,
  type TodayView,
  timesOf,
  untilWords,
  useToday,
  zoneOf,
} from '#features/sessions/queries.ts';
import { buttonClass } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { useNow } from '#ui/now.ts';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';
import { Stack } from '#ui/stack.tsx';
import { Stage } from '#ui/stage.tsx';
import { Total } from '#ui/total.tsx';

/** The almanac comes after Today stands: nobody waits for the sun. */
const LightLeft = lazy(() => import('./light-left.tsx').then(({ LightLeft: light }) => ({ default: light })));
const LightThen = lazy(() => import('./light-left.tsx').then(({ LightThen: light }) => ({ default: light })));

/** What waits to be done and what was before: read after the session stands. */
type TodayProps = { readonly toDo: (today: TodayView) => ReactNode };

/** The first screen: the session that is on or next, what waits to be done, what was before. */
export function Today({ toDo }: TodayProps) {
  const found = useToday();
  const today = dayOf(useNow());
  const { bar } = useSlots();
  return (
    <RoofPage
      roof={
        <>
          <RoofBar />
          <RoofTitle title="Today">{longDay(today, today)}</RoofTitle>
        </>
      }
      bottom={bar}
    >
      {found && <Loaded today={found} toDo={toDo} />}
    </RoofPage>
  );
}

function Loaded({ today, toDo }: TodayProps & { today: TodayView }) {
  const [live, ...others] = today.running;
  const [next, ...later] = today.next;
  const isNext = !live && next !== undefined;
  return (
    <>
      {live && <LiveStage session={live} today={today} />}
      {isNext && <NextStage session={next} today={today} />}
      {!live && !next && <EmptyStage today={today} />}
      <Stack>
        <Each of={others} by={(session) => session.id} as="block">
          {(session) => <LiveCard session={session} today={today} />}
        </Each>
        <Each of={isNext ? later : today.next} by={(session) => session.id} as="block">
          {(session) => <NextCard session={session} today={today} />}
        </Each>
        {live && (
          <Link to="/start" className={buttonClass({ wide: true })}>
            <Icon name="plus" /> Start a different session
          </Link>
        )}
        <Link to="/sessions" className={buttonClass({ kind: 'quiet', wide: true })}>
          All sessions
        </Link>
        {toDo(today)}
      </Stack>
    </>
  );
}

type SessionProps = { readonly session: ShownOf<'session'>; readonly today: TodayView };

function LiveStage({ session, today }: SessionProps) {
  const counts = useRead(
    async (tx) => {
      const [marks, tallies, same] = await Promise.all([
        shownOf(tx, 'mark', session.id),
        shownOf(tx, 'tally', session.id),
        readSame(tx),
      ]);
      // Only the totals are shown here, and they do not depend on age.
      return registerFrom(session, marks, tallies, () => 'NK', same).all;
    },
    [session.id],
  );
  return (
    <Stage
      live={liveWords(today.setup, session)}
      title={shortNameIn(today.setup.sites, session.body.site)}
      total={
        <Total
          size="big"
          total={counts?.total ?? 0}
          named={counts?.named ?? 0}
          counted={(counts?.counted ?? 0) - (counts?.overlap ?? 0)}
        />
      }
      action={
        <Link to={`/s/${session.id}`} className={buttonClass({ kind: 'primary', wide: true })}>
          Open the register <Icon name="next" />
        </Link>
      }
      foot={
        <Suspense fallback={<Icon name="light" />}>
          <LightLeft session={session} setup={today.setup} zone={zoneOf(today.setup, session)} />
        </Suspense>
      }
    />
  );
}

function NextStage({ session, today }: SessionProps) {
  const until = untilWords(session, useNow());
  return (
    <Stage
      next={
        <>
          Next, <b>{until}</b>
        </>
      }
      title={shortNameIn(today.setup.sites, session.body.site)}
      under={
        <>
          {timesOf(today.setup, session) || startWords(today.setup, session)}
          <Suspense>
            <LightThen session={session} setup={today.setup} zone={zoneOf(today.setup, session)} />
          </Suspense>
        </>
      }
      action={
        <Link to={`/start?planned=${session.id}`} className={buttonClass({ kind: 'primary', wide: true })}>
          Start <Icon name="next" />
        </Link>
      }
      foot={<Different />}
    />
  );
}

/** Nothing is on, and nothing is planned for the rest of the day. */
function EmptyStage({ today }: { today: TodayView }) {
  const isOver = today.ended.some(({ body }) => body.day === dayOf(Date.now()));
  return (
    <Stage
      title={isOver ? 'No more sessions today' : 'No session planned today'}
      under="Start one when you get to the park. It works without signal."
      action={
        <Link to="/start" className={buttonClass({ kind: 'primary', wide: true })}>
          <Icon name="plus" /> Start a session
        </Link>
      }
      foot=""
    />
  );
}

const Different = () => (
  <Link to="/start" className={buttonClass({ kind: 'quiet' })}>
    Start a different session
  </Link>
);

/** A second session that runs: led to, never started again. */
function LiveCard({ session, today }: SessionProps) {
  return (
    <SplitCard
      over={liveWords(today.setup, session)}
      strong={shortNameIn(today.setup.sites, session.body.site)}
      action={
        <Link to={`/s/${session.id}`} className={buttonClass({ size: 'inline' })}>
          Open
        </Link>
      }
    />
  );
}

function NextCard({ session, today }: SessionProps) {
  const until = untilWords(session, useNow());
  return (
    <SplitCard
      over={
        until === 'not started'
          ? `Not started · ${timesOf(today.setup, session)}`
          : `Next · ${startWords(today.setup, session)}`
      }
      strong={shortNameIn(today.setup.sites, session.body.site)}
      action={
        <Link to={`/start?planned=${session.id}`} className={buttonClass({ size: 'inline' })}>
          Start
        </Link>
      }
    />
  );
}
