import { Link } from 'react-router';
import { nameOf } from '#domain/people/person.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { Leaf } from '#ui/leaf.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Line } from '#ui/stack.tsx';
import { type Soon, useSoon } from './soon.ts';

/** Whose consent runs out this week, or has: each leads to their page, where it is taken. */
export function AskAgain() {
  const soon = useSoon();
  return (
    <PhonePage title="Ask again" loading={soon === undefined} back={(parts) => <Link to="/" {...parts} />}>
      {soon?.length === 0 && (
        <Empty icon="paper-ok" title="Nobody to ask">
          No consent runs out this week.
        </Empty>
      )}
      <List>
        <Each of={soon ?? []} by={({ person }) => person.id}>
          {(each) => <SoonItem soon={each} />}
        </Each>
      </List>
    </PhonePage>
  );
}

function SoonItem({ soon: { person, about, until } }: { soon: Soon }) {
  const today = dayOf(Date.now());
  const { leaf, colour } = person.body;
  return (
    <Item link={(parts) => <Link to={`/people/${person.id}`} {...parts} />}>
      <Line>
        <Leaf shape={leaf} colour={colour} size={24} />
        <span>
          <b>{nameOf(person.body)}</b>
          <br />
          <small>
            {about.join(', ')}: {until < today ? 'ran out' : 'until'} {shortDay(until, today)}
          </small>
        </span>
      </Line>
    </Item>
  );
}
