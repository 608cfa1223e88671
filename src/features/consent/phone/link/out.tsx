import { useEffect, useState } from 'react';
import { type KnownPerson, useKnown } from '#db/families.ts';
import type { ShownOf } from '#db/shown.ts';
import type { AnswerTo } from '#domain/all-answers.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { useAsk } from '#phone/ask.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { useOnce } from '#ui/once.ts';

type LinkThere = AnswerTo<'GET /api/people/:id/links'>['links'][number];

/** The links that are out for somebody, with signal: to whom, until when, and the way to call one back. */
export function LinksOut({ person }: { person: ShownOf<'person'> }) {
  const ask = useAsk();
  const known = useKnown(person.id);
  const [links, setLinks] = useState<readonly LinkThere[]>([]);
  const [trouble, setTrouble] = useState<string>();
  // They lie at the server alone.
  useEffect(() => {
    let left = false;
    void ask('GET', `/api/people/${person.id}/links`).then((got) => {
      if (!left && got.ok) setLinks(got.value.links);
    });
    return () => {
      left = true;
    };
  }, [ask, person.id]);
  const callBack = useOnce(async (id: string) => {
    const got = await ask('DELETE', `/api/links/${id}`);
    setTrouble(got.ok ? undefined : got.words);
    if (got.ok) setLinks((before) => before.filter((each) => each.id !== id));
    return false;
  });
  if (links.length === 0 || known === undefined) return null;
  return (
    <List>
      {links.map((link) => (
        <Item
          key={link.id}
          end={
            <Button size="inline" onClick={() => void callBack(link.id)}>
              Call it back
            </Button>
          }
        >
          <b>A link is out</b>
          <br />
          <small>
            {toWhom(link, known)}, until {plainDay(dayOf(link.expiresAt), dayOf(Date.now()))}
          </small>
        </Item>
      ))}
      {trouble && <Item>{trouble}</Item>}
    </List>
  );
}

function toWhom({ giver }: LinkThere, known: KnownPerson | null): string {
  if (giver === null) return 'for somebody not on record';
  const name = known?.grownups.find(({ id, links }) => id === giver || links.includes(giver))?.name;
  return `for ${name ?? 'somebody not known here'}`;
}
