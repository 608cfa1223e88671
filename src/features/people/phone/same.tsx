import { Link } from 'react-router';
import { readPeople } from '#db/people.ts';
import { newId, useRead } from '#db/person.ts';
import { type ShownOf, shownOf, shownOfIds } from '#db/shown.ts';
import { samePerson, takeApart, twoPeople } from '#domain/people/acts.ts';
import { sameIn } from '#domain/people/alias.ts';
import { likelyTo } from '#domain/people/likely.ts';
import { nameOf } from '#domain/people/person.ts';
import { coordinates } from '#domain/records/access.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { bandWords } from '#features/people/words.ts';
import { saySaid } from '#phone/done.ts';
import { OfPerson } from '#phone/of-person.tsx';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Buttons, Stack } from '#ui/stack.tsx';

/** A coordinator’s: who may be the same person as this one, and taking it back. Nothing is merged by itself, and nothing is lost. */
export const SamePerson = () => (
  <OfPerson title="The same person?">
    {({ person }, { rights }) =>
      coordinates(rights) ? (
        <Pairs key={person.id} person={person} />
      ) : (
        <PhonePage title="The same person?" back={(parts) => <Link to={`/people/${person.id}`} {...parts} />}>
          <Empty icon="people" title="A coordinator says who is one person">
            Tell them which two you mean.
          </Empty>
        </PhonePage>
      )
    }
  </OfPerson>
);

const offeredAtMost = 10;

function usePairs(person: ShownOf<'person'>) {
  return useRead(
    async (tx) => {
      const [people, facts, marks] = await Promise.all([readPeople(tx), shownOf(tx, 'alias'), shownOf(tx, 'mark')]);
      const { allOf, areTwo } = sameIn(facts, 'person')(person.scope);
      const cameTo = (ids: readonly string[]) =>
        new Set(
          marks.flatMap(({ body }) => (ids.includes(body.person) && body.state === 'here' ? [body.session] : [])),
        );
      const own = cameTo(allOf(person.id));
      const others = people.filter(({ id, scope }) => scope === person.scope && id !== person.id);
      const likely = likelyTo(person.body, others, dayOf(Date.now()))
        .filter(({ id }) => !areTwo(person.id, id))
        .slice(0, offeredAtMost)
        // One person is never here twice at one session.
        .filter(({ id }) => ![...cameTo(allOf(id))].some((session) => own.has(session)));
      const merged = await shownOfIds(tx, 'person', allOf(person.id));
      return { facts, likely, merged: merged.filter(({ id }) => id !== person.id) };
    },
    [person.id, person.scope, nameOf(person.body)],
  );
}

function Pairs({ person }: { person: ShownOf<'person'> }) {
  const found = usePairs(person);
  const minted = () => ({ id: newId(), at: toInstant(Date.now()) });
  const facts = found?.facts ?? [];
  const act = useOnce((words: string, say: typeof samePerson, other: ShownOf<'person'>) =>
    saySaid(words, [say('person', [person, other], facts, minted())]),
  );
  const apart = useOnce((other: ShownOf<'person'>) =>
    saySaid('Two people after all', takeApart('person', other, facts, minted)),
  );
  return (
    <PhonePage
      title="The same person?"
      subtitle={nameOf(person.body)}
      back={(parts) => <Link to={`/people/${person.id}`} {...parts} />}
      loading={found === undefined}
    >
      {found && (
        <Stack>
          {found.merged.length > 0 && <SectionTitle>One person with</SectionTitle>}
          {found.merged.map((other) => (
            <Candidate key={other.id} person={other}>
              <Button size="inline" onClick={() => void apart(other)}>
                Take it back
              </Button>
            </Candidate>
          ))}
          {found.likely.length > 0 && <SectionTitle>May be the same</SectionTitle>}
          {found.likely.map((other) => (
            <Candidate key={other.id} person={other}>
              <Button size="inline" onClick={() => void act('The same person', samePerson, other)}>
                Same person
              </Button>
              <Button size="inline" kind="quiet" onClick={() => void act('Two people', twoPeople, other)}>
                Two people
              </Button>
            </Candidate>
          ))}
          {found.likely.length + found.merged.length === 0 && (
            <Empty icon="people" title="Nobody looks the same">
              People of a like name and age are offered here.
            </Empty>
          )}
          <Remark>
            Both keep their marks, boxes and consents. Every figure counts them once, and it can be taken back.
          </Remark>
        </Stack>
      )}
    </PhonePage>
  );
}

function Candidate({ person: { body }, children }: { person: ShownOf<'person'>; children: React.ReactNode }) {
  const band = bandWords(body, dayOf(Date.now()));
  return (
    <SplitCard
      lead={<Leaf shape={body.leaf} colour={body.colour} size={32} />}
      strong={nameOf(body)}
      under={[leafName(body.leaf, body.colour), band].filter(Boolean).join(' · ')}
      action={<Buttons>{children}</Buttons>}
    />
  );
}
