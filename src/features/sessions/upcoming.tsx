import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn, readSetup } from '#db/setup.ts';
import { shownOf } from '#db/shown.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { startOf, startWords, stateOf } from './queries.ts';

const shownAtMost = 20;

/** Planned sessions from today on; each leads to where it can be cancelled, shortened or moved. */
export function UpcomingList() {
  const found = useRead(async (tx) => {
    const [setup, sessions] = await Promise.all([readSetup(tx), shownOf(tx, 'session')]);
    const today = dayOf(Date.now());
    return {
      setup,
      planned: sessions
        .filter(({ body }) => stateOf(body) === 'planned' && String(body.day) >= today)
        .sort((a, b) => (startOf(a.body) < startOf(b.body) ? -1 : 1)),
    };
  }, []);
  if (!found || found.planned.length === 0) return null;
  return (
    <>
      <SectionTitle count={found.planned.length}>Planned</SectionTitle>
      <List>
        <Each of={found.planned.slice(0, shownAtMost)} by={(session) => session.id}>
          {(session) => (
            <Item icon="calendar" calm link={(parts) => <Link to={`/s/${session.id}/change`} {...parts} />}>
              <b>
                {shortDay(String(session.body.day))}, {startWords(found.setup, session)}
              </b>
              <br />
              {nameIn(found.setup.sites, session.body.site)}
            </Item>
          )}
        </Each>
      </List>
    </>
  );
}
