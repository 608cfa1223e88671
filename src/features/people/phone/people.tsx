import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { usePeople } from '#db/people.ts';
import { ageBands, wordsOf } from '#domain/codes.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import { dayOf } from '#domain/time.ts';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SearchField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';
import { Line } from '#ui/stack.tsx';

const shownAtMost = 100;
const { compare } = new Intl.Collator('en-GB');

/** Everybody on the partner's register. */
export function People() {
  const people = usePeople();
  const [typed, setTyped] = useState('');
  const { bar } = useSlots();
  const index = useMemo(() => {
    const active = (people ?? []).filter(({ body }) => body.status !== 'closed');
    return indexNames(
      active.sort((a, b) => compare(nameOf(a.body), nameOf(b.body))),
      ({ body }) => nameOf(body),
    );
  }, [people]);
  const found = findNames(index, typed);
  const today = dayOf(Date.now());
  return (
    <PhonePage title="People" bottom={bar}>
      <SearchField label="Find a name" value={typed} onChange={(event) => setTyped(event.target.value)} />
      {people && found.length === 0 && (
        <Empty icon="people" title={typed ? 'Nobody of that name' : 'Nobody yet'}>
          People are added from a session’s register, when you meet them.
        </Empty>
      )}
      <List>
        <Each of={found.slice(0, shownAtMost)} by={({ id }) => id}>
          {({ id, body }) => (
            <Item link={(parts) => <Link to={`/people/${id}`} {...parts} />}>
              <Line>
                <Leaf shape={body.leaf} colour={body.colour} size={28} />
                <span>
                  <b>{nameOf(body)}</b>
                  <br />
                  <small>
                    {leafName(body.leaf, body.colour)} · {wordsOf(ageBands, bandOn(today, body))}
                  </small>
                </span>
              </Line>
            </Item>
          )}
        </Each>
      </List>
      {found.length > shownAtMost && <Remark>{found.length - shownAtMost} more. Type a name to find them.</Remark>}
    </PhonePage>
  );
}
