import { Link, Navigate, useNavigate } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { closedAnswers, say } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { EqualityQuestionName, EqualitySpeaker } from '#domain/equality-codes.ts';
import { equalityAsked, equalityFor, equalitySays } from '#domain/people/equality/asking.ts';
import { nameOf } from '#domain/people/person.ts';
import { dayOf } from '#domain/time.ts';
import type { Faults } from '#forms/faults.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { FormPage } from '#phone/form-page.tsx';
import { keepHere } from '#phone/save.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';
import { askedOnWords, asksEquality, type EqualityPack, type SaidSoFar, saidToEach } from './pack.ts';
import { EqualityQuestion } from './question.tsx';
import { Why } from './why.tsx';

/** Equality questions, apart from everything else: why, who sees it, who answers. Once they are saved nobody here reads them again. */

type AskProps = {
  readonly known: KnownPerson;
  readonly setup: Setup;
  /** They, or whoever answers for them, said no to being asked. */
  readonly saidNo: boolean;
  /** Hands the phone over; this page goes. */
  readonly onHandOver: (pack: EqualityPack, returnTo: string) => Promise<void>;
};

type Typed = {
  readonly who: EqualitySpeaker | '';
  /** The worker asks, and writes down what they say. */
  readonly asking: boolean;
  readonly said: SaidSoFar;
};

const title = 'Equality questions';

export function AskEquality({ known, setup, saidNo, onHandOver }: AskProps) {
  const { person, details } = known;
  const back = `/people/${person.id}/edit`;
  const asked = equalityFor(
    equalityAsked(setup.programme?.body),
    { born: details.born, badge: person.body },
    dayOf(Date.now()),
  );
  if (!asksEquality(setup, person.scope)) return <Navigate to={back} replace />;
  if (saidNo || asked.length === 0)
    return (
      <PhonePage title={title} subtitle={nameOf(person.body)} back={(parts) => <Link to={back} {...parts} />}>
        {saidNo ? (
          <Empty icon="cross" title="They said no to these questions">
            Nothing is asked. They can change that answer under what they permit.
          </Empty>
        ) : (
          <Empty icon="people" title="Nothing to ask">
            The questions of this programme are for people of 16 and over.
          </Empty>
        )}
      </PhonePage>
    );
  return <AskForm known={known} asked={asked} back={back} onHandOver={onHandOver} />;
}

type AskFormProps = Pick<AskProps, 'known' | 'onHandOver'> & {
  readonly asked: readonly EqualityQuestionName[];
  readonly back: string;
};

function useAsk({ known: { person }, asked, back }: AskFormProps): FormState<Typed> | undefined {
  const navigate = useNavigate();
  return useForm<Typed>({
    name: `equality ${person.id}`,
    now: { who: '', asking: false, said: {} },
    judge: (typed) => faultsOf(typed, asked),
    save: async ({ said }) => {
      const sitting = { person, by: 'worker', day: dayOf(Date.now()), said: saidToEach(asked, said) } as const;
      const { sayings, answers } = equalitySays(sitting, () => crypto.randomUUID());
      const boxes = await closedAnswers(answers);
      return keepHere(title, () => say(sayings, { answers: boxes }));
    },
    onSaved: () => void navigate(back, { replace: true }),
  });
}

function faultsOf({ who, asking, said }: Typed, asked: readonly EqualityQuestionName[]): Faults<Typed> {
  if (!asking) return { who: who === '' ? 'Choose who answers.' : undefined };
  const open = asked.filter((name) => !said[name]);
  return { said: open.map((name) => ({ fieldId: `equality-${name}`, message: 'Choose what they say.' })) };
}

function AskForm(props: AskFormProps) {
  const { known, asked, back, onHandOver } = props;
  const { person, equalityAskedOn: before } = known;
  const form = useAsk(props);
  const called = nameOf(person.body);
  const handOver = useOnce(async (by: EqualityPack['by']) => {
    const { id, scope } = person;
    await onHandOver({ person: { id, scope }, called, by, asked }, back);
  });
  if (!form) return <PhonePage title={title} loading />;
  const { who, asking } = form.values;
  const page = { title, subtitle: called, back, words: {} };
  if (asking)
    return (
      <FormPage form={form} {...page} submit="Save the answers" foot="Once they are saved nobody can read them here.">
        <Remark>Read each question out as it stands. They may leave any of them out.</Remark>
        <Questions form={form} asked={asked} />
      </FormPage>
    );

  const isHandedOver = who === 'self' || who === 'parent';
  const next = async () => {
    if (!form.check()) return;
    if (!isHandedOver) return form.change({ asking: true });
    await form.drop();
    await handOver(who);
  };
  return (
    <FormPage
      form={{ ...form, submit: next }}
      {...page}
      submit={isHandedOver ? 'Hand over the phone' : 'Ask the questions'}
      below={
        <Button kind="quiet" wide onClick={() => void skip(form)}>
          They would rather not answer any
        </Button>
      }
    >
      {before && <Remark>{askedOnWords(before)}. What they say now takes the place of what they said then.</Remark>}
      <Why whose="their" />
      <Choice
        legend="Who answers?"
        options={[
          { value: 'self', label: `${called}, on this phone` },
          { value: 'parent', label: 'A parent or carer, on this phone' },
          { value: 'worker', label: 'They tell me, and I write it down' },
        ]}
        {...form.choice('who')}
        value={who === '' ? undefined : who}
      />
    </FormPage>
  );
}

/** That is an answer to each question, and is kept as one: they are not asked again. */
async function skip(form: FormState<Typed>): Promise<void> {
  form.change({ who: 'worker', asking: false, said: {} });
  await form.submit();
}

function Questions({ form, asked }: { form: FormState<Typed>; asked: readonly EqualityQuestionName[] }) {
  const { said } = form.values;
  return asked.map((name) => (
    <EqualityQuestion
      key={name}
      name={name}
      said={said[name]}
      error={form.errorOf(`equality-${name}`)}
      onChange={(each) => form.change({ said: { ...said, [name]: each } })}
    />
  ));
}
