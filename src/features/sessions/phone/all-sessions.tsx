import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn, readSetup, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { sessionStates, wordsOf } from '#domain/codes.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { byStart, isComing, isOnNow, isPlanned, isRunning, statusOf, wasMissed } from '#domain/sessions/session.ts';
import { dayOf, monthWords } from '#domain/time.ts';
import { whenOf } from '#features/sessions/queries.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Empty } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Tabs } from '#ui/tabs.tsx';

type View = 'coming' | 'past';

/** Drawn at once: years of sessions are more than anybody reads. */
const page = 50;

/** Every session that this phone knows, whatever became of it: nothing that was saved is on no list. */
export function AllSessions() {
  const now = useNow();
  const [view, setView] = useState<View>('coming');
  const found = useRead(async (tx) => {
    const [setup, sessions] = await Promise.all([readSetup(tx), shownOf(tx, 'session')]);
    return { setup, sessions: sessions.toSorted(byStart) };
  }, []);
  if (!found) return <PhonePage title="Sessions" loading />;
  const coming = found.sessions.filter(({ body }) => isComing(body, now));
  const past = found.sessions.filter(({ body }) => !isComing(body, now)).reverse();
  const tabs = [
    { id: 'coming', label: 'Coming', count: coming.length },
    { id: 'past', label: 'Past', count: past.length },
  ] as const;
  return (
    <PhonePage title="Sessions" back={(parts) => <Link to="/" {...parts} />}>
      <Tabs label="Sessions" tabs={tabs} selected={view} onSelect={setView}>
        <Sessions key={view} setup={found.setup} sessions={view === 'coming' ? coming : past} view={view} now={now} />
      </Tabs>
    </PhonePage>
  );
}

type SessionsProps = {
  readonly setup: Setup;
  readonly sessions: readonly ShownOf<'session'>[];
  readonly view: View;
  readonly now: number;
};

function Sessions({ setup, sessions, view, now }: SessionsProps) {
  const [most, setMost] = useState(page);
  if (sessions.length === 0)
    return (
      <Empty icon="calendar" title={view === 'coming' ? 'Nothing is planned' : 'No session yet'}>
        {view === 'coming' ? 'Plan sessions under More.' : 'What took place is listed here.'}
      </Empty>
    );
  return (
    <>
      {[...Map.groupBy(sessions.slice(0, most), ({ body }) => body.day.slice(0, 7))].map(([month, own]) => (
        <Fragment key={month}>
          <SectionTitle>{monthWords(month, dayOf(now))}</SectionTitle>
          <List>
            {own.map((session) => (
              <Item
                key={session.id}
                icon={wasMissed(session.body, now) || isForgotten(session, now) ? 'flag' : 'calendar'}
                calm={!wasMissed(session.body, now) && !isForgotten(session, now)}
                link={(parts) => <Link to={addressOf(session, now)} {...parts} />}
              >
                <b>{whenOf(setup, session)}</b>
                <br />
                {[nameIn(setup.sites, session.body.site), stateWords(session, now), ownerOf(setup, session)]
                  .filter(Boolean)
                  .join(' · ')}
              </Item>
            ))}
          </List>
        </Fragment>
      ))}
      {sessions.length > most && (
        <Button wide onClick={() => setMost(most + page)}>
          {sessions.length - most} more
        </Button>
      )}
    </>
  );
}

const isForgotten = ({ body }: ShownOf<'session'>, now: number): boolean => isRunning(body) && !isOnNow(body, now);

/** What became of it; nothing of one that is planned and still to come. */
function stateWords(session: ShownOf<'session'>, now: number): string {
  if (wasMissed(session.body, now)) return 'Not started';
  if (isForgotten(session, now)) return 'Not finished';
  return isPlanned(session.body) ? '' : wordsOf(sessionStates, statusOf(session.body));
}

/** Whose it is, for those who record for several. */
const ownerOf = (setup: Setup, { scope }: ShownOf<'session'>): string =>
  setup.ownPartners.length > 1 ? nameIn(setup.partners, partnerOf(scope)) : '';

function addressOf({ id, body }: ShownOf<'session'>, now: number): string {
  if (isPlanned(body)) return wasMissed(body, now) ? `/s/${id}` : `/s/${id}/change`;
  return isRunning(body) ? `/s/${id}` : `/s/${id}/summary`;
}
