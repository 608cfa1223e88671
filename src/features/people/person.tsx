import { Link, useParams } from 'react-router';
import { useOne, useRead } from '#db/person.ts';
import { nameIn, readSetup, useSetup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { type AgeBand, ageBands, genders, wordsOf } from '#domain/codes.ts';
import { bandOn, nameOf } from '#domain/people/person.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { presences, toMark } from '#domain/sessions/register.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Form, useForm } from '#forms/form.tsx';
import { keepHere } from '#phone/save.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line, Stack } from '#ui/stack.tsx';
import { type BadgeFields, badgeHint, badgeOf, changeBadge, problemWithName } from './actions.ts';
import { GenderField } from './gender-field.tsx';

/** One young person: their badge, what they were given, and the sessions they came to. */
export function Person({ boxes }: { boxes: (person: string) => React.ReactNode }) {
  const { id = '' } = useParams();
  const person = useOne('person', id);
  const setup = useSetup();
  const back = (parts: { className: string | undefined; children: React.ReactNode }) => (
    <Link to="/people" {...parts} />
  );
  if (person === undefined || !setup) return <PhonePage title="Person" back={back} loading />;
  if (person === null)
    return (
      <PhonePage title="Person" back={back}>
        <Empty icon="people" title="Not yet known here">
          They arrive with signal.
        </Empty>
      </PhonePage>
    );
  const { body } = person;
  return (
    <PhonePage title={nameOf(body)} subtitle={leafName(body.leaf, body.colour)} back={back}>
      <Stack>
        <Line>
          <Leaf shape={body.leaf} colour={body.colour} size={48} />
          {wordsOf(ageBands, bandOn(dayOf(Date.now()), body))}
        </Line>
        {!volunteersOnly(setup.rights) && <EditBadge key={id} person={person} />}
        {boxes(id)}
        <SectionTitle>Came to</SectionTitle>
        <History person={id} />
      </Stack>
    </PhonePage>
  );
}

const words = {
  called: 'What they are called',
  band: (band: AgeBand) => `Age: ${wordsOf(ageBands, band)}`,
  gender: (gender: string) => `Gender: ${gender === '' ? 'not asked' : wordsOf(genders, gender)}`,
};

function EditBadge({ person }: { person: ShownOf<'person'> }) {
  const now = badgeOf(person, dayOf(Date.now()));
  const form = useForm<BadgeFields>({
    changes: true,
    name: `person ${person.id}`,
    now,
    // A name of before may be longer than a badge now takes; left as it is, it is no fault of today's.
    judge: ({ called }) => ({ called: called === now.called ? undefined : problemWithName(called) }),
    save: (badge, { opened }) => keepHere(badge.called, () => changeBadge(person, opened, badge)),
  });
  if (!form) return null;
  const { called } = form.values;
  return (
    <Form form={form} words={words}>
      <TextField
        label="What are they called?"
        hint={called === now.called ? undefined : badgeHint(called)}
        {...form.text('called')}
      />
      <SelectField label="Age" {...form.text('band')}>
        {ageBands.map(([code, band]) => (
          <option key={code} value={code}>
            {band}
          </option>
        ))}
      </SelectField>
      <GenderField {...form.text('gender')} />
      <Button type="submit" wide>
        {form.isSaved ? 'Saved on this phone' : 'Save'}
      </Button>
    </Form>
  );
}

/** Sessions are found by opening the partner's marks once; they are not kept in the clear by person. */
function History({ person }: { person: string }) {
  const found = useRead(
    async (tx) => {
      const [setup, marks, sessions] = await Promise.all([readSetup(tx), shownOf(tx, 'mark'), shownOf(tx, 'session')]);
      const own = Map.groupBy(
        marks
          .map((row) => ({ session: row.body.session, mark: toMark(row) }))
          .filter(({ mark }) => mark.person === person),
        ({ session }) => session,
      );
      const came = [...own]
        .filter(([, each]) => presences(each.map(({ mark }) => mark)).get(person)?.state !== 'removed')
        .map(([session]) => session);
      return sessions
        .filter(({ id }) => came.includes(id))
        .sort((a, b) => (a.body.day < b.body.day ? 1 : -1))
        .map((session) => ({
          id: session.id,
          words: `${shortDay(session.body.day, dayOf(Date.now()))}, ${nameIn(setup.sites, session.body.site)}`,
        }));
    },
    [person],
  );
  if (!found) return null;
  if (found.length === 0) return <Remark>To no session that this phone knows.</Remark>;
  return (
    <List>
      <Each of={found} by={({ id }) => id}>
        {({ id, words }) => (
          <Item icon="calendar" calm link={(parts) => <Link to={`/s/${id}`} {...parts} />}>
            {words}
          </Item>
        )}
      </Each>
    </List>
  );
}
