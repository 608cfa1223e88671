import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn, useSetup } from '#db/setup.ts';
import { shownById } from '#db/shown.ts';
import { sessionStates, wordsOf } from '#domain/codes.ts';
import { nameOf } from '#domain/person.ts';
import { readInstant, shortDay, timeOf } from '#domain/time.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Leaf } from '#ui/leaf.tsx';
import { Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { Total } from '#ui/total.tsx';
import type { SessionRegister } from './queries.ts';

export const stateIn = ({ session }: SessionRegister): string =>
  (session.body.status as { is: string } | undefined)?.is ?? 'planned'; // shape checked when accepted

/** The register of a session that does not run: to be read, not tapped. Opening it again is an act of its own. */
export function ClosedRegister({ found }: { found: SessionRegister }) {
  const { session, register } = found;
  const setup = useSetup();
  const came = [...register.presences.values()].filter(({ state }) => state !== 'removed');
  const people = useRead(
    (tx) =>
      shownById(
        tx,
        came.map(({ person }) => person),
      ),
    [came.map(({ person }) => person).join()],
  );
  const planned = stateIn(found) === 'planned';
  const to = planned ? `/start?planned=${session.id}` : `/s/${session.id}/summary`;
  return (
    <PhonePage
      title={setup ? nameIn(setup.sites, session.body.site) : ''}
      subtitle={shortDay(String(session.body.day))}
      back={(parts) => <Link to="/" {...parts} />}
    >
      <Stack>
        <Notice
          kind="info"
          title={
            planned
              ? 'Not started yet'
              : `${wordsOf(sessionStates, stateIn(found))}${` ${timeOf(readInstant(session.body.actualEnd))}`.trimEnd()}`
          }
          action={
            <Link className={buttonClass({ size: 'inline' })} to={to}>
              {planned ? 'Start' : 'Summary'}
            </Link>
          }
        >
          {planned ? 'Start it when you are there.' : 'Nothing can be tapped now. Open it again from its summary.'}
        </Notice>
        <Total
          total={register.all.total}
          named={register.all.named}
          counted={register.all.counted - register.all.overlap}
          words={{ here: 'came', named: 'named', counted: 'counted' }}
        />
        <List>
          <Each of={came} by={({ person }) => person}>
            {({ person, arrivedAt, state, at }) => {
              const body = people?.find((each) => each?.id === person)?.body ?? {};
              return (
                <Item end={state === 'left' ? `${timeOf(arrivedAt)}–${timeOf(at)}` : timeOf(arrivedAt)}>
                  <Line>
                    <Leaf shape={Number(body.leaf ?? 0)} colour={Number(body.colour ?? 0)} size={24} />
                    <b>{nameOf(body)}</b>
                  </Line>
                </Item>
              );
            }}
          </Each>
        </List>
      </Stack>
    </PhonePage>
  );
}
