import type { ShownOf } from '#db/shown.ts';
import { codesOf } from '#domain/codes.ts';
import {
  answerKey,
  childrenAsked,
  faultsIn,
  purposesOf,
  type Sitting,
  type SittingFault,
  type SittingSoFar,
  unanswered,
  wordingIn,
} from '#domain/people/consents/sitting.ts';
import { nameOf } from '#domain/people/person.ts';
import { withName } from '#domain/people/wordings/blocks.ts';
import { relationships, responsibilities } from '#domain/people-codes.ts';
import { purposesInWords } from '#features/consent/words.ts';
import { Form, type FormState } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { SelectField, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { Foot, PhonePage } from '#ui/page.tsx';
import { SectionTitle } from '#ui/section-title.tsx';
import type { StartTyped } from './start.tsx';

const faultWords: Readonly<Record<SittingFault, string>> = {
  ...{ way: '', witness: '', drawMore: '', right: '', name: 'Write the full name of whoever answers.' },
  ...{ childsName: 'That is the child’s name. Write the grown-up’s own.' },
  ...{ relationship: 'Choose who they are to the child.', responsibility: 'Ask about parental responsibility.' },
};

type ToldProps = {
  readonly form: FormState<StartTyped>;
  readonly sitting: Sitting;
  readonly person: ShownOf<'person'>;
};

/** The answers of a call or a paper, one question under another, nothing chosen. */
export function Told({ form, sitting, person }: ToldProps) {
  const { told } = form.values;
  const wording = told && (wordingIn(sitting, told.language, told.style) ?? sitting.wordings[0]);
  if (!told || !wording) return null;
  const change = (changed: Partial<SittingSoFar>) => form.change({ told: { ...told, ...changed } });
  const left = unanswered(sitting, wording, told);
  const [fault] = faultsIn(sitting, told, () => false);
  const asked = wording.document.purposes.filter(({ purpose }) => purposesOf(sitting, wording).includes(purpose));
  const isCall = sitting.way === 'call';
  return (
    <PhonePage
      title={isCall ? 'A call' : 'A signed paper'}
      subtitle={nameOf(person.body)}
      back={(parts) => (
        <button type="button" {...parts} onClick={() => form.change({ sitting: null, told: null })}>
          {parts.children}
        </button>
      )}
      bottom={
        <Foot>
          <Button kind="primary" wide notPossible={fault !== undefined} onClick={() => void form.submit()}>
            Save the answers
          </Button>
          <small>
            {fault
              ? faultWords[fault]
              : left.length > 0
                ? `No answer yet: ${purposesInWords(left)}. Kept as asked.`
                : 'Every question has an answer.'}
          </small>
        </Foot>
      }
    >
      <Form form={form} words={{}}>
        <Remark>
          {isCall
            ? 'Read every question out as it stands. Both of you hear the answers.'
            : 'Copy what is ticked on the paper. What is left open stays open.'}
        </Remark>
        {asked.map((each) => (
          <div key={each.purpose}>
            <SectionTitle>{each.title}</SectionTitle>
            {childrenAsked(sitting, each.purpose).map(({ id, called }) => {
              const key = answerKey(id, each.purpose);
              const said = told.answers[key];
              return (
                <div key={id}>
                  <Choice
                    legend={withName(each.question, called)}
                    hint={withName(`${each.why} ${each.what}`, called)}
                    name={key}
                    options={[
                      { value: 'given', label: each.yes },
                      { value: 'refused', label: each.no },
                    ]}
                    value={said?.decision}
                    onChange={(decision) => change({ answers: { ...told.answers, [key]: { decision } } })}
                  />
                  {said?.decision === 'given' && (
                    <TextField
                      label="Only for some of it? In their own words"
                      optional="(optional)"
                      maxLength={500}
                      value={said.limits ?? ''}
                      onChange={(event) =>
                        change({ answers: { ...told.answers, [key]: { ...said, limits: event.target.value } } })
                      }
                    />
                  )}
                </div>
              );
            })}
          </div>
        ))}
        <SectionTitle>Who answered</SectionTitle>
        <TextField
          label="Their full name"
          value={told.fullName}
          maxLength={200}
          onChange={(event) => change({ fullName: event.target.value })}
        />
        {!sitting.giver.isSelf && <Belonging told={told} change={change} />}
      </Form>
    </PhonePage>
  );
}

function Belonging({ told, change }: { told: SittingSoFar; change: (changed: Partial<SittingSoFar>) => void }) {
  return (
    <>
      <SelectField
        label="Who they are to the child"
        value={told.relationship ?? ''}
        onChange={(event) =>
          change({ relationship: relationships.find(([code]) => code === event.target.value)?.[0] ?? null })
        }
      >
        <option value="" />
        {relationships.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </SelectField>
      <Choice
        legend="Do they have parental responsibility?"
        tile="6rem"
        options={codesOf(responsibilities).map((value) => ({
          value,
          label: responsibilities.find(([code]) => code === value)?.[1] ?? value,
        }))}
        value={told.responsibility ?? undefined}
        onChange={(responsibility) => change({ responsibility })}
      />
    </>
  );
}
