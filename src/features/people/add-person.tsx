import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { attempt } from '#db/attempt.ts';
import { useDrafted } from '#db/draft.ts';
import { useOne, useShown } from '#db/person.ts';
import type { Saying } from '#db/save.ts';
import { nameIn, useSetup } from '#db/setup.ts';
import type { Shown } from '#db/shown.ts';
import { ageBands, genders, wordsOf } from '#domain/codes.ts';
import { badgeName, bandOn, nameOf } from '#domain/people/person.ts';
import { findNames, indexNames } from '#domain/people/search.ts';
import { Button } from '#ui/button.tsx';
import { SplitCard } from '#ui/card.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { NumberField, SelectField, TextField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';
import { type Adding, badge, badgeHint, problemsWith } from './actions.ts';

export type AddPersonProps = {
  /** What was typed into the search. */
  readonly carried: string;
  /** Marks somebody here in the same save as their badge. */
  readonly mark: (session: Shown, person: string, also: readonly Saying[]) => Promise<void>;
};

const empty: Adding = { called: '', age: '', gender: '' };

/** Adding somebody in one screen, and marking them here. What they are called comes first. */
export function AddPerson({ carried, mark }: AddPersonProps) {
  const { id = '' } = useParams();
  const session = useOne(id);
  const setup = useSetup();
  const { fields, change, done } = useDrafted<Adding>(`add:${id}`, { ...empty, called: carried }, carried !== '');
  const [faults, setFaults] = useState<ReturnType<typeof problemsWith>>({});
  const navigate = useNavigate();
  const once = useOnce((work: () => Promise<unknown>) => work());
  if (!session || !fields || !setup) return <PhonePage title="Add someone" loading />;
  const back = `/s/${id}`;
  async function save() {
    if (!session || !fields) return;
    const problems = problemsWith(fields);
    setFaults(problems);
    if (Object.keys(problems).length > 0) return;
    const { id: person, saying } = badge(fields, session.scope, session.body.site);
    const saved = await attempt(fields.called, () => mark(session, person, [saying]));
    if (!saved) return;
    await done();
    navigate(back, { replace: true });
  }

  async function same(person: Shown) {
    if (session) await attempt(nameOf(person.body), () => mark(session, person.id, []));
    await done();
    navigate(back, { replace: true });
  }

  return (
    <PhonePage
      title="Add someone"
      subtitle={nameIn(setup.sites, session.body.site)}
      back={(parts) => <Link to={back} onClick={() => void done()} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void once(save)}>
            Save and mark here
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={() => once(save)}>
        <ErrorSummary
          errors={Object.entries(faults).map(([field, message]) => ({ fieldId: `add-${field}`, message }))}
        />
        <TextField
          id="add-called"
          label="What are they called?"
          hint={badgeHint(fields.called)}
          value={fields.called}
          onChange={(event) => change({ called: event.target.value })}
          error={faults.called}
          autoCapitalize="words"
        />
        <Alike
          typed={fields.called}
          scope={session.scope}
          day={String(session.body.day)}
          onSame={(person) => void once(() => same(person))}
        />
        <NumberField
          id="add-age"
          label="How old?"
          optional="(optional)"
          hint="Kept as an age band, not as a birthday"
          value={fields.age}
          onChange={(event) => change({ age: event.target.value })}
          error={faults.age}
        />
        {setup.programme?.body.askGender === true && (
          <GenderField value={fields.gender} onChange={(gender) => change({ gender })} />
        )}
      </Form>
    </PhonePage>
  );
}

/** People already known who may be the one being added: two of the same name are told apart by their markers. */
function Alike({
  typed,
  scope,
  day,
  onSame,
}: {
  typed: string;
  scope: string;
  day: string;
  onSame: (person: Shown) => void;
}) {
  const people = useShown('person');
  const [called = ''] = badgeName(typed).knownAs.split(' ');
  if (!people || called.length < 3) return null;
  const own = people.filter((person) => person.scope === scope);
  return findNames(
    indexNames(own, ({ body }) => nameOf(body)),
    called,
  )
    .slice(0, 3)
    .map((person) => {
      const band = bandOn(day, person.body);
      return (
        <SplitCard
          key={person.id}
          kind="info"
          lead={<Leaf shape={Number(person.body.leaf)} colour={Number(person.body.colour)} size={32} />}
          over="Someone we know?"
          strong={nameOf(person.body)}
          under={`${leafName(Number(person.body.leaf), Number(person.body.colour))}${band === 'NK' ? '' : ` · ${wordsOf(ageBands, band)}`}`}
          action={
            <Button size="inline" onClick={() => onSame(person)}>
              Same person
            </Button>
          }
        />
      );
    });
}

function GenderField({ value, onChange }: { value: string; onChange: (gender: string) => void }) {
  return (
    <SelectField label="Gender" optional="(optional)" value={value} onChange={(event) => onChange(event.target.value)}>
      <option value="">Not asked</option>
      {genders.map(([code, words]) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
