import type { PersonHere, SessionAnswer } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { ageBands, genders, levels, wordsOf } from '#domain/codes.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { peopleOfDesk, type RegisterLine } from '#domain/sessions/people/list.ts';
import styles from '#features/sessions/desk/session/session.module.css';
import { Form, type FormState, useForm } from '#forms/form.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { leafName } from '#ui/leaf.tsx';
import { useCorrect } from './door.ts';
import { type StayTyped, stayChanged, stayFaults, stayOf } from './stay.ts';
import { Why } from './why.tsx';

/** Puts right whether somebody was here, how long, how they took part, and what their badge says. */

type Props = {
  readonly found: SessionAnswer;
  /** Undefined: somebody else is put on the register. */
  readonly here: PersonHere | undefined;
  readonly onDone: () => void;
};

const words = {
  was: (was: string) => (was === 'here' ? 'Was here' : 'Was not here'),
  level: (level: string) => `Took part: ${wordsOf(levels, level)}`,
  came: 'Came at',
  left: 'Left at',
  ageBand: (band: string) => `Age: ${wordsOf(ageBands, band)}`,
  gender: (gender: string) => `Gender: ${wordsOf(genders, gender)}`,
};

export function StayForm({ found, here, onDone }: Props) {
  const { id, line } = found.session;
  const correct = useCorrect(id);
  const form = useForm<StayTyped>({
    name: here ? `stay ${id} ${here.person}` : `came ${id}`,
    now: stayOf(here, line),
    changes: here !== undefined,
    judge: (typed) => stayFaults(typed, line, here === undefined),
    save: async (typed, saving) => {
      // Somebody who was taken off again is on the register as such.
      const known = here ?? found.people.find(({ person }) => person === typed.person);
      const people = stayChanged(
        here || !known ? typed : { ...typed, ageBand: known.ageBand, gender: known.gender },
        known,
        line,
      );
      if (people.length === 0) return 'Nothing was changed.';
      return correct({ id: saving.id, reason: typed.why, people });
    },
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={words}>
      {here ? (
        <Choice
          legend="Were they here?"
          legendHidden
          tile="9rem"
          options={[
            { value: 'here', label: 'Was here' },
            { value: 'away', label: 'Was not here' },
          ]}
          {...form.choice('was')}
        />
      ) : (
        <Somebody found={found} form={form} />
      )}
      {form.values.was === 'here' && <Times form={form} />}
      {here && <OnBadge form={form} here={here} />}
      <Why form={form} />
    </Form>
  );
}

type Part = { readonly form: FormState<StayTyped> };

function Times({ form }: Part) {
  return (
    <>
      <div className={styles.pair}>
        <TextField label="Came at" type="time" {...form.text('came')} />
        <TextField label="Left at" optional="(if before the end)" type="time" {...form.text('left')} />
      </div>
      <SelectField label="Took part" {...form.text('level')}>
        {levels.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </>
  );
}

/** Age and gender stand on the badge, and so in every session; gender only where it is asked, or was. */
function OnBadge({ form, here }: Part & { readonly here: PersonHere }) {
  const programme = useDesk().useSetUp('programme').records?.[0];
  const asksGender = programme?.body.askGender === true || here.gender !== 'NK';
  return (
    <div className={styles.pair}>
      <SelectField label="Age" {...form.text('ageBand')}>
        {ageBands.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      {asksGender && (
        <SelectField label="Gender" {...form.text('gender')}>
          {genders.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

const nameOf = ({ name, leaf, colour }: RegisterLine): string => `${name}, ${leafName(leaf, colour)}`;

/** Of the register of this partner, whoever is not in this session. */
function Somebody({ found, form }: Part & { readonly found: SessionAnswer }) {
  const read = useDesk().useView(peopleOfDesk);
  const partner = partnerOf(found.session.scope);
  const here = new Set(found.people.flatMap(({ person, state }) => (state === 'removed' ? [] : person)));
  const others = (read.value?.people ?? [])
    .filter((each) => each.partner === partner && !here.has(each.id))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  return (
    <>
      <AnswerState answer={read} what="the register" />
      <SelectField label="Who" hint="Somebody new is added under People first" {...form.text('person')}>
        <option value="">Choose one</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {nameOf(each)}
          </option>
        ))}
      </SelectField>
    </>
  );
}
