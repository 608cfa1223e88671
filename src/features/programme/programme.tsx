import styles from '#desk/desk.module.css';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { SavedForPhones } from '#desk/set-up-list.tsx';
import { runsProgramme } from '#domain/records/access.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { Faults } from '#forms/faults.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Tick } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';

/** The programme: its name, who to ring about a child, and what registers ask. */
export function Programme() {
  const { me, useSetUp } = useDesk();
  const programme = useSetUp('programme');
  const record = programme.records?.[0];
  return (
    <div className={styles.column}>
      <AnswerState answer={{ ...programme, value: programme.records }} what="the programme" />
      {record &&
        (runsProgramme(me.rights) ? <ProgrammeForm key={record.id} record={record} /> : <ReadOnly record={record} />)}
    </div>
  );
}

function ReadOnly({ record: { body } }: { record: SetUpRecord<'programme'> }) {
  return (
    <>
      <Answers>
        <Answer label="Programme" words value={body.name} />
        <Answer label="Safeguarding lead" words value={body.safeguardingName || 'Not set'} />
        <Answer label="Their phone" words value={body.safeguardingPhone || 'Not set'} />
        <Answer label="Questions about data" words value={body.privacyContact || 'Not set'} />
      </Answers>
      <Remark>The programme coordinator can change this.</Remark>
    </>
  );
}

type Typed = {
  readonly name: string;
  readonly safeguardingName: string;
  readonly safeguardingPhone: string;
  readonly privacyContact: string;
  readonly askGender: boolean;
  readonly askNewness: boolean;
};

const typedOf = (body: ChangeOf<'programme'>): Typed => ({
  name: body.name ?? '',
  safeguardingName: body.safeguardingName ?? '',
  safeguardingPhone: body.safeguardingPhone ?? '',
  privacyContact: body.privacyContact ?? '',
  askGender: body.askGender === true,
  askNewness: body.askNewness === true,
});

const judge = ({ name }: Typed): Faults<Typed> => ({
  name: name.trim() === '' ? 'Give the programme a name.' : undefined,
});

const words = {
  name: 'Name',
  safeguardingName: 'Safeguarding lead',
  safeguardingPhone: 'Their phone',
  privacyContact: 'Name, and a phone number or e-mail address',
  askGender: 'Girl or boy',
  askNewness: 'New or been before',
};

function ProgrammeForm({ record }: { record: SetUpRecord<'programme'> }) {
  const { save } = useDesk();
  const one = { type: 'programme', scope: programmeScope, words: 'The programme', known: record, save } as const;
  const form = useRecord({ ...one, typedOf, bodyOf: (typed) => typed, judge });
  if (!form) return null;
  return (
    <RecordForm {...{ one, form, words }} save="Save the programme">
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <SectionTitle note="shown on every phone under Something is wrong">Safeguarding lead</SectionTitle>
      <TextField label="Name" {...form.text('safeguardingName')} maxLength={200} />
      <TextField label="Phone" type="tel" inputMode="tel" {...form.text('safeguardingPhone')} maxLength={200} />
      <SectionTitle note="stands on every privacy notice">Questions and complaints about data</SectionTitle>
      <TextField label="Name, and a phone number or e-mail address" {...form.text('privacyContact')} maxLength={200} />
      <SectionTitle>What counting asks</SectionTitle>
      <Tick label="Girl or boy" hint="Only if a funder asks for it" {...form.tick('askGender')} />
      <Tick label="New or been before" {...form.tick('askNewness')} />
      <SavedForPhones form={form} />
    </RecordForm>
  );
}
