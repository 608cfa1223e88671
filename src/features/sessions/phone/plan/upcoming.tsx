import { Link } from 'react-router';
import { useRead } from '#db/person.ts';
import { nameIn, readSetup } from '#db/setup.ts';
import { shownOf } from '#db/shown.ts';
import { byStart, isPlanned } from '#domain/sessions/session.ts';
import { dayOf } from '#domain/time.ts';
import { whenOf } from '#features/sessions/queries.ts';
import { buttonClass } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

const shownAtMost = 20;

/** Planned sessions from today on; each leads to where it can be cancelled, shortened or moved. */
export function UpcomingList() {
  const found = useRead(async (tx) => {
    const [setup, sessions] = await Promise.all([readSetup(tx), shownOf(tx, 'session')]);
    const today = dayOf(Date.now());
    return {
      setup,
      planned: sessions.filter(({ body }) => isPlanned(body) && body.day >= today).sort(byStart),
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
              <b>{whenOf(found.setup, session)}</b>
              <br />
              {nameIn(found.setup.sites, session.body.site)}
            </Item>
          )}
        </Each>
      </List>
      {found.planned.length > shownAtMost && (
        <Link className={buttonClass({ kind: 'quiet', wide: true })} to="/sessions">
          All sessions
        </Link>
      )}
    </>
  );
}
