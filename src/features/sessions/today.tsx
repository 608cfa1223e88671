import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { shownOf } from '#db/shown.ts';
import { minutesOfLight, sunsetAt } from '#domain/light.ts';
import { registerFrom } from '#domain/register.ts';
import { dayOf, longDay, spanOf, timeOf } from '#domain/time.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List, SplitCard } from '#ui/card.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { useSlots } from '#ui/slots.tsx';
import { Stack } from '#ui/stack.tsx';
import { Stage } from '#ui/stage.tsx';
import { Total } from '#ui/total.tsx';
import { startOf, type TodayView, useToday, zoneOf } from './queries.ts';

/** What an ended session lent and is still out. */
type LoansOf = (session: string) => ReactNode;

/** The first screen: the session that runs, the next one, what waits to be done. */
export function Today({ loans }: { loans: LoansOf }) {
  const today = useToday();
  const { bar } = useSlots();
  return (
    <RoofPage
      roof={
        <>
          <RoofBar />
          <RoofTitle title="Today">{longDay(dayOf(Date.now()))}</RoofTitle>
        </>
      }
      bottom={bar}
    >
      {today && <Loaded today={today} loans={loans} />}
    </RoofPage>
  );
}

function Loaded({ today, loans }: { today: TodayView; loans: LoansOf }) {
  const [live, ...others] = today.running;
  const nothing = today.running.length + today.next.length === 0;
  return (
    <>
      {live && <LiveStage session={live} today={today} />}
      {nothing && (
        <Empty icon="calendar" title="No session today yet">
          Start one when you get to the park. It works without signal.
        </Empty>
      )}
      <Stack>
        {others.map((session) => (
          <LiveCard key={session.id} session={session} today={today} />
        ))}
        {today.next.map((session) => (
          <NextCard key={session.id} session={session} today={today} />
        ))}
        <ToDo today={today} />
        {today.ended.map(({ id }) => (
          <Fragment key={id}>{loans(id)}</Fragment>
        ))}
        <Link to="/start" className={buttonClass({ kind: nothing ? 'primary' : 'secondary', wide: true })}>
          <Icon name="plus" /> {nothing ? 'Start a session' : 'Start a different session'}
        </Link>
      </Stack>
    </>
  );
}

function LiveStage({ session, today }: { session: Shown; today: TodayView }) {
  const counts = useRead(
    async (tx) => {
      const [marks, tallies] = await Promise.all([shownOf(tx, 'mark', session.id), shownOf(tx, 'tally', session.id)]);
      // Only the totals are shown here, and they do not depend on age.
      return registerFrom(session, marks, tallies, () => 'NK').all;
    },
    [session.id],
  );
  const zone = zoneOf(today.setup, session);
  return (
    <Stage
      live={`Live since ${timeOf(startOf(session.body), zone)}`}
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
      foot={<Light session={session} today={today} zone={zone} />}
    />
  );
}

function Light({ session, today, zone }: { session: Shown; today: TodayView; zone: string }) {
  const site = today.setup.sites.find(({ id }) => id === session.body.site);
  const sunset = sunsetAt(String(session.body.day), { lat: site?.body.lat as number, lon: site?.body.lon as number }); // numbers by their schema
  if (!sunset) return null;
  const left = minutesOfLight(sunset, Date.now());
  return (
    <>
      <Icon name="light" />{' '}
      {left > 0 ? `Light until ${timeOf(sunset, zone)} · ${spanOf(left)} left` : `Sun set ${timeOf(sunset, zone)}`}
    </>
  );
}

/** A second session that runs: led to, never started again. */
function LiveCard({ session, today }: { session: Shown; today: TodayView }) {
  return (
    <SplitCard
      over={`Live since ${timeOf(startOf(session.body), zoneOf(today.setup, session))}`}
      strong={nameIn(today.setup.sites, session.body.site)}
      action={
        <Link to={`/s/${session.id}`} className={buttonClass({ size: 'inline' })}>
          Open
        </Link>
      }
    />
  );
}

function NextCard({ session, today }: { session: Shown; today: TodayView }) {
  const zone = zoneOf(today.setup, session);
  return (
    <SplitCard
      over={`Next · ${timeOf(startOf(session.body), zone)}`}
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
  const { leftOpen, ended, setup } = today;
  if (leftOpen.length + ended.length === 0) return null;
  return (
    <>
      <SectionTitle>{leftOpen.length > 0 ? 'To do' : 'Earlier today'}</SectionTitle>
      <List>
        {leftOpen.map((session) => (
          <Item key={session.id} icon="flag" link={(parts) => <Link to={`/s/${session.id}/finish`} {...parts} />}>
            <b>Not finished:</b> {nameIn(setup.sites, session.body.site)}, {longDay(String(session.body.day))}
          </Item>
        ))}
        {ended.map((session) => (
          <Item
            key={session.id}
            icon="double-tick"
            calm
            link={(parts) => <Link to={`/s/${session.id}/summary`} {...parts} />}
          >
            {nameIn(setup.sites, session.body.site)}, {timeOf(startOf(session.body), zoneOf(setup, session))}
          </Item>
        ))}
      </List>
    </>
  );
}
