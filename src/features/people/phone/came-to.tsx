import { Link } from 'react-router';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { type CameTo, useCameTo } from '#features/people/queries.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './people.module.css';

const shownHere = 2;

/** The last two sessions somebody came to, and the way to all of them. */
export function CameToLast({ person }: { person: ShownOf<'person'> }) {
  const came = useCameTo(person);
  if (!came) return null;
  const all = `${came.length} ${came.length === 1 ? 'session' : 'sessions'}`;
  return (
    <>
      <SectionTitle
        note={
          came.length > shownHere ? <Link to={`/people/${person.id}/sessions`}>{all}</Link> : came.length > 0 && all
        }
      >
        Came to
      </SectionTitle>
      <Sessions came={came.slice(0, shownHere)} />
    </>
  );
}

/** All of them, the last first. */
export const CameToAll = () => (
  <OfPerson title="Came to">{({ person }) => <All key={person.id} person={person} />}</OfPerson>
);

function All({ person }: { person: ShownOf<'person'> }) {
  const came = useCameTo(person);
  return (
    <PhonePage
      title="Came to"
      subtitle={nameOf(person.body)}
      back={(parts) => <Link to={`/people/${person.id}`} {...parts} />}
      loading={came === undefined}
    >
      {came && <Sessions came={came} />}
    </PhonePage>
  );
}

function Sessions({ came }: { came: readonly CameTo[] }) {
  if (came.length === 0) return <Remark>To no session that this phone knows.</Remark>;
  return (
    <List>
      <Each of={came} by={({ id }) => id}>
        {({ id, place, day, stay }) => (
          <Item link={(parts) => <Link to={`/s/${id}`} {...parts} />}>
            <span className={styles.came}>
              <span>
                <b>{place}</b>, {day}
              </span>
              <span>{stay}</span>
            </span>
          </Item>
        )}
      </Each>
    </List>
  );
}
