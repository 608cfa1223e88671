import styles from '#desk/desk.module.css';
import { type SetUpRecord, useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { RecordHistory } from '#desk/set-up-history.tsx';
import { SavedForPhones } from '#desk/set-up-list.tsx';
import { daysBackIn, mostDaysBack } from '#domain/days-back.ts';
import { type EqualityQuestionName, equalityNames, equalityQuestion } from '#domain/equality-codes.ts';
import { equalityAsked } from '#domain/people/equality/asking.ts';
import { runsProgramme } from '#domain/records/access.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { programmeScope } from '#domain/records/scopes.ts';
import type { Faults } from '#forms/faults.ts';
import { RecordForm, useRecord } from '#forms/record.tsx';
import { Answer, Answers } from '#ui/answers.tsx';
import { Tick } from '#ui/choice.tsx';
import { NumberField, TextField } from '#ui/field.tsx';
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
      {record && <RecordHistory of={record.id} />}
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
        <Answer label="Days back that may be entered" value={daysBackIn(body)} />
        <Answer label="Equality questions" words value={askedWords(body)} />
      </Answers>
      <Remark>The programme coordinator can change this.</Remark>
    </>
  );
}

const askedWords = (body: ChangeOf<'programme'>): string =>
  equalityAsked(body)
    .map((name) => equalityQuestion(name).title)
    .join(', ') || 'None';

type AskEquality = Readonly<Record<`askEquality/${EqualityQuestionName}`, boolean>>;

type Typed = AskEquality & {
  readonly name: string;
  readonly safeguardingName: string;
  readonly safeguardingPhone: string;
  readonly privacyContact: string;
  readonly askGender: boolean;
  readonly askNewness: boolean;
  readonly daysBack: string;
};

/** One field for each equality question. */
const ofEachQuestion = <Value,>(of: (field: keyof AskEquality, name: EqualityQuestionName) => Value) =>
  Object.fromEntries(equalityNames.map((name) => [`askEquality/${name}`, of(`askEquality/${name}`, name)])) as {
    readonly [Field in keyof AskEquality]: Value; // one for each
  };

const typedOf = (body: ChangeOf<'programme'>): Typed => ({
  name: body.name ?? '',
  safeguardingName: body.safeguardingName ?? '',
  safeguardingPhone: body.safeguardingPhone ?? '',
  privacyContact: body.privacyContact ?? '',
  askGender: body.askGender === true,
  askNewness: body.askNewness === true,
  daysBack: String(daysBackIn(body)),
  ...ofEachQuestion((field) => body[field] === true),
});

const bodyOf = ({ daysBack, ...rest }: Typed) => ({ ...rest, daysBack: Number(daysBack) });

const isDaysBack = (typed: string): boolean => /^\s*\d{1,2}\s*$/.test(typed) && Number(typed) <= mostDaysBack;

const judge = ({ name, daysBack }: Typed): Faults<Typed> => ({
  name: name.trim() === '' ? 'Give the programme a name.' : undefined,
  daysBack: isDaysBack(daysBack) ? undefined : `A whole number of days, 0 to ${mostDaysBack}.`,
});

const words = {
  name: 'Name',
  safeguardingName: 'Safeguarding lead',
  safeguardingPhone: 'Their phone',
  privacyContact: 'Name, and a phone number or e-mail address',
  askGender: 'Girl or boy',
  askNewness: 'New or been before',
  daysBack: 'Days back',
  ...ofEachQuestion((_, name) => equalityQuestion(name).title),
};

function ProgrammeForm({ record }: { record: SetUpRecord<'programme'> }) {
  const { save } = useDesk();
  const one = { type: 'programme', scope: programmeScope, words: 'The programme', known: record, save } as const;
  const form = useRecord({ ...one, typedOf, bodyOf, judge });
  if (!form) return null;
  return (
    <RecordForm {...{ one, form, words }} save="Save the programme">
      <TextField label="Name" {...form.text('name')} maxLength={200} />
      <SectionTitle note="shown on every phone under Something is wrong">Safeguarding lead</SectionTitle>
      <TextField label="Name" {...form.text('safeguardingName')} maxLength={200} />
      <TextField label="Phone" type="tel" inputMode="tel" {...form.text('safeguardingPhone')} maxLength={200} />
      <SectionTitle note="is on every privacy notice">Questions and complaints about data</SectionTitle>
      <TextField label="Name, and a phone number or e-mail address" {...form.text('privacyContact')} maxLength={200} />
      <SectionTitle>What counting asks</SectionTitle>
      <Tick label="Girl or boy" hint="Only if a funder asks for it" {...form.tick('askGender')} />
      <Tick label="New or been before" {...form.tick('askNewness')} />
      <SectionTitle>Late entries</SectionTitle>
      <NumberField
        label="Days back"
        hint="How long after a session its team may still enter or change it. What comes later waits under Needs a look; a coordinator may change any day."
        {...form.text('daysBack')}
      />
      <SectionTitle note="only what a funder asks for">Equality questions</SectionTitle>
      <Remark>
        Workers ask them from somebody’s page. Nobody reads what one person answered; the report counts people of five
        and more. Ask whoever looks after data protection first.
      </Remark>
      {equalityNames.map((name) => (
        <Tick key={name} {...labelOf(name)} {...form.tick(`askEquality/${name}`)} />
      ))}
      <SavedForPhones form={form} />
    </RecordForm>
  );
}

const labelOf = (name: EqualityQuestionName) => {
  const { title: label, from } = equalityQuestion(name);
  return { label, ...(from && { hint: `Put to people of ${from} and over` }) };
};
