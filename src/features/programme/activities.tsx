import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { Records } from '#desk/records.tsx';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { useHeldByActivity } from './holding.ts';
import { needsName } from './needs-name.ts';

/** What is on: football, street dance. */
export function Activities() {
  return (
    <Records
      of={useDesk().useSetUp('activity')}
      noun="activity"
      plural="activities"
      one="An activity"
      under={({ body }) => (body.contactSport === true ? 'Contact sport' : '')}
      form={(known, onDone) => <ActivityForm known={known} onDone={onDone} />}
      empty="Add what you offer in the parks."
    />
  );
}

const typedOf = ({ name = '', contactSport }: ChangeOf<'activity'>) => ({ name, contactSport: contactSport === true });

type ActivityFormProps = { readonly known: SetUpRecord<'activity'> | undefined; readonly onDone: () => void };

function ActivityForm({ known, onDone }: ActivityFormProps) {
  const { save } = useDesk();
  const holds = useHeldByActivity(known);
  const one = { type: 'activity', scope: programmeScope, words: 'The activity', known, save, onSaved: onDone } as const;
  const form = useRecord({ ...one, typedOf, bodyOf: (typed) => typed, judge: needsName });
  if (!form) return null;
  return (
    <RecordForm
      {...{ one, form }}
      wide
      words={{ name: 'Name', contactSport: 'Contact sport' }}
      closing={{
        holds,
        close: 'Close this activity',
        meaning: 'A closed activity is no longer offered on phones. Sessions that had it keep it.',
      }}
    >
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <Tick label="Contact sport" hint="Boxing, MMA: it will need its own permission" {...form.tick('contactSport')} />
    </RecordForm>
  );
}
