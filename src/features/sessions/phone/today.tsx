import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';
import { readSame } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { shownOf } from '#db/shown.ts';
import { registerFrom } from '#domain/sessions/register.ts';
import { endOf } from '#domain/sessions/session.ts';
import { dayOf, longDay } from '#domain/time.ts';
import { liveWords, startWords, type TodayView, timesOf, useToday, zoneOf } from '#features/sessions/queries.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List, SplitCard } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useSlots } from '#ui/slots.tsx';
import { Stack } from '#ui/stack.tsx';
import { Stage } from '#ui/stage.tsx';
import { Total } from '#ui/total.tsx';

/** The almanac comes after Today stands: nobody waits for the sun. */
const LightLeft = lazy(() => import('./light-left.tsx').then(({ LightLeft: light }) => ({ default: light })));

/** What an ended session lent and is still out. */
type LoansOf = (session: string) => ReactNode;

/** What came of what people asked for and is to be told at these sessions. */
type ToTellAt = (sessions: readonly ShownOf<'session'>[]) => ReactNode;
type TodayProps = { readonly loans: LoansOf; readonly toTell: ToTellAt };

/** The first screen: the session that runs, the next one, what waits to be done. */
export function Today(props: TodayProps) {
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
      {found && <Loaded today={found} {...props} />}
    </RoofPage>
  );
}

function Loaded({ today, loans, toTell }: TodayProps & { today: TodayView }) {
  const [live, ...others] = today.running;
  const nothing = today.running.length + today.next.length === 0;
  return (
    <>
      {live && <LiveStage session={live} today={today} />}
      {nothing && (
        <Empty icon="calendar" title={today.ended.length > 0 ? 'No session on now' : 'No session today yet'}>
          Start one when you get to the park. It works without signal.
        </Empty>
      )}
      <Stack>
        <Each of={others} by={(session) => session.id} as="block">
          {(session) => <LiveCard session={session} today={today} />}
        </Each>
        <Each of={today.next} by={(session) => session.id} as="block">
          {(session) => <NextCard session={session} today={today} />}
        </Each>
        {toTell([...today.running, ...today.next])}
        <ToDo today={today} />
        <Each of={today.ended} by={({ id }) => id} as="block">
          {({ id }) => <>{loans(id)}</>}
        </Each>
        <Link to="/start" className={buttonClass({ kind: nothing ? 'primary' : 'secondary', wide: true })}>
          <Icon name="plus" /> {nothing ? 'Start a session' : 'Start a different session'}
        </Link>
        <Link to="/sessions" className={buttonClass({ kind: 'quiet', wide: true })}>
          All sessions
        </Link>
      </Stack>
    </>
  );
}

function LiveStage({ session, today }: { session: ShownOf<'session'>; today: TodayView }) {
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
  const zone = zoneOf(today.setup, session);
  return (
    <Stage
      live={liveWords(today.setup, session)}
      title={nameIn(today.setup.sites, session.body.site)}
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
          <LightLeft session={session} setup={today.setup} zone={zone} />
        </Suspense>
      }
    />
  );
}

/** A second session that runs: led to, never started again. */
function LiveCard({ session, today }: { session: ShownOf<'session'>; today: TodayView }) {
  return (
    <SplitCard
      over={liveWords(today.setup, session)}
      strong={nameIn(today.setup.sites, session.body.site)}
      action={
        <Link to={`/s/${session.id}`} className={buttonClass({ size: 'inline' })}>
          Open
        </Link>
      }
    />
  );
}

function NextCard({ session, today }: { session: ShownOf<'session'>; today: TodayView }) {
  const isPast = endOf(session.body) !== '' && Date.parse(endOf(session.body)) < Date.now();
  return (
    <SplitCard
      over={isPast ? `Not started · ${timesOf(today.setup, session)}` : `Next · ${startWords(today.setup, session)}`}
      strong={nameIn(today.setup.sites, session.body.site)}
      action={
        <Link to={`/start?planned=${session.id}`} className={buttonClass({ size: 'inline' })}>
          Start
        </Link>
      }
    />
  );
}

function ToDo({ today }: { today: TodayView }) {
  const { leftOpen, missed, ended, setup } = today;
  if (leftOpen.length + missed.length + ended.length === 0) return null;
  const where = ({ body }: ShownOf<'session'>) =>
    `${nameIn(setup.sites, body.site)}, ${longDay(body.day, dayOf(Date.now()))}`;
  return (
    <>
      <SectionTitle>{leftOpen.length + missed.length > 0 ? 'To do' : 'Earlier today'}</SectionTitle>
      <List>
        <Each of={leftOpen} by={(session) => session.id}>
          {(session) => (
            <Item icon="flag" link={(parts) => <Link to={`/s/${session.id}/finish`} {...parts} />}>
              <b>Not finished:</b> {where(session)}
            </Item>
          )}
        </Each>
        <Each of={missed} by={(session) => session.id}>
          {(session) => (
            <Item icon="flag" link={(parts) => <Link to={`/s/${session.id}`} {...parts} />}>
              <b>Not started:</b> {where(session)}
            </Item>
          )}
        </Each>
        <Each of={ended} by={(session) => session.id}>
          {(session) => (
            <Item icon="tick" calm link={(parts) => <Link to={`/s/${session.id}/summary`} {...parts} />}>
              {nameIn(setup.sites, session.body.site)}, {timesOf(setup, session) || startWords(setup, session)}
            </Item>
          )}
        </Each>
      </List>
    </>
  );
}
