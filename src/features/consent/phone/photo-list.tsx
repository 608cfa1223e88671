import { Link } from 'react-router';
import { readPeopleOf } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { dayOf, longDay } from '#domain/time.ts';
import { type Badges, readBadges } from '#features/consent/queries.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty, Notice } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';

/** Who of a session may be in photos, before anybody takes one. Who may not stands first. */

type PhotoListProps = {
  readonly session: ShownOf<'session'>;
  /** Whoever came, by id. */
  readonly came: readonly string[];
};

/** How far somebody’s permission goes; a purpose that is not asked permits nothing. */
function groupOf({ may }: Badges, person: string): 'none' | 'us' | 'all' {
  if (may(person, 'photoInternal') !== 'may') return 'none';
  return may(person, 'photoPublic') === 'may' ? 'all' : 'us';
}

const titles = { none: 'No photos', us: 'Photos for us only', all: 'Photos for all to see' } as const;

export function PhotoList({ session, came }: PhotoListProps) {
  const found = useRead(
    async (tx) => ({
      badges: await readBadges(tx, session.scope),
      people: await readPeopleOf(tx, session.scope, came),
    }),
    [session.scope, came.join()],
  );
  const back = `/s/${session.id}`;
  if (!found) return <PhonePage title="Photos" loading />;
  const { badges, people } = found;
  const groups = Map.groupBy(people, ({ id }) => groupOf(badges, id));
  const may = people.length - (groups.get('none')?.length ?? 0);
  return (
    <PhonePage
      title="Photos"
      subtitle={`${may} may be in them, ${people.length - may} may not`}
      back={(parts) => <Link to={back} {...parts} />}
    >
      <Stack>
        {badges.oldSince && (
          <Notice kind="warn" title={`Not sure since ${longDay(badges.oldSince, dayOf(Date.now()))}`}>
            This phone has heard nothing since. What may have been taken back is a no until there is signal.
          </Notice>
        )}
        {people.length === 0 && <Empty icon="camera" title="Nobody is named here yet" />}
        {(['none', 'us', 'all'] as const).map((group) => {
          const own = groups.get(group) ?? [];
          return (
            own.length > 0 && (
              <section key={group}>
                <SectionTitle count={own.length}>{titles[group]}</SectionTitle>
                <List>
                  <Each of={own} by={({ id }) => id}>
                    {({ id, body }) => (
                      <Item
                        icon={group === 'none' ? 'no-camera' : 'camera'}
                        calm={group !== 'none'}
                        link={(parts) => <Link to={`/people/${id}`} {...parts} />}
                      >
                        <Line>
                          <Leaf shape={body.leaf} colour={body.colour} size={24} />
                          <span>
                            <b>{nameOf(body)}</b> {leafName(body.leaf, body.colour)}
                          </span>
                        </Line>
                      </Item>
                    )}
                  </Each>
                </List>
              </section>
            )
          );
        })}
      </Stack>
    </PhonePage>
  );
}
