import { Link, Navigate, useNavigate } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { nameIn, type Setup, shortNameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { elements } from '#domain/records/row.ts';
import { lightOf } from '#domain/sessions/light.ts';
import { isEnded, isPlanned, mayStart, wasMissed } from '#domain/sessions/session.ts';
import { startPlanned } from '#features/sessions/actions.ts';
import { timesOf, whenOf, zoneOf } from '#features/sessions/queries.ts';
import { PlaceItem } from '#phone/place-lines.tsx';
import { Button, buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Notice } from '#ui/notice.tsx';
import { useNow } from '#ui/now.ts';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { meanwhile } from './as-seen.ts';
import { LastTime } from './last-time.tsx';

type PlannedProps = { readonly setup: Setup; readonly session: ShownOf<'session'> };

/** A planned session: when, where, what was written down the last time there; on its day it is started here, and nothing is asked. */
export function Planned({ setup, session }: PlannedProps) {
  const navigate = useNavigate();
  const now = useNow();
  const { id, body } = session;
  const start = useOnce(async () => {
    const started: unknown[] = [];
    const isKept = await attempt('The session', async () => started.push(await startPlanned(session)));
    if (!isKept || !started[0]) return false;
    navigate(`/s/${id}/before`, { replace: true });
    return true;
  });
  if (wasMissed(body, now)) return <Navigate to={`/earlier?planned=${id}`} replace />;
  const isToday = mayStart(body, now);
  return (
    <PhonePage
      title={isToday ? 'Start session' : 'Planned session'}
      subtitle={shortNameIn(setup.sites, body.site)}
      back={(parts) => <Link to={isToday ? '/' : '/sessions'} {...parts} />}
      bottom={
        (isToday || (!isPlanned(body) && !isEnded(body))) && (
          <Foot>
            <Button kind="primary" wide onClick={() => void start()}>
              {isPlanned(body) ? 'Start session' : 'Join it'}
            </Button>
          </Foot>
        )
      }
    >
      <Stack>
        {!isPlanned(body) && (
          <Notice
            kind="warn"
            title={meanwhile(body)}
            action={
              <Link className={buttonClass({ size: 'inline' })} to={`/s/${id}`}>
                Look
              </Link>
            }
          >
            {timesOf(setup, session)}
          </Notice>
        )}
        <WhenAndWhere session={session} setup={setup} now={now} />
        <LastTime session={session} />
        {isPlanned(body) && !volunteersOnly(setup.rights) && (
          <Link className={buttonClass({ kind: 'quiet', wide: true })} to={`/s/${id}/change`}>
            Change or cancel it
          </Link>
        )}
      </Stack>
    </PhonePage>
  );
}

function WhenAndWhere({ session, setup, now }: PlannedProps & { now: number }) {
  const { body } = session;
  const site = setup.sites.find(({ id }) => id === body.site);
  const light = lightOf(body.day, site?.body ?? {}, now, zoneOf(setup, session));
  const played = elements(body, 'activity').map((id) => nameIn(setup.activities, id));
  return (
    <List>
      <Item icon="calendar" calm>
        <b>{whenOf(setup, session)}</b>
        <br />
        <small>
          {nameIn(setup.sites, body.site)}
          {light && ` · light until ${light.at}`}
        </small>
      </Item>
      <PlaceItem site={site} />
      {played.length > 0 && (
        <Item icon="ball" calm>
          {played.join(', ')}
        </Item>
      )}
    </List>
  );
}
