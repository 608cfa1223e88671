import { addGuardian } from '#domain/people/acts.ts';
import type { Grownup } from '#domain/people/family.ts';
import { phonesIn, tidyPhone } from '#domain/people/phones.ts';
import { type Relationship, type Responsibility, relationships, responsibilities } from '#domain/people-codes.ts';
import type { BodyOf, ChangeOf } from '#domain/records/body.ts';
import { patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, privateScope } from '#domain/records/scopes.ts';
import { languageWords, spoken } from '#features/people/words.ts';
import type { Faults } from '#forms/faults.ts';
import { changedFields, filledFields } from '#forms/fields.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { phoneFault } from './contacts.tsx';
import { changes, type PersonPart } from './door.ts';

/** A parent or carer: who they are to this child, and how they are reached. Typed once, and shared by brothers and sisters. */

type Guardian = {
  /** One that another child has already; empty for somebody new. */
  readonly chosen: string;
  readonly name: string;
  readonly phone: string;
  readonly otherPhone: string;
  readonly language: string;
  readonly is: Relationship | '';
  readonly responsibility: Responsibility | '';
  /** They are called before everybody else. */
  readonly first: boolean;
};

type Link = NonNullable<BodyOf<'details'>[`guardian/${string}`]>;

const none: Guardian = {
  ...{ chosen: '', name: '', phone: '', otherPhone: '', language: '' },
  ...{ is: '', responsibility: '', first: false },
};

const guardianNow = (known: Grownup | undefined, isFirst: boolean): Guardian =>
  known === undefined
    ? { ...none, first: isFirst }
    : {
        chosen: '',
        name: known.name,
        phone: tidyPhone(known.phone),
        otherPhone: tidyPhone(known.otherPhone),
        language: known.language,
        is: known.is,
        responsibility: known.responsibility ?? '',
        first: isFirst,
      };

function guardianFaults({ chosen, name, phone, otherPhone, is, responsibility }: Guardian): Faults<Guardian> {
  const isNew = chosen === '';
  return {
    name: isNew && name.trim() === '' ? 'Write their name.' : undefined,
    // A grown-up without a telephone is a grown-up; one that cannot be rung is a slip.
    phone: isNew && phone.trim() !== '' ? phoneFault(phone) : undefined,
    otherPhone: isNew && otherPhone.trim() !== '' ? phoneFault(otherPhone) : undefined,
    is: is === '' ? 'Choose who they are to the child.' : undefined,
    responsibility: responsibility === '' ? 'Ask them, and choose. Not sure is an answer.' : undefined,
  };
}

const bodyOf = ({ name, phone, otherPhone, language }: Guardian) => ({
  ...{ name, language },
  ...{ phone: tidyPhone(phone), otherPhone: tidyPhone(otherPhone) },
});

/** Whoever is called first has 1; the others keep their order after them. */
export function linksOf(
  others: readonly Grownup[],
  { id, links }: Pick<Grownup, 'id' | 'links'>,
  link: Omit<Link, 'call'>,
  first: boolean,
): ChangeOf<'details'> {
  const inOrder = first ? [id, ...others.map((each) => each.id)] : [...others.map((each) => each.id), id];
  const call = (each: string) => inOrder.indexOf(each) + 1;
  const moved = others.filter((each) => each.call !== call(each.id));
  return Object.fromEntries([
    ...links.map((each) => [`guardian/${each}`, { ...link, call: call(id) }]),
    ...moved.flatMap(({ id: other, is, responsibility, links: theirs }) =>
      theirs.map((each) => [`guardian/${each}`, { is, ...(responsibility && { responsibility }), call: call(other) }]),
    ),
  ]);
}

type GuardianPart = PersonPart & {
  readonly grownups: readonly Grownup[];
  /** Undefined for somebody new. */
  readonly known: Grownup | undefined;
};

/** Undefined while the draft is read. */
export function useGuardian({ save, onSaved, grownups, known, ...of }: GuardianPart): FormState<Guardian> | undefined {
  const others = grownups.filter(({ id }) => id !== known?.id);
  const isFirst = known ? grownups[0]?.id === known.id : grownups.length === 0;
  const { person } = of;
  return useForm<Guardian>({
    ...(known && { changes: true }),
    name: `guardian ${person.id} ${known?.id ?? 'new'}`,
    now: guardianNow(known, isFirst),
    judge: guardianFaults,
    save: (typed, { id: minted, opened }) => {
      const { chosen, is, responsibility, first } = typed;
      if (is === '' || responsibility === '') return Promise.resolve('Choose who they are to the child.');
      const id = known?.id ?? (chosen || minted);
      const link = linksOf(others, { id, links: known?.links ?? [id] }, { is, responsibility }, first);
      const isSameLink = known?.is === is && known.responsibility === responsibility && first === opened.first;
      const sayings: Saying[] = [
        ...guardianSaid(of, { id, isKnown: known !== undefined || chosen !== '' }, chosen ? opened : typed, opened),
        ...changes(of, {}, isSameLink ? {} : link),
      ];
      return sayings.length === 0 ? Promise.resolve(null) : save(typed.name || 'Parent or carer', sayings);
    },
    onSaved,
  });
}

/** The grown-up’s own record: made, or only what was changed of it. One that was chosen stays as it is. */
function guardianSaid(
  { person }: Pick<PersonPart, 'person'>,
  { id, isKnown }: { readonly id: string; readonly isKnown: boolean },
  typed: Guardian,
  opened: Guardian,
): Saying[] {
  if (!isKnown) {
    const { name, ...rest } = filledFields(bodyOf(typed));
    return [addGuardian(person, id, { ...rest, name: String(name), status: 'active' })];
  }
  const changed = changedFields(filledFields(bodyOf(opened)), bodyOf(typed));
  const scope = privateScope(partnerOf(person.scope) ?? '');
  return Object.keys(changed).length === 0 ? [] : [patch('guardian', id, scope, changed)];
}

/** They answer for this child no longer; their record stays, for brothers and sisters. */
export const withoutGuardian = (of: Pick<PersonPart, 'person' | 'details' | 'isKnown'>, { links }: Grownup): Saying[] =>
  changes(of, {}, Object.fromEntries(links.map((id) => [`guardian/${id}`, null])));

export const guardianWords = {
  chosen: () => '',
  name: 'Name',
  phone: 'Telephone',
  otherPhone: 'Another telephone',
  language: (code: string) => `Language: ${code ? languageWords(code) : 'not asked'}`,
  is: (is: string) => `Who they are: ${relationships.find(([code]) => code === is)?.[1] ?? 'not asked'}`,
  responsibility: (said: string) => `Parental responsibility: ${said || 'not asked'}`,
  first: (first: boolean) => (first ? 'Called first' : 'Not called first'),
};

type FieldsProps = {
  readonly form: FormState<Guardian>;
  /** What the child is called. */
  readonly child: string;
  /** Under the name: those whom another child has already. */
  readonly alike?: React.ReactNode;
};

export function GuardianFields({ form, child, alike }: FieldsProps) {
  const { values } = form;
  return (
    <>
      {values.chosen === '' && <OwnFields form={form} alike={alike} />}
      {values.chosen !== '' && alike}
      <SelectField label={`Who are they to ${child}?`} {...form.text('is')}>
        <option value="">Choose</option>
        {relationships.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <Choice
        legend={`Do they have parental responsibility for ${child}?`}
        hint="A mother has it. A father has it where he is married to her or is on the birth certificate. Ask; do not guess."
        tile="6rem"
        options={responsibilities.map(([value, label]) => ({ value, label }))}
        {...form.choice('responsibility')}
        value={values.responsibility === '' ? undefined : values.responsibility}
      />
      <Tick label="Call them first" {...form.tick('first')} />
    </>
  );
}

function OwnFields({ form, alike }: { form: FormState<Guardian>; alike: React.ReactNode }) {
  const shown = tidyPhone(form.values.phone);
  const isTidied = shown !== form.values.phone.trim() && phonesIn(shown).length > 0;
  return (
    <>
      <TextField label="Their name" autoCapitalize="words" {...form.text('name')} />
      {alike}
      <TextField
        label="Telephone"
        inputMode="tel"
        hint={isTidied ? `Kept as ${shown}` : 'With or without spaces'}
        {...form.text('phone')}
      />
      <TextField label="Another telephone" optional="(optional)" inputMode="tel" {...form.text('otherPhone')} />
      <SelectField label="Language they read" optional="(optional)" {...form.text('language')}>
        <option value="">Not asked</option>
        {spoken.map((code) => (
          <option key={code} value={code}>
            {languageWords(code)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
