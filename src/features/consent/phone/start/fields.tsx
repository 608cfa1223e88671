import { Link } from 'react-router';
import { wordsOf } from '#domain/codes.ts';
import { ageOn } from '#domain/people/consents/ages.ts';
import { nameOf } from '#domain/people/person.ts';
import { languagesOn } from '#domain/people/wordings/versions.ts';
import { languages, type Purpose, relationships } from '#domain/people-codes.ts';
import styles from '#features/consent/phone/consent.module.css';
import { PurposeDrawing } from '#features/consent/pictogram.tsx';
import { asksIn } from '#features/consent/sitting-of.ts';
import { purposesInWords, purposeWords } from '#features/consent/words.ts';
import type { FormState } from '#forms/form.tsx';
import { buttonClass } from '#ui/button.tsx';
import { Choice, Tick, Ticks } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Leaf, leafName } from '#ui/leaf.tsx';
import { Notice } from '#ui/notice.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import { Line } from '#ui/stack.tsx';
import { childrenOf, mayAnswerThemselves, siblingsFor } from './choices.ts';
import type { StartKnown } from './known.ts';
import type { StartTyped } from './start.tsx';

type FieldsProps = {
  readonly form: FormState<StartTyped>;
  readonly known: StartKnown;
  /** What they will be asked. */
  readonly asked: readonly Purpose[];
};

/** The questions before a sitting. */
export function StartFields({ form, known, asked }: FieldsProps) {
  const { values } = form;
  return (
    <>
      <ForWhom form={form} known={known} asked={asked} />
      <WhoIsHere form={form} known={known} asked={asked} />
      <HowAndBeside form={form} known={known} asked={asked} />
      <Interprets form={form} known={known} asked={asked} />
      <WillBeAsked form={form} known={known} asked={asked} />
      {values.giver !== '' && (
        <Tick
          label="They want to change an answer"
          hint="Everything is asked, not only what is due."
          {...form.tick('all')}
        />
      )}
    </>
  );
}

function ForWhom({ form, known }: FieldsProps) {
  const siblings = siblingsFor(form.values, known);
  const { person } = known.child;
  const chosen = [person.id, ...form.values.siblings];
  const options = [known.child, ...siblings].map((each) => ({
    value: each.person.id,
    label: nameOf(each.person.body),
    hint: (
      <Line>
        <Leaf shape={each.person.body.leaf} colour={each.person.body.colour} size={19} />
        {each.person.id === person.id ? leafName(each.person.body.leaf, each.person.body.colour) : 'brother or sister'}
      </Line>
    ),
  }));
  return (
    <Ticks
      legend="Which children?"
      tile="11rem"
      options={options}
      values={chosen}
      // The child whose page led here is always among them.
      onChange={(values) => form.change({ siblings: values.filter((id) => id !== person.id) })}
    />
  );
}

function WhoIsHere({ form, known }: FieldsProps) {
  const { child, moment } = known;
  const { values } = form;
  const called = nameOf(child.person.body);
  const { born } = child.details;
  const isSixteen = born ? ageOn(born, moment.day) >= 16 : false;
  const options = [
    ...child.grownups.map(({ id, name, is }) => ({
      value: id,
      label: name,
      hint: wordsOf(relationships, is).toLocaleLowerCase('en-GB'),
    })),
    ...(mayAnswerThemselves(known)
      ? [{ value: 'self', label: called, hint: isSixteen ? 'for themselves, 16 or over' : 'for themselves, by a note' }]
      : []),
    { value: 'new', label: 'Someone new' },
  ];
  return (
    <>
      <Choice
        legend="Who is here?"
        tile="9rem"
        options={options}
        {...form.choice('giver')}
        value={values.giver === '' ? undefined : values.giver}
        onChange={(giver) => {
          const reads = child.grownups.find(({ id }) => id === giver)?.language;
          const language = languagesOn(known.wordings).find((each) => each === reads) ?? '';
          form.change({ giver, language });
        }}
      />
      {!isSixteen && (
        <Link className={buttonClass({ kind: 'quiet', size: 'inline' })} to={`/people/${child.person.id}/consent/note`}>
          {called} wants to answer alone
        </Link>
      )}
      <Link className={buttonClass({ kind: 'quiet', size: 'inline' })} to={`/people/${child.person.id}/consent/link`}>
        Not here? Send them a link
      </Link>
      {values.giver === 'new' && (
        <>
          <TextField label="Their name" autoCapitalize="words" {...form.text('name')} />
          <SelectField label={`Who are they to ${called}?`} {...form.text('is')}>
            <option value="" />
            {relationships.map(([code, words]) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </SelectField>
          <TextField label="Telephone" optional="(optional)" inputMode="tel" {...form.text('phone')} />
        </>
      )}
      {values.giver === 'self' && (
        <>
          {isSixteen && born && (
            <Notice kind="info" title="Their own answer comes before their parents’">
              It rests on the date of birth known here, {born}. Ask them whether it is right.
            </Notice>
          )}
          <Choice
            legend="May their parents be told?"
            hint="When they say no, nothing a parent is shown or given speaks of it."
            tile="6rem"
            options={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'No' },
            ]}
            {...form.choice('tell')}
            value={values.tell === '' ? undefined : values.tell}
          />
        </>
      )}
    </>
  );
}

function HowAndBeside({ form, known }: FieldsProps) {
  const { values } = form;
  const team = known.team.filter(({ id }) => id !== values.interpreter);
  const options = team.map(({ id, body }) => (
    <option key={id} value={id}>
      {body.name}
    </option>
  ));
  return (
    <>
      <SelectField label="How do they answer?" {...form.text('way')}>
        <option value="screen">Here, on this phone</option>
        <option value="call">On a call, with two workers</option>
        <option value="paper">On a signed paper</option>
      </SelectField>
      <div className={styles.side}>
        {values.way === 'screen' && (
          <SelectField label="Who witnesses?" {...form.text('witness')}>
            <option value="" />
            {options}
            <option value="other">Another grown-up</option>
          </SelectField>
        )}
        {values.way === 'call' && (
          <SelectField label="Who else is on the call?" {...form.text('second')}>
            <option value="" />
            {options}
          </SelectField>
        )}
        <Reads form={form} known={known} />
      </div>
      {values.way === 'screen' && values.witness === 'other' && (
        <TextField label="The witness’s name" autoCapitalize="words" {...form.text('witnessName')} />
      )}
      {values.way === 'paper' && (
        <TextField label="Number or name on the paper" hint="So that it is found again" {...form.text('paper')} />
      )}
    </>
  );
}

const languageWords = (code: string): string => languages.find(([each]) => each === code)?.[1] ?? code;

function Reads({ form, known }: Omit<FieldsProps, 'asked'>) {
  return (
    <SelectField label="They read" {...form.text('language')}>
      <option value="">Ask them</option>
      {languagesOn(known.wordings).map((code) => (
        <option key={code} value={code}>
          {languageWords(code)}
        </option>
      ))}
    </SelectField>
  );
}

function Interprets({ form, known }: FieldsProps) {
  const { interpreter, witness, second, language } = form.values;
  const isNamed = interpreter === 'professional' || interpreter === 'family';
  const member = known.team.find(({ id }) => id === interpreter)?.body.name;
  const into = language ? languageWords(language) : 'their language';
  const who = member ?? (form.values.interpreterName.trim() || 'Whoever interprets');
  return (
    <>
      <SelectField
        label="Who interprets?"
        hint="An adult who speaks it well. Never a child."
        {...form.text('interpreter')}
        onChange={(event) => form.change({ interpreter: event.target.value, speaks: false })}
      >
        <option value="" />
        <option value="none">Nobody, not needed</option>
        {known.team
          .filter(({ id }) => id !== witness && id !== second)
          .map(({ id, body }) => (
            <option key={id} value={id}>
              {body.name}
            </option>
          ))}
        <option value="professional">An interpreter</option>
        <option value="family">A grown-up they know</option>
      </SelectField>
      {isNamed && <TextField label="The interpreter’s name" autoCapitalize="words" {...form.text('interpreterName')} />}
      {(isNamed || member) && <Tick label={`${who} says they speak ${into} well`} {...form.tick('speaks')} />}
    </>
  );
}

function WillBeAsked({ form, known, asked }: FieldsProps) {
  const { language } = form.values;
  const { waits } = language ? asksIn(known.wordings, language) : { waits: [] };
  const children = childrenOf(form.values, known);
  return (
    <>
      <SectionTitle note={asked.length === 1 ? '1 thing' : `${asked.length} things`}>
        {children.length > 1 ? 'They will be asked for each' : 'They will be asked'}
      </SectionTitle>
      <ul className={styles.asked}>
        {asked.map((purpose) => (
          <li key={purpose}>
            <PurposeDrawing purpose={purpose} size={32} />
            {purposeWords(purpose)}
          </li>
        ))}
      </ul>
      {waits.length > 0 && language !== '' && (
        <Notice kind="warn" title={`${languageWords(language)} says too little by now`}>
          It waits for a new text: {purposesInWords(waits)}. Ask that another day.
        </Notice>
      )}
    </>
  );
}
