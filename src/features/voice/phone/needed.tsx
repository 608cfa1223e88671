import { useShown } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { ideaStates, wordsOf } from '#domain/codes.ts';
import { teamScope } from '#domain/records/scopes.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { hear } from '#domain/voice/acts.ts';
import { Form, useForm } from '#forms/form.tsx';
import { saySaid } from '#phone/done.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { TextArea } from '#ui/field.tsx';
import type { WishesAsked } from './wishes.tsx';

const shownAtMost = 5;

/** Something is needed in this park: heard here, answered by the coordinator. */
export function Needed({ asking, setup }: WishesAsked) {
  const { partner, session, site } = asking;
  const ideas = useShown('idea') ?? [];
  const heard = ideas
    .filter(({ scope, body }) => scope === teamScope(partner) && (site === undefined || body.site === site))
    .sort((a, b) => (a.body.day < b.body.day ? 1 : -1));
  const form = useForm({
    name: `needed ${session ?? partner}`,
    now: { said: '' },
    judge: ({ said }) => ({ said: said.trim() === '' ? 'Write what is needed.' : undefined }),
    save: ({ said }, { id }) => saySaid('What is needed is noted', [hear(asking, id, said.trim())]),
  });
  if (!form) return null;
  const where = session === undefined ? null : nameIn(setup.sites, site);
  return (
    <Fold
      title="Something is needed here"
      note={where ?? 'Lights, a bench, another time'}
      open={form.values.said !== ''}
    >
      <Form form={form} words={{}}>
        <TextArea
          label="What is needed?"
          hint="Such as: lights by the court. Without names"
          maxLength={1000}
          {...form.text('said')}
        />
        <Button type="submit" wide>
          Tell the coordinator
        </Button>
      </Form>
      <List>
        <Each of={heard.slice(0, shownAtMost)} by={(idea) => idea.id}>
          {({ body }) => (
            <Item icon="say" calm end={wordsOf(ideaStates, body.status)}>
              {body.said}
              <br />
              <small>{plainDay(body.day, dayOf(Date.now()))}</small>
            </Item>
          )}
        </Each>
      </List>
    </Fold>
  );
}
