import { Link, useNavigate, useSearchParams } from 'react-router';
import { openPerson, useRead } from '#db/person.ts';
import { nameIn, readSetup, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { mayStart, runningNow } from '#domain/sessions/session.ts';
import { dayOf } from '#domain/time.ts';
import { startSession } from '#features/sessions/actions.ts';
import { suggested, timesOf, zoneOf } from '#features/sessions/queries.ts';
import type { Faults } from '#forms/faults.ts';
import { useForm } from '#forms/form.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { keepHere } from '#phone/save.ts';
import { buttonClass } from '#ui/button.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { PhonePage } from '#ui/page.tsx';
import { Planned } from './planned.tsx';
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
  const { setup, sessions, session } = found;
  return session ? (
    <Planned key={session.id} setup={setup} session={session} />
  ) : (
    <StartNew setup={setup} sessions={sessions} />
  );
}

type StartProps = { readonly setup: Setup; readonly sessions: readonly ShownOf<'session'>[] };

type Typed = { readonly site: string; readonly partner: string; readonly activities: readonly string[] };

/** One that was closed since is chosen no longer, whether it was suggested or typed before. */
const judge = ({ site, partner }: Typed, { sites, ownPartners }: Setup): Faults<Typed> => ({
  site: sites.some(({ id }) => id === site) ? undefined : 'Choose the park first.',
  partner: ownPartners.some(({ id }) => id === partner) ? undefined : 'Choose whose session it is.',
});

const named = ({ id, body }: Setup['sites'][number] | Setup['activities'][number]) => ({ value: id, label: body.name });

function StartNew({ setup, sessions }: StartProps) {
  const now = useNow();
  const navigate = useNavigate();
  const form = useForm<Typed>({
    // What was chosen yesterday was for a session of yesterday.
    name: `start ${dayOf(now)}`,
    now: suggested(sessions, setup, now),
    judge: (typed) => judge(typed, setup),
    save: (typed, { id }) => {
      const activities = setup.activities
        .map((activity) => activity.id)
        .filter((each) => typed.activities.includes(each));
      const starting = { id, ...typed, activities, timeZone: zoneOf(setup, { body: typed }) };
      return keepHere('The session', () => startSession(starting));
    },
    onSaved: (id) => navigate(`/s/${id}/before`, { replace: true }),
  });
  if (!form) return <PhonePage title="Start session" loading />;
  const { site, partner, activities } = form.values;
  const here = sessions.filter(({ scope, body }) => body.site === site && scope === partnerScope(partner));
  return (
    <FormPage
      form={form}
      words={{}}
      title="Start session"
      subtitle={openPerson().profile.programmeName}
      back="/"
      submit="Start session"
    >
      {setup.sites.length === 0 ? (
        <Empty icon="flag" title="No parks here yet">
          They arrive with the first signal.
        </Empty>
      ) : (
        <Choice legend="Which park?" options={setup.sites.map(named)} {...form.choice('site')} />
      )}
      <Instead setup={setup} here={here} now={now} />
      {setup.ownPartners.length > 1 && (
        <Places label="Whose session?" places={setup.ownPartners} {...form.choice('partner')} />
      )}
      {setup.activities.length > 0 && (
        <Ticks
          legend="What is on?"
          tile="9rem"
          options={setup.activities.map(named)}
          values={activities}
          onChange={(chosen) => form.change({ activities: chosen })}
        />
      )}
    </FormPage>
  );
}

/** What is planned or on at that park already: to be opened rather than started a second time. */
function Instead({ setup, here, now }: { setup: Setup; here: readonly ShownOf<'session'>[]; now: number }) {
  const offer = (session: ShownOf<'session'>, title: string, words: string, to: string) => (
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
