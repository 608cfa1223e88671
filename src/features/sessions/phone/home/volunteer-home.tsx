import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { readPeople, readSame } from '#db/people.ts';
import { openPerson, useRead } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { shownOf } from '#db/shown.ts';
import { elements } from '#domain/records/row.ts';
import { registerFrom } from '#domain/sessions/register.ts';
import { readInstant, timeOf } from '#domain/time.ts';
import { startWords, type TodayView, useToday, zoneOf } from '#features/sessions/queries.ts';
import { BigLink } from '#ui/answers.tsx';
import { buttonClass } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { RoofBar, RoofPage, RoofTitle } from '#ui/page.tsx';
import { Line, Stack } from '#ui/stack.tsx';

/** What is said under *Give out* of a session: how many boxes are with them. */
export type BoxesNote = (session: string) => ReactNode;

/** A volunteer's home: three buttons, and today's session. */
export function VolunteerHome({ boxes }: { boxes: BoxesNote }) {
  const today = useToday();
  const live = today?.running[0];
  return (
    <RoofPage
      roof={
        <>
          <RoofBar />
          <RoofTitle title={`Hello, ${openPerson().profile.name.split(' ')[0]}`}>
            {today && live ? placeOf(today) : ''}
          </RoofTitle>
        </>
      }
    >
      {today && (live ? <Three today={today} boxes={boxes} /> : <NotStarted today={today} />)}
    </RoofPage>
  );
}

function placeOf(today: TodayView): string {
  const live = today.running[0];
  if (!live) return '';
  const until = timeOf(readInstant(live.body.plannedEnd), zoneOf(today.setup, live));
  return `${nameIn(today.setup.sites, live.body.site)}${until && ` · until ${until}`}`;
}

function Three({ today, boxes }: { today: TodayView; boxes: BoxesNote }) {
  const live = today.running[0];
  const session = live?.id ?? '';
  const counts = useRead(
    async (tx) => {
      const [marks, tallies, people, same] = await Promise.all([
        shownOf(tx, 'mark', session),
        shownOf(tx, 'tally', session),
        readPeople(tx),
        readSame(tx),
      ]);
      return {
        ...registerFrom({ scope: live?.scope ?? '' }, marks, tallies, () => 'NK', same),
        names: people.filter(({ scope }) => scope === live?.scope).length,
      };
    },
    [session, live?.scope],
  );
  if (!live) return null;
  const worker = elements(live.body, 'team').find((id) => id !== openPerson().profile.member);
  return (
    <Stack>
      <BigLink
        first
        icon="tally"
        title="Count"
        note={counts && `${counts.all.total} here`}
        link={(parts) => <Link to={`/s/${session}/count`} {...parts} />}
      />
      <BigLink
        icon="here"
        title="Who’s here"
        note={counts && `${counts.hereNow} of ${counts.names} names`}
        link={(parts) => <Link to={`/s/${session}`} {...parts} />}
      />
      <BigLink
        icon="box"
        title="Give out"
        note={boxes(session)}
        link={(parts) => <Link to={`/give?session=${session}`} {...parts} />}
      />
      {worker && (
        <Line>
          <Icon name="people" />
          <span>
            Help: ask <b>{nameIn(today.setup.members, worker)}</b>
          </span>
        </Line>
      )}
      <Link className={buttonClass({ kind: 'quiet', wide: true })} to="/more">
        More
      </Link>
    </Stack>
  );
}

function NotStarted({ today }: { today: TodayView }) {
  return (
    <Stack>
      <Empty icon="calendar" title="No session on now">
        Start today’s when you are there.
      </Empty>
      <Each of={today.next} by={(session) => session.id} as="block">
        {(session) => (
          <SplitCard
            over={startWords(today.setup, session)}
            strong={nameIn(today.setup.sites, session.body.site)}
            action={
              <Link to={`/start?planned=${session.id}`} className={buttonClass({ size: 'inline' })}>
                Start
              </Link>
            }
          />
        )}
      </Each>
      <Link to="/start" className={buttonClass({ kind: 'primary', wide: true })}>
        <Icon name="plus" /> Start a session
      </Link>
      <Link to="/give" className={buttonClass({ wide: true })}>
        <Icon name="box" /> Give out
      </Link>
      <Link className={buttonClass({ kind: 'quiet', wide: true })} to="/more">
        More
      </Link>
    </Stack>
  );
}
