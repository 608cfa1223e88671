import { useState } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { newId, openPerson, useRead } from '#db/person.ts';
import { nameIn, readSetup, type Setup } from '#db/setup.ts';
import { type Shown, shownOf } from '#db/shown.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { mayStart, runningNow, wasMissed } from '#domain/sessions/session.ts';
import { defaultTimeZone } from '#domain/time.ts';
import { startPlanned, startSession } from '#features/sessions/actions.ts';
import { suggested, timesOf } from '#features/sessions/queries.ts';
import { Button, buttonClass } from '#ui/button.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { Places } from './where.tsx';

/** Starting a session: the park and what is played are suggested, everything else can wait. */
export function Start() {
  const [parameters] = useSearchParams();
  const planned = parameters.get('planned');
  const found = useRead(
    async (tx) => {
      const [setup, sessions] = await Promise.all([readSetup(tx), shownOf(tx, 'session')]);
      return { setup, sessions, planned, session: sessions.find(({ id }) => id === planned) };
    },
    [planned],
  );
  // Until the planned one is read, a tap would start another.
  if (found?.planned !== planned) return <PhonePage title="Start session" loading />;
  return <StartForm key={planned ?? 'new'} setup={found.setup} sessions={found.sessions} session={found.session} />;
}

function StartForm({
  setup,
  sessions,
  session,
}: {
  setup: Setup;
  sessions: readonly Shown[];
  session: Shown | undefined;
}) {
  const now = useNow();
  const suggestion = suggested(sessions, setup, now);
  const [site, setSite] = useState<string | undefined>(session ? String(session.body.site) : suggestion.site);
  const [partner, setPartner] = useState<string | undefined>(suggestion.partner);
  const [activities, setActivities] = useState<readonly string[]>(suggestion.activities);
  const [error, setError] = useState<string>();
  const navigate = useNavigate();
  const here = sessions.filter(
    ({ scope, body }) => body.site === site && partner !== undefined && scope === partnerScope(partner),
  );

  const start = useOnce(async () => {
    if (!session && (site === undefined || partner === undefined)) {
      return setError(site === undefined ? 'Choose the park first.' : 'Choose whose session it is.');
    }
    let id = session?.id ?? newId();
    const saved = await attempt('The session', async () => {
      if (session) await startPlanned(session);
      else if (site !== undefined && partner !== undefined) {
        const timeZone = String(setup.sites.find((each) => each.id === site)?.body.timeZone ?? defaultTimeZone);
        id = await startSession({ partner, site, timeZone, activities });
      }
    });
    if (saved) navigate(`/s/${id}/before`, { replace: true });
  });

  if (session && wasMissed(session.body, now)) return <Navigate to={`/earlier?planned=${session.id}`} replace />;
  return (
    <PhonePage
      title="Start session"
      subtitle={session ? nameIn(setup.sites, session.body.site) : openPerson().profile.programmeName}
      back={(parts) => <Link to="/" {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void start()}>
            Start session
          </Button>
        </Foot>
      }
    >
      <Stack>
        {setup.sites.length === 0 && (
          <Empty icon="flag" title="No parks here yet">
            They arrive with the first signal.
          </Empty>
        )}
        {!session && setup.sites.length > 0 && (
          <Choice
            legend="Which park?"
            options={setup.sites.map(({ id, body }) => ({ value: id, label: String(body.name) }))}
            value={site}
            onChange={setSite}
            error={error}
          />
        )}
        {!session && <Instead setup={setup} here={here} now={now} />}
        {!session && setup.ownPartners.length > 1 && (
          <Places
            id="start-partner"
            label="Whose session?"
            places={setup.ownPartners}
            value={partner ?? ''}
            onChange={(id) => setPartner(id || undefined)}
          />
        )}
        {!session && setup.activities.length > 0 && (
          <Ticks
            legend="What is on?"
            tile="9rem"
            options={setup.activities.map(({ id, body }) => ({ value: id, label: String(body.name) }))}
            values={activities}
            onChange={setActivities}
          />
        )}
      </Stack>
    </PhonePage>
  );
}

/** What is planned or on at that park already: to be opened rather than started a second time. */
function Instead({ setup, here, now }: { setup: Setup; here: readonly Shown[]; now: number }) {
  const offer = (session: Shown, title: string, words: string, to: string) => (
    <Notice
      key={session.id}
      kind="info"
      title={title}
      action={
        <Link className={buttonClass({ size: 'inline' })} to={to}>
          {words}
        </Link>
      }
    >
      {nameIn(setup.sites, session.body.site)}, {timesOf(setup, session)}
    </Notice>
  );
  return (
    <>
      {runningNow(here, now).map((session) => offer(session, 'One is on there now', 'Open', `/s/${session.id}`))}
      {here
        .filter(({ body }) => mayStart(body, now))
        .map((session) => offer(session, 'One is planned there today', 'Start it', `/start?planned=${session.id}`))}
    </>
  );
}
