import { useState } from 'react';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { newId, say, useShown } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { ideaStates, wordsOf } from '#domain/codes.ts';
import { teamScope } from '#domain/records/scopes.ts';
import { dayOf } from '#domain/time.ts';
import { hear } from '#domain/voice/acts.ts';
import { didLast } from '#features/boxes/phone/last-done.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { dateWords } from '#features/boxes/words.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { TextArea } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { Form } from '#ui/stack.tsx';

const shownAtMost = 5;

/** Something is needed in this park: heard here, answered by the coordinator. */
export function Needed({ stock, session }: { stock: Stock; session: ShownOf<'session'> | null }) {
  const { fields, change, done } = useDrafted('needed', { said: '' });
  const [id, setId] = useState(newId);
  const [error, setError] = useState<string>();
  const ideas = useShown('idea') ?? [];
  const site = session?.body.site;
  const heard = ideas
    .filter(({ scope, body }) => scope === teamScope(stock.partner) && (site === undefined || body.site === site))
    .sort((a, b) => (String(a.body.day) < String(b.body.day) ? 1 : -1));
  const save = useOnce(async () => {
    const said = fields?.said.trim() ?? '';
    if (said === '') return setError('Write what is needed.');
    setError(undefined);
    const day = session ? String(session.body.day) : dayOf(Date.now());
    const asking = { partner: stock.partner, session: session?.id, site: session ? String(site) : undefined, day };
    if (!(await attempt('What is needed', () => say([hear(asking, id, said)])))) return;
    didLast({ words: 'What is needed is noted', undo: null });
    setId(newId());
    change({ said: '' });
    await done();
  });
  const where = session ? nameIn(stock.setup.sites, session.body.site) : null;
  return (
    <Fold title="Something is needed here" note={where ?? 'Lights, a bench, another time'}>
      <Form onSubmit={() => save()}>
        <TextArea
          label="What is needed?"
          hint="Such as: lights by the court. Without names"
          maxLength={1000}
          value={fields?.said ?? ''}
          error={error}
          onChange={(event) => change({ said: event.target.value })}
        />
        <Button type="submit" wide>
          Tell the coordinator
        </Button>
      </Form>
      <List>
        <Each of={heard.slice(0, shownAtMost)} by={(idea) => idea.id}>
          {(idea) => (
            <Item icon="say" calm end={wordsOf(ideaStates, String(idea.body.status))}>
              {String(idea.body.said)}
              <br />
              <small>{dateWords(String(idea.body.day))}</small>
            </Item>
          )}
        </Each>
      </List>
    </Fold>
  );
}
