import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRead } from '#db/person.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { byStart, isComing, isPlanned } from '#domain/sessions/session.ts';
import { dayIn, dayOf, monthWords } from '#domain/time.ts';
import { readFigures } from '#features/sessions/figures.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Empty } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Stack } from '#ui/stack.tsx';
import { ParkChips } from './park-chips.tsx';
import { ComingRow, PastRow } from './rows.tsx';

/** Drawn at once: years of sessions are more than anybody reads, and each that is past is counted. */
const page = 20;

type SessionsOf = { readonly setup: Setup; readonly sessions: readonly ShownOf<'session'>[] };

/** Every session that this phone knows, to come and past, whatever became of it: nothing that was saved is on no list. */
export function AllSessions() {
  const [parameters] = useSearchParams();
  const series = parameters.get('series');
  const found = useRead(async (tx): Promise<SessionsOf> => {
    const [setup, sessions] = await Promise.all([readSetup(tx), shownOf(tx, 'session')]);
    return { setup, sessions: sessions.toSorted(byStart) };
  }, []);
  if (!found) return <PhonePage title="Sessions" loading />;
  return series === null ? <Everything {...found} /> : <Series series={series} {...found} />;
}

function Everything({ setup, sessions }: SessionsOf) {
  const now = useNow();
  const [park, setPark] = useState('');
  const [most, setMost] = useState(page);
  const shown = sessions.filter(({ body }) => park === '' || body.site === park);
  const coming = shown.filter(({ body }) => isComing(body, now));
  const past = shown.filter(({ body }) => !isComing(body, now)).reverse();
  return (
    <PhonePage
      title="Sessions"
      subtitle="You and your team"
      back={(parts) => <Link to="/" {...parts} />}
      bottom={
        <Foot>
          <Link className={buttonClass({ wide: true })} to="/plan">
            <Icon name="plus" /> Plan a session
          </Link>
        </Foot>
      }
    >
      <Stack>
        <ParkChips setup={setup} sessions={sessions} park={park} onPark={setPark} />
        {shown.length === 0 && (
          <Empty icon="calendar" title="No session yet">
            What is planned and what took place is listed here.
          </Empty>
        )}
        <Coming setup={setup} sessions={coming} now={now} />
        <Past setup={setup} sessions={past.slice(0, most)} now={now} />
        {past.length > most && (
          <Button wide onClick={() => setMost(most + page)}>
            {past.length - most} more
          </Button>
        )}
      </Stack>
    </PhonePage>
  );
}

type ListProps = SessionsOf & { readonly now: number };

/** A series is one line: the first of it, and how many are to come. */
function Coming({ setup, sessions, now }: ListProps) {
  const seriesOf = ({ body }: ShownOf<'session'>) => (isPlanned(body) ? (body.series ?? '') : '');
  const first = new Map<string, string>();
  const count = new Map<string, number>();
  for (const session of sessions) {
    const series = seriesOf(session);
    if (!first.has(series)) first.set(series, session.id);
    count.set(series, (count.get(series) ?? 0) + 1);
  }
  // Today's own stands by itself: it is started from here.
  const isAlone = (session: ShownOf<'session'>) => seriesOf(session) === '' || session.body.day === dayOf(now);
  const lines = sessions.filter((session) => isAlone(session) || first.get(seriesOf(session)) === session.id);
  if (sessions.length === 0) return null;
  return (
    <section>
      <SectionTitle>Coming</SectionTitle>
      <List>
        <Each of={lines} by={({ id }) => id}>
          {(session) => (
            <ComingRow
              {...{ session, setup, now }}
              more={isAlone(session) ? 0 : (count.get(seriesOf(session)) ?? 1) - 1}
            />
          )}
        </Each>
      </List>
    </section>
  );
}

/** The last ones first; those of earlier months under their month. */
function Past({ setup, sessions, now }: ListProps) {
  const today = dayOf(now);
  const figures = useRead(
    (tx) => readFigures(tx, sessions, today),
    [sessions.map(({ id, body }) => `${id} ${body.status?.is}`).join(), today],
  );
  const months = [...Map.groupBy(sessions, ({ body }) => body.day.slice(0, 7))];
  return months.map(([month, own], at) => (
    <section key={month}>
      <SectionTitle end={at === 0 ? 'came' : undefined}>
        {at > 0 || month !== today.slice(0, 7) ? `${at === 0 ? 'Past: ' : ''}${monthWords(month, today)}` : 'Past'}
      </SectionTitle>
      <List>
        <Each of={own} by={({ id }) => id}>
          {(session) => <PastRow {...{ session, setup, now }} figures={figures?.get(session.id)} />}
        </Each>
      </List>
    </section>
  ));
}

/** One series, each of it by itself. */
function Series({ setup, sessions, series }: SessionsOf & { series: string }) {
  const now = useNow();
  const own = sessions.filter(({ body }) => body.series === series && isComing(body, now));
  const [first] = own;
  const day = first ? dayIn(first.body.day, { weekday: 'long' }) : '';
  return (
    <PhonePage
      title={day ? `Each ${day}` : 'Sessions'}
      subtitle={`${own.length} to come`}
      back={(parts) => <Link to="/sessions" {...parts} />}
    >
      <List>
        <Each of={own} by={({ id }) => id}>
          {(session) => <ComingRow {...{ session, setup, now }} more={0} />}
        </Each>
      </List>
    </PhonePage>
  );
}
