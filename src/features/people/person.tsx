import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useOne, useRead } from '#db/person.ts';
import { nameIn, readSetup, useSetup } from '#db/setup.ts';
import { type Shown, shownOf } from '#db/shown.ts';
import { ageBands, genders, wordsOf } from '#domain/codes.ts';
import { badgeName, bandOn, nameOf } from '#domain/people/person.ts';
import { volunteersOnly } from '#domain/records/access.ts';
import { presences, toMark } from '#domain/sessions/register.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { Button } from '#ui/button.tsx';
import { Item, List } from '#ui/card.tsx';
import { Each } from '#ui/each.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Form, Line, Stack } from '#ui/stack.tsx';
import { badgeHint, editPerson, problemWithName } from './actions.ts';

/** One young person: their badge, what they were given, and the sessions they came to. */
export function Person({ boxes }: { boxes: (person: string) => React.ReactNode }) {
  const { id = '' } = useParams();
  const person = useOne(id);
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
    <PhonePage title={nameOf(body)} subtitle={leafName(Number(body.leaf), Number(body.colour))} back={back}>
      <Stack>
        <Line>
          <Leaf shape={Number(body.leaf)} colour={Number(body.colour)} size={48} />
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

function EditBadge({ person }: { person: Shown }) {
  const [called, setCalled] = useState(nameOf(person.body));
  const [band, setBand] = useState(bandOn(dayOf(Date.now()), person.body));
  const [gender, setGender] = useState(String(person.body.gender ?? ''));
  const [saved, setSaved] = useState(false);
  // A name of before may be longer than a badge now takes; left as it is, it is no fault of today's.
  const isRenamed = called !== nameOf(person.body);
  const problem = isRenamed ? problemWithName(called) : undefined;
  async function save() {
    if (problem) return document.getElementById('called')?.focus();
    const { knownAs, initial } = badgeName(called);
    const body = {
      ...(isRenamed && { knownAs, initial }),
      ...(band !== bandOn(dayOf(Date.now()), person.body) && {
        ageBand: band,
        ageBandOn: dayOf(Date.now()),
        yearOfBirth: null,
      }),
      ...(gender !== String(person.body.gender ?? '') && { gender: gender || null }),
    };
    const isSaved = await attempt(called, () => editPerson(person, body));
    setSaved(isSaved);
    if (isSaved && isRenamed) setCalled(nameOf({ knownAs, initial }));
  }
  return (
    <Form onSubmit={save}>
      <TextField
        id="called"
        label="What are they called?"
        hint={isRenamed ? badgeHint(called) : undefined}
        value={called}
        onChange={(event) => {
          setCalled(event.target.value);
          setSaved(false);
        }}
        error={problem}
      />
      <SelectField label="Age" value={band} onChange={(event) => setBand(event.target.value as typeof band)}>
        {ageBands.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <SelectField label="Gender" value={gender} onChange={(event) => setGender(event.target.value)}>
        <option value="">Not asked</option>
        {genders.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <Button type="submit" wide>
        {saved ? 'Saved on this phone' : 'Save'}
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
          .map((row) => ({ session: String(row.body.session), mark: toMark(row) }))
          .filter(({ mark }) => mark.person === person),
        ({ session }) => session,
      );
      const came = [...own]
        .filter(([, each]) => presences(each.map(({ mark }) => mark)).get(person)?.state !== 'removed')
        .map(([session]) => session);
      return sessions
        .filter(({ id }) => came.includes(id))
        .sort((a, b) => (String(a.body.day) < String(b.body.day) ? 1 : -1))
        .map((session) => ({
          id: session.id,
          words: `${shortDay(String(session.body.day), dayOf(Date.now()))}, ${nameIn(setup.sites, session.body.site)}`,
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
