import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { newId } from '#db/person.ts';
import { create, patch } from '#db/save.ts';
import styles from '#desk/desk.module.css';
import { isClosed, type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import type { Body } from '#domain/records/entry.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { changedFields, filledFields, textOf } from '#forms/fields.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Form } from '#ui/stack.tsx';

/** One park, new or known. */
export function Site() {
  const { id = 'new' } = useParams();
  const sites = useDesk().useSetUp('site');
  const known = sites.records?.find((site) => site.id === id);
  const isNew = id === 'new';
  return (
    <Screen
      title={isNew ? 'A new park' : 'Park'}
      heading={isNew ? 'A new park' : String(known?.body.name ?? 'Park')}
      back={{ to: '/desk/set-up', label: 'Set-up' }}
    >
      <div className={styles.column}>
        <AnswerState answer={{ ...sites, value: sites.records }} what="the park" />
        {sites.records && !isNew && !known && <p>There is no such park.</p>}
        {(isNew || known) && <SiteForm key={id} known={known} />}
      </div>
    </Screen>
  );
}

type Typed = { name: string; ward: string; position: string; meetingPoint: string; access: string };

const typedOf = (body: Body): Typed => ({
  name: textOf(body, 'name'),
  ward: textOf(body, 'ward'),
  position: typeof body.lat === 'number' && typeof body.lon === 'number' ? `${body.lat}, ${body.lon}` : '',
  meetingPoint: textOf(body, 'meetingPoint'),
  access: textOf(body, 'access'),
});

/** `51.4412, 0.3701` → both numbers; '' → none of them; anything else is undefined. */
export function positionIn(text: string): { lat: number | ''; lon: number | '' } | undefined {
  if (text.trim() === '') return { lat: '', lon: '' };
  const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const found = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(found.lat) <= 90 && Math.abs(found.lon) <= 180 ? found : undefined;
}

function faultsIn(typed: Typed): FieldFault[] {
  return [
    ...(typed.name.trim() === '' ? [{ fieldId: 'site-name', message: 'Give the park a name.' }] : []),
    ...(positionIn(typed.position)
      ? []
      : [{ fieldId: 'site-position', message: 'Two numbers, such as 51.4412, 0.3701.' }]),
  ];
}

function SiteForm({ known }: { known: SetUpRecord | undefined }) {
  const desk = useDesk();
  const navigate = useNavigate();
  const [id] = useState(known?.id ?? newId);
  const [typed, setTyped] = useState(() => typedOf(known?.body ?? {}));
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function put(fields: Body) {
    const said = known
      ? patch('site', id, programmeScope, changedFields(known.body, fields))
      : create('site', id, programmeScope, { ...filledFields(fields), status: 'active' });
    const problem = Object.keys(said.body).length === 0 ? null : await desk.save('The park', [said]);
    setTrouble(problem);
    if (problem === null) navigate('/desk/set-up');
  }

  function submit() {
    const found = faultsIn(typed);
    setFaults(found);
    const { position, ...rest } = typed;
    if (found.length === 0) void put({ ...rest, ...positionIn(position) });
  }

  const field = (name: keyof Typed) => ({
    id: `site-${name}`,
    value: typed[name],
    error: faults.find(({ fieldId }) => fieldId === `site-${name}`)?.message,
    onChange: (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value }),
  });
  return (
    <Form onSubmit={submit}>
      <ErrorSummary errors={faults} />
      <NotSaved trouble={trouble} />
      <TextField label="Name" {...field('name')} maxLength={200} />
      <TextField label="Ward" optional="(optional)" {...field('ward')} maxLength={200} />
      <TextField
        label="Position"
        optional="(optional)"
        hint="Paste it from a map: latitude, longitude. Phones work out the sunset from it; nobody is followed."
        {...field('position')}
      />
      <TextField label="Meeting point" optional="(optional)" {...field('meetingPoint')} maxLength={200} />
      <TextArea
        label="Access notes"
        optional="(optional)"
        hint="Gates, parking, emergency access, what to look out for"
        {...field('access')}
        maxLength={4000}
      />
      <p className={styles.buttons}>
        <Button kind="primary" type="submit">
          {known ? 'Save the park' : 'Add the park'}
        </Button>
        {known && (
          <Button onClick={() => void put({ status: isClosed(known) ? 'active' : 'closed' })}>
            {isClosed(known) ? 'Open it again' : 'Close this park'}
          </Button>
        )}
      </p>
      {known && !isClosed(known) && (
        <p className={styles.quiet}>
          A closed park is no longer offered on phones. Its sessions stay, and it can be opened again.
        </p>
      )}
    </Form>
  );
}
