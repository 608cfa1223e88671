import { newId, openPerson } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { gillickNote } from '#domain/people/consents/acts.ts';
import { nameOf } from '#domain/people/person.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { Moment } from '#features/consent/queries.ts';
import { purposeWords } from '#features/consent/words.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { type Deciding, idsFrom } from './decide.ts';
import { noWhy, WhyFields, type WhyTyped, whyFaults, whyOf } from './why.tsx';

/** Whether somebody under 16 understands one purpose well enough to decide for themselves: four plain questions, two workers. */

type YesNo = 'yes' | 'no' | '';
/** What stands in the form. */
export type GillickTyped = WhyTyped & {
  readonly purpose: Purpose | '';
  readonly what: YesNo;
  readonly whatFor: YesNo;
  readonly wrong: YesNo;
  readonly no: YesNo;
  readonly second: string;
};

const questions = [
  ['what', 'Can they say in their own words what it is?'],
  ['whatFor', 'Can they say what it is for?'],
  ['wrong', 'Can they say what could go wrong?'],
  ['no', 'Do they know what saying no means?'],
] as const;

type GillickOptions = Deciding & {
  readonly person: ShownOf<'person'>;
  readonly moment: Moment;
};

/** Undefined while the draft is read. */
export function useGillick({ person, moment, save, onSaved }: GillickOptions): FormState<GillickTyped> | undefined {
  return useForm<GillickTyped>({
    name: `gillick ${person.id}`,
    now: { ...noWhy, purpose: '', what: '', whatFor: '', wrong: '', no: '', second: '' },
    judge: (typed) => ({
      ...whyFaults(typed),
      purpose: typed.purpose === '' ? 'Choose what it is about.' : undefined,
      ...Object.fromEntries(
        questions.map(([field]) => [field, typed[field] === '' ? 'Ask, and choose yes or no.' : undefined]),
      ),
      second: typed.second === '' ? 'Choose the second worker.' : undefined,
    }),
    save: (typed, { id }) => {
      const { purpose, what, whatFor, wrong, no, second } = typed;
      if (purpose === '') return Promise.resolve('Choose what it is about.');
      const understood = { what: what === 'yes', why: whatFor === 'yes', wrong: wrong === 'yes', no: no === 'yes' };
      const worker = openPerson().profile.member;
      const at = { at: moment.now, day: moment.day, newId: idsFrom(id, newId) };
      return save('A note', id, gillickNote(person, purpose, understood, { worker, second }, whyOf(typed), at));
    },
    onSaved,
  });
}

type FieldsProps = {
  readonly form: FormState<GillickTyped>;
  readonly person: ShownOf<'person'>;
  /** What the wording lets a note answer. */
  readonly allowed: readonly Purpose[];
  readonly team: readonly ShownOf<'member'>[];
};

/** Its fields. */
export function GillickFields({ form, person, allowed, team }: FieldsProps) {
  return (
    <>
      <Remark>Ask {nameOf(person.body)} away from others, about one thing only. They may stop at any time.</Remark>
      <SelectField label="About what?" {...form.text('purpose')}>
        <option value="" />
        {allowed.map((purpose) => (
          <option key={purpose} value={purpose}>
            {purposeWords(purpose)}
          </option>
        ))}
      </SelectField>
      {questions.map(([field, legend]) => (
        <Choice
          key={field}
          legend={legend}
          tile="6rem"
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
          {...form.choice(field)}
          value={form.values[field] === '' ? undefined : form.values[field]}
        />
      ))}
      <SelectField label="Who else heard it?" {...form.text('second')}>
        <option value="" />
        {team.map(({ id, body }) => (
          <option key={id} value={id}>
            {body.name}
          </option>
        ))}
      </SelectField>
      <WhyFields form={form} />
    </>
  );
}
