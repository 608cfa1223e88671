import { useNavigate, useParams } from 'react-router';
import styles from '#desk/desk.module.css';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import type { ChangeOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/records.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { Faults } from '#forms/faults.ts';
import { Form } from '#forms/form.tsx';
import { useClosing, useRecord } from '#forms/record.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea, TextField } from '#ui/field.tsx';

/** One park, new or known. */
export function Site() {
  const { id = 'new' } = useParams();
  const sites = useDesk().useSetUp('site');
  const known = sites.records?.find((site) => site.id === id);
  const isNew = id === 'new';
  return (
    <Screen
      title={isNew ? 'A new park' : 'Park'}
      heading={isNew ? 'A new park' : (known?.body.name ?? 'Park')}
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

type Typed = {
  readonly name: string;
  readonly ward: string;
  readonly position: string;
  readonly meetingPoint: string;
  readonly access: string;
};

const typedOf = (body: ChangeOf<'site'>): Typed => ({
  name: body.name ?? '',
  ward: body.ward ?? '',
  position: typeof body.lat === 'number' && typeof body.lon === 'number' ? `${body.lat}, ${body.lon}` : '',
  meetingPoint: body.meetingPoint ?? '',
  access: body.access ?? '',
});

const bodyOf = ({ position, ...rest }: Typed) => ({ ...rest, ...positionIn(position) });

/** `51.4412, 0.3701` → both numbers; '' → none of them; anything else is undefined. */
export function positionIn(text: string): { lat: number | ''; lon: number | '' } | undefined {
  if (text.trim() === '') return { lat: '', lon: '' };
  const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  const found = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(found.lat) <= 90 && Math.abs(found.lon) <= 180 ? found : undefined;
}

const judge = ({ name, position }: Typed): Faults<Typed> => ({
  name: name.trim() === '' ? 'Give the park a name.' : undefined,
  position: positionIn(position) ? undefined : 'Two numbers, such as 51.4412, 0.3701.',
});

const words = {
  name: 'Name',
  ward: 'Ward',
  position: 'Position',
  meetingPoint: 'Meeting point',
  access: 'Access notes',
};

function SiteForm({ known }: { known: SetUpRecord<'site'> | undefined }) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const leave = () => void navigate('/desk/set-up');
  const park = { type: 'site' as const, scope: programmeScope, words: 'The park', known, save, onSaved: leave };
  const form = useRecord<'site', Typed>({ ...park, typedOf, bodyOf, judge });
  const closing = useClosing(park);
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      {closing.trouble}
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <TextField label="Ward" optional="(optional)" {...form.text('ward')} maxLength={200} />
      <TextField
        label="Position"
        optional="(optional)"
        hint="Paste it from a map: latitude, longitude. Phones work out the sunset from it; nobody is followed."
        {...form.text('position')}
      />
      <TextField label="Meeting point" optional="(optional)" {...form.text('meetingPoint')} maxLength={200} />
      <TextArea
        label="Access notes"
        optional="(optional)"
        hint="Gates, parking, emergency access, what to look out for"
        {...form.text('access')}
        maxLength={4000}
      />
      <p className={styles.buttons}>
        <Button kind="primary" type="submit">
          {known ? 'Save the park' : 'Add the park'}
        </Button>
        {known && (
          <Button onClick={() => void closing.turn()}>{isClosed(known) ? 'Open it again' : 'Close this park'}</Button>
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
