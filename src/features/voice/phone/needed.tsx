import { useRead } from '#db/person.ts';
import { nameIn } from '#db/setup.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import { addIdea } from '#domain/voice/ideas/acts.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { readIdeas } from '#features/voice/queries.ts';
import { farWords } from '#features/voice/words.ts';
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
  const today = dayOf(Date.now());
  const ideas = useRead((tx) => readIdeas(tx, [], today), [today]) ?? [];
  const heard = ideas.filter(
    (idea) => idea.partner === partner && (site === undefined || idea.sites.length === 0 || idea.sites.includes(site)),
  );
  const form = useForm({
    name: `needed ${session ?? partner}`,
    now: { said: '' },
    judge: ({ said }) => ({ said: said.trim() === '' ? 'Write what is needed.' : undefined }),
    save: ({ said }, { id }) => saySaid('What is needed is noted', [addIdea(id, { ...asking, said })]),
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
          {(idea) => (
            <Item icon="say" calm end={farWords(idea)}>
              {titleOf(idea)}
              <br />
              <small>{plainDay(idea.day, today)}</small>
            </Item>
          )}
        </Each>
      </List>
    </Fold>
  );
}
