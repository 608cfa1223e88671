import { Link } from 'react-router';
import { nameIn, useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { nameOf } from '#domain/people/person.ts';
import type { WholePerson } from '#domain/sessions/people/whole.ts';
import { dayOf, shortDay, timeOf, zoneOfPlace } from '#domain/time.ts';
import { Fold } from '#ui/answers.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import styles from './people.module.css';

/** What there was: sessions, boxes, the badges that are theirs, and who changed what. */

type Of = { readonly of: WholePerson };

/** Sessions that stand open; the others are a press away. */
const few = 6;

/** Where they came, the last first. */
export function CameTo({ of: { visits } }: Of) {
  const sites = useDesk().useSetUp('site').records;
  const today = dayOf(Date.now());
  const lines = (some: WholePerson['visits']) => (
    <List>
      <Each of={some} by={({ session }) => session}>
        {({ session, day, site, arrivedAt, leftAt }) => {
          const zone = zoneOfPlace(sites?.find(({ id }) => id === site)?.body);
          return (
            <Item link={(parts) => <Link to={`/desk/sessions/${session}`} {...parts} />}>
              <b>{nameIn(sites, site)}</b> · {shortDay(day, today)}, {timeOf(arrivedAt, zone)}
              {leftAt && ` to ${timeOf(leftAt, zone)}`}
            </Item>
          );
        }}
      </Each>
    </List>
  );
  return (
    <section>
      <SectionTitle count={visits.length}>Came to</SectionTitle>
      {lines(visits.slice(0, few))}
      {visits.length > few && <Fold title={`${visits.length - few} earlier`}>{lines(visits.slice(few))}</Fold>}
    </section>
  );
}

/** What they were given. */
export function Boxes({ of: { boxes } }: Of) {
  const sets = useDesk().useSetUp('set').records;
  if (boxes.length === 0) return null;
  return (
    <section>
      <SectionTitle count={boxes.length}>Was given</SectionTitle>
      <List>
        <Each of={boxes} by={({ id }) => id}>
          {({ set, n, day }) => (
            <Item>
              <b>{nameIn(sets, set)}</b>
              {n > 1 && `, ${n}`} · {dateWords(day)}
            </Item>
          )}
        </Each>
      </List>
    </section>
  );
}

/** Badges that were said to be theirs too. */
export function Joined({ of: { joined } }: Of) {
  if (joined.length === 0) return null;
  return (
    <p className={styles.shapes}>
      Also known by {joined.length === 1 ? 'another badge' : `${joined.length} badges`}:{' '}
      {joined.map(({ id, body }) => (
        <span key={id} className={styles.shapes}>
          <Leaf shape={body.leaf} colour={body.colour} size={24} />
          {nameOf(body)}, {leafName(body.leaf, body.colour)}
        </span>
      ))}
      <Link to="/desk/people/doubles?part=joined">Take it back</Link>
    </p>
  );
}

const changed: Readonly<Record<WholePerson['history'][number]['what'], string>> = {
  added: 'Added',
  details: 'Family and needs written down',
  same: 'Said to be one person',
  different: 'Said to be two people',
  open: 'Taken back: one or two',
  notJoining: 'Not joining in',
  joinsAgain: 'Joins in again',
  looked: 'Looked at what we must do',
};

/** Who did what with their records, the last first. */
export function Changes({ of: { history } }: Of) {
  const members = useDesk().useSetUp('member').records;
  const today = dayOf(Date.now());
  return (
    <Fold title="History" note={`${history.length} changes`}>
      <List>
        <Each of={history} by={({ id, what }) => `${what} ${id}`}>
          {({ what, at, by, until }) => (
            <Item>
              <b>{changed[what]}</b>
              {until && ` until ${dateWords(until)}`} · {shortDay(dayOf(at), today)}, {timeOf(at)} ·{' '}
              {nameIn(members, by)}
            </Item>
          )}
        </Each>
      </List>
    </Fold>
  );
}
