import { useRead } from '#db/person.ts';
import { nameIn, readSetup } from '#db/setup.ts';
import { type ShownOf, shownById, shownOf } from '#db/shown.ts';
import { notJoiningWords } from '#domain/people/eligibility.ts';
import { detailsId } from '#domain/people/family.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Fold } from '#ui/answers.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';

type Line = { readonly id: string; readonly at: string; readonly by: string; readonly words: string };

const aliasWords = {
  same: 'Said to be one person',
  different: 'Said to be two people',
  open: 'Taken back: one or two',
};

/** What was done with a person’s records, the last first: who and when. */
export function PersonHistory({
  person,
  facts,
}: {
  person: ShownOf<'person'>;
  facts: readonly ShownOf<'eligibility'>[];
}) {
  const found = useRead(
    async (tx) => {
      const [setup, [details], aliases] = await Promise.all([
        readSetup(tx),
        shownById(tx, [detailsId(person.id)]),
        shownOf(tx, 'alias'),
      ]);
      const theirs = aliases.filter(({ body }) => body.one === person.id || body.other === person.id);
      const lines: Line[] = [
        { id: person.id, at: person.at, by: person.by, words: 'Added' },
        ...(details
          ? [{ id: details.id, at: details.at, by: details.by, words: 'Family and needs written down' }]
          : []),
        ...theirs.map(({ id, by, body }) => ({ id, at: body.at, by, words: aliasWords[body.is] })),
      ];
      return { setup, lines };
    },
    [person.id, person.at, person.by],
  );
  if (!found) return null;
  const today = dayOf(Date.now());
  const away = facts.map(
    ({ id, by, body }): Line => ({
      ...{ id, by, at: body.at },
      words: body.until <= dayOf(body.at) ? 'Joins in again' : notJoiningWords(body, today),
    }),
  );
  const lines = [...found.lines, ...away].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Fold title="What was changed">
      <List>
        <Each of={lines} by={({ id }) => id}>
          {({ words, at, by }) => (
            <Item>
              <b>{words}</b> · {shortDay(dayOf(at), today)} · {nameIn(found.setup.members, by)}
            </Item>
          )}
        </Each>
      </List>
    </Fold>
  );
}
