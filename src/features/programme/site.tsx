import { useNavigate, useParams } from 'react-router';
import styles from '#desk/desk.module.css';
import { type SetUpRecord, sameName, useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { RecordHistory } from '#desk/set-up-history.tsx';
import type { ChangeOf } from '#domain/records/body.ts';
import { isClosed } from '#domain/records/row.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { Faults } from '#forms/faults.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { useHeldByPark } from './holding.ts';

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
        {known && <RecordHistory of={known.id} />}
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
  const { save, useSetUp } = useDesk();
  const holds = useHeldByPark(known);
  const others = (useSetUp('site').records ?? []).filter(({ id }) => id !== known?.id);
  const navigate = useNavigate();
  const leave = () => void navigate('/desk/set-up');
  const one = { type: 'site', scope: programmeScope, words: 'The park', known, save, onSaved: leave } as const;
  const form = useRecord({ ...one, typedOf, bodyOf, judge });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form, words }}
      add="Add the park"
      save="Save the park"
      closing={{
        holds,
        close: 'Close this park',
        meaning: 'A closed park is no longer offered on phones. Its sessions stay, and it can be opened again.',
      }}
    >
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <SameName name={form.values.name} others={others} />
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
    </RecordForm>
  );
}

/** Two parks of one name are two parks: they are told apart by ward, or by where people meet. */
function SameName({ name, others }: { name: string; others: readonly SetUpRecord<'site'>[] }) {
  const same = others.filter(({ body }) => name.trim() !== '' && sameName(body.name) === sameName(name));
  const [first] = same;
  return (
    <div aria-live="polite">
      {first && (
        <Notice kind="warn" title={`There is a ${first.body.name} already`}>
          {[first.body.ward, first.body.meetingPoint, isClosed(first) && 'closed'].filter(Boolean).join(' · ')} If this
          is another park, write down its ward or meeting point: lists show it beside the name.
        </Notice>
      )}
    </div>
  );
}
