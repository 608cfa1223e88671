import { Link } from 'react-router';
import { readsFamilies } from '#db/people.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { putTo } from '#domain/voice/indicators/indicator.ts';
import { Item, List } from '#ui/card.tsx';
import { useIndicators } from './reading.ts';

/** The ways to the statements. */

/** From somebody’s page; none where nothing is asked. */
export function HowAreThings({ person }: { readonly person: ShownOf<'person'> }) {
  const indicators = useIndicators() ?? [];
  if (indicators.every(({ isClosed }) => isClosed)) return null;
  return (
    <Item icon="say" calm link={(parts) => <Link to={`/people/${person.id}/indicators`} {...parts} />}>
      How are things?
    </Item>
  );
}

type WayProps = { readonly session: ShownOf<'session'>; readonly setup: Setup };

/** From a session, for whoever may know who said what. */
export function WayToGroup({ session, setup }: WayProps) {
  const statements = putTo(useIndicators() ?? [], 'youngPerson');
  if (statements.length === 0 || !readsFamilies(setup.rights, session.scope)) return null;
  return (
    <List>
      <Item icon="people" calm link={(parts) => <Link to={`/s/${session.id}/indicators`} {...parts} />}>
        How are things? Statements, one after another by name
      </Item>
    </List>
  );
}
