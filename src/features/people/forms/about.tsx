import { type AgeBand, ageBands, genders, wordsOf } from '#domain/codes.ts';
import { ageWords, bornTyped, readBorn } from '#domain/people/born.ts';
import { type Details, languagesOf, wasNotSaid } from '#domain/people/family.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import type { Body } from '#domain/records/entry.ts';
import { dayOf } from '#domain/time.ts';
import { badgeHint, badgeOf, changedBadge, problemWithName } from '#features/people/actions.ts';
import { languageWords, spoken } from '#features/people/words.ts';
import type { Faults } from '#forms/faults.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { Ticks } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { BornField } from './born-field.tsx';
import { changes, detailsChanged, type Of, type PersonPart, ticked } from './door.ts';
import { GenderField } from './gender-field.tsx';
import { RatherNot } from './rather-not.tsx';

/** Who somebody is: names, age, languages and school. */

type About = {
  readonly fullName: string;
  readonly called: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly band: AgeBand;
  readonly gender: ReturnType<typeof badgeOf>['gender'];
  readonly languages: readonly string[];
  readonly school: string;
  readonly notSaid: readonly string[];
};

const questions = [
  ['fullName', 'Full name'],
  ['born', 'Date of birth'],
  ['language', 'Languages'],
  ['school', 'School'],
] as const;

function aboutOf({ person, details }: Of): About {
  const year = person.body.yearOfBirth;
  return {
    fullName: details.fullName ?? '',
    ...badgeOf(person, dayOf(Date.now())),
    ...bornTyped(details.born ?? (typeof year === 'number' ? String(year) : '')),
    languages: languagesOf(details),
    school: details.school ?? '',
    notSaid: questions.flatMap(([question]) => (wasNotSaid(details, question) ? [question] : [])),
  };
}

function bornOf(about: About): string {
  const read = readBorn(about, dayOf(Date.now()));
  return 'born' in read ? read.born : '';
}

function bodyOf(about: About, languages: readonly string[]): Body {
  const unless = (question: string, value: string) => (about.notSaid.includes(question) ? '' : value);
  return {
    fullName: unless('fullName', about.fullName),
    born: unless('born', bornOf(about)),
    school: unless('school', about.school),
    ...ticked('language', languages, about.notSaid.includes('language') ? [] : about.languages),
    ...ticked(
      'notSaid',
      questions.map(([question]) => question),
      about.notSaid,
    ),
  };
}

/** What is wrong with what was typed. A name of before may be longer than a badge now takes; left as it is, it is no fault of today's. */
export function aboutFaults(about: About, called: string): Faults<About> {
  const read = readBorn(about, dayOf(Date.now()));
  const asked = !about.notSaid.includes('born');
  return {
    called: about.called === called ? undefined : problemWithName(about.called),
    day: asked && 'problem' in read ? read.problem : undefined,
  };
}

/** The badge says the year alone; where nobody knows it, the band that was chosen. */
function badgeSaid(opened: About, about: About, born: Details['born']): ChangeOf<'person'> {
  const { ageBand, ageBandOn, yearOfBirth: _, ...said } = changedBadge(opened, about);
  if (born) return { ...said, yearOfBirth: Number(born.slice(0, 4)) };
  return { ...said, ...(ageBand && { ageBand, ageBandOn }), ...((ageBand || born === null) && { yearOfBirth: null }) };
}

/** Undefined while the draft is read. */
export function useAbout({ save, onSaved, ...of }: PersonPart): FormState<About> | undefined {
  const now = aboutOf(of);
  return useForm<About>({
    changes: true,
    name: `about ${of.person.id}`,
    now,
    judge: (about) => aboutFaults(about, now.called),
    save: (about, { opened }) => {
      const languages = [...new Set([...opened.languages, ...about.languages])];
      const details = detailsChanged(bodyOf(opened, languages), bodyOf(about, languages));
      const sayings = changes(of, badgeSaid(opened, about, details.born), details);
      return sayings.length === 0 ? Promise.resolve(null) : save(about.called, sayings);
    },
    onSaved,
  });
}

export const aboutWords = {
  fullName: 'Full name',
  called: 'What they like to be called',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  band: (band: AgeBand) => `Age: ${wordsOf(ageBands, band)}`,
  gender: (gender: string) => `Gender: ${gender === '' ? 'not asked' : wordsOf(genders, gender)}`,
  languages: (codes: readonly string[]) => `Languages: ${codes.map(languageWords).join(', ') || 'none'}`,
  school: 'School',
  notSaid: (asked: readonly string[]) =>
    `Rather not say: ${questions.flatMap(([code, words]) => (asked.includes(code) ? [words] : [])).join(', ') || 'nothing'}`,
};

type FieldsProps = {
  readonly form: FormState<About>;
  readonly called: string;
  readonly asksGender: boolean;
  /** Else only what the badge says. */
  readonly families: boolean;
};

export function AboutFields({ form, called, asksGender, families }: FieldsProps) {
  const { values } = form;
  const asked = (question: string) => families && !values.notSaid.includes(question);
  const born = bornOf(values);
  return (
    <>
      {asked('fullName') && <TextField label="Full name" autoCapitalize="words" {...form.text('fullName')} />}
      <TextField
        label="What do they like to be called?"
        hint={values.called === called ? 'On the badge, for everybody at the park' : badgeHint(values.called)}
        autoCapitalize="words"
        {...form.text('called')}
      />
      {asked('born') && <BornField form={form} says={born && `${ageWords(born, dayOf(Date.now()))} years old`} />}
      {(born === '' || !asked('born')) && (
        <SelectField label="Age" hint="Where nobody knows the year" {...form.text('band')}>
          {ageBands.map(([code, band]) => (
            <option key={code} value={code}>
              {band}
            </option>
          ))}
        </SelectField>
      )}
      {asksGender && <GenderField {...form.text('gender')} />}
      {asked('language') && <Languages form={form} />}
      {asked('school') && <TextField label="School" optional="(optional)" {...form.text('school')} />}
      {families && (
        <RatherNot
          questions={questions}
          notSaid={values.notSaid}
          onChange={(notSaid) => form.change({ notSaid: [...notSaid] })}
        />
      )}
    </>
  );
}

/** The few that are spoken most stand as tiles once chosen; any other is added from a list. */
function Languages({ form }: { form: FormState<About> }) {
  const { languages } = form.values;
  const others = spoken.filter((code) => !languages.includes(code));
  return (
    <>
      {languages.length > 0 && (
        <Ticks
          legend="Languages they speak"
          tile="9rem"
          options={languages.map((value) => ({ value, label: languageWords(value) }))}
          values={languages}
          onChange={(chosen) => form.change({ languages: [...chosen] })}
        />
      )}
      <SelectField
        id="about-languages"
        label={languages.length > 0 ? 'Another language' : 'Languages they speak'}
        optional="(optional)"
        value=""
        onChange={({ target }) => target.value && form.change({ languages: [...languages, target.value].sort() })}
      >
        <option value="">Choose</option>
        {others.map((code) => (
          <option key={code} value={code}>
            {languageWords(code)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
