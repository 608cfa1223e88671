import { Link } from 'react-router';
import { readPeopleOf, useErased } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { nameIn, useSetup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { sessionStates, wordsOf } from '#domain/codes.ts';
import { erasedName, nameOf } from '#domain/people/person.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { endOf, isPlanned, isRunning, mayStart, startOf, statusOf, wasMissed } from '#domain/sessions/session.ts';
import { dayOf, readInstant, shortDay, spanWords, timeOn, zoneOfPlace } from '#domain/time.ts';
import { sessionTooLate, TooLate } from '#phone/too-late.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Icon } from '#ui/icon.tsx';
import { Leaf } from '#ui/leaf.tsx';
import { Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { Total } from '#ui/total.tsx';
import type { SessionRegister } from './queries.ts';

/** The register of a session that does not run: to be read, not tapped. Opening it again is an act of its own. */
export function ClosedRegister({ found }: { found: SessionRegister }) {
  const { session } = found;
  const setup = useSetup();
  const { body: said } = session;
  const day = String(said.day);
  const ended = readInstant(said.actualEnd);
  const daysBack = setup ? sessionTooLate(setup, session) : null;
  const zone = zoneOfPlace(setup?.sites.find(({ id }) => id === said.site)?.body);
  return (
    <PhonePage
      title={setup ? nameIn(setup.sites, session.body.site) : ''}
      subtitle={[shortDay(day, dayOf(Date.now())), spanWords(startOf(said), endOf(said), zone)]
        .filter(Boolean)
        .join(', ')}
      back={(parts) => <Link to="/" {...parts} />}
    >
      <Stack>
        {setup && daysBack !== null && (isPlanned(said) || isRunning(said)) ? (
          <TooLate setup={setup} daysBack={daysBack} site={said.site} day={day} />
        ) : isPlanned(said) ? (
          <NotStarted session={session} mayChange={!volunteersOnly(setup?.rights ?? [])} />
        ) : (
          <Notice
            kind="info"
            title={`${wordsOf(sessionStates, statusOf(said))}${ended && ` ${timeOn(ended, day, zone)}`}`}
            action={
              <Link className={buttonClass({ size: 'inline' })} to={`/s/${session.id}/summary`}>
                Summary
              </Link>
            }
          >
            Nothing can be tapped now. Open it again from its summary.
          </Notice>
        )}
        {!isPlanned(said) && <Came found={found} zone={zone} />}
      </Stack>
    </PhonePage>
  );
}

/** Planned: started on its day; of a day that is past, written up as the session that was planned, or called off. */
function NotStarted({ session, mayChange }: { session: ShownOf<'session'>; mayChange: boolean }) {
  const now = Date.now();
  if (mayStart(session.body, now))
    return (
      <Notice
        kind="info"
        title="Not started yet"
        action={
          <Link className={buttonClass({ size: 'inline' })} to={`/start?planned=${session.id}`}>
            Start
          </Link>
        }
      >
        Start it when you are there.
      </Notice>
    );
  const missed = wasMissed(session.body, now);
  return (
    <>
      <Notice kind={missed ? 'warn' : 'info'} title={missed ? 'Planned, and never started' : 'Not started yet'}>
        {missed ? 'Did it take place?' : 'It can be started on its day.'}
      </Notice>
      {mayChange && missed && (
        <Link className={buttonClass({ kind: 'primary', wide: true })} to={`/earlier?planned=${session.id}`}>
          Yes: write it up
        </Link>
      )}
      {mayChange && (
        <Link className={buttonClass({ wide: true })} to={`/s/${session.id}/change`}>
          {missed ? 'No: cancel or move it' : 'Change it'}
        </Link>
      )}
    </>
  );
}

/** How many came, and who of them was named. */
function Came({ found: { session, register }, zone }: { found: SessionRegister; zone: string }) {
  const { day } = session.body;
  const came = [...register.presences.values()].filter(({ state }) => state !== 'removed');
  const people = useRead(
    (tx) =>
      readPeopleOf(
        tx,
        session.scope,
        came.map(({ person }) => person),
      ),
    [came.map(({ person }) => person).join()],
  );
  const erased = useErased(came.map(({ person }) => person));
  return (
    <>
      <Total
        total={register.all.total}
        named={register.all.named}
        counted={register.all.counted - register.all.overlap}
        words={{ here: 'came', named: 'named', counted: 'counted' }}
      />
      <List>
        <Each of={came} by={({ person }) => person}>
          {({ person, arrivedAt, state, at }) => {
            const body = people?.find((each) => each.id === person)?.body;
            return (
              <Item end={state === 'left' ? spanWords(arrivedAt, at, zone) : timeOn(arrivedAt, day, zone)}>
                <Line>
                  {erased?.has(person) ? (
                    <Icon name="people" size={24} />
                  ) : (
                    <Leaf shape={body?.leaf ?? 0} colour={body?.colour ?? 0} size={24} />
                  )}
                  <b>{body ? nameOf(body) : erased?.has(person) ? erasedName : ''}</b>
                </Line>
              </Item>
            );
          }}
        </Each>
      </List>
    </>
  );
}
