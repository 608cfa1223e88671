import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { Records } from '#desk/records.tsx';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { needsName } from './needs-name.ts';

/** Who else can help: where a team sends somebody it cannot help itself. */
export function Agencies() {
  return (
    <Records
      of={useDesk().useSetUp('agency')}
      noun="agency"
      plural="agencies"
      one="An agency"
      under={({ body }) => [body.helpsWith, body.phone].filter(Boolean).join(' · ')}
      form={(known, onDone) => <AgencyForm known={known} onDone={onDone} />}
      empty="Add who else can help: a food bank, a counsellor, housing advice."
    />
  );
}

const typedOf = ({ name = '', helpsWith, phone, hours, notes }: ChangeOf<'agency'>) => ({
  ...{ name, helpsWith: helpsWith ?? '', phone: phone ?? '' },
  ...{ hours: hours ?? '', notes: notes ?? '' },
});

const words = {
  name: 'Name',
  helpsWith: 'What they help with',
  phone: 'Phone',
  hours: 'When they are there',
  notes: 'Notes',
};

function AgencyForm({ known, onDone }: { known: SetUpRecord<'agency'> | undefined; onDone: () => void }) {
  const { save } = useDesk();
  const one = { type: 'agency', scope: programmeScope, words: 'The agency', known, save, onSaved: onDone } as const;
  const form = useRecord({ ...one, typedOf, bodyOf: (typed) => typed, judge: needsName });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form, words }}
      wide
      closing={{ close: 'Close this agency', meaning: 'A closed agency is no longer offered on phones.' }}
    >
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <TextField
        label="What they help with"
        optional="(optional)"
        hint="Such as: food, housing, somebody to talk to"
        {...form.text('helpsWith')}
        maxLength={200}
      />
      <TextField
        label="Phone"
        optional="(optional)"
        type="tel"
        inputMode="tel"
        {...form.text('phone')}
        maxLength={200}
      />
      <TextField label="When they are there" optional="(optional)" {...form.text('hours')} maxLength={200} />
      <TextArea label="Notes" optional="(optional)" {...form.text('notes')} maxLength={4000} />
    </RecordForm>
  );
}
