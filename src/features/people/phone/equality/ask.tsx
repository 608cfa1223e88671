import { useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { closedAnswers, say } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { EqualityQuestionName, EqualitySpeaker } from '#domain/equality-codes.ts';
import { equalityAsked, equalityFor, equalitySays } from '#domain/people/equality/asking.ts';
import { nameOf } from '#domain/people/person.ts';
import { dayOf } from '#domain/time.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { useWaiting } from '#forms/waiting.ts';
import { keepHere } from '#phone/save.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { askedOnWords, asksEquality, type EqualityPack, type SaidSoFar, saidToEach } from './pack.ts';
import { EqualityQuestion } from './question.tsx';
import { Why } from './why.tsx';

/**
 * Equality questions, apart from everything else: why, who sees it, who answers. Once they are saved nobody here reads them again.
 * Nor does anybody before: no draft is kept, so that what was picked goes with the page, and whoever was in the middle asks again.
 */

type AskProps = {
  readonly known: KnownPerson;
  readonly setup: Setup;
  /** They, or whoever answers for them, said no to being asked, or do not agree about it. */
  readonly mayNot: boolean;
  /** Hands the phone over; this page goes. */
  readonly onHandOver: (pack: EqualityPack, returnTo: string) => Promise<void>;
};

const title = 'Equality questions';

export function AskEquality({ known, setup, mayNot, onHandOver }: AskProps) {
  const { person, details } = known;
  const back = `/people/${person.id}/edit`;
  const asked = equalityFor(
    equalityAsked(setup.programme?.body),
    { born: details.born, badge: person.body },
    dayOf(Date.now()),
  );
  if (!asksEquality(setup, person.scope)) return <Navigate to={back} replace />;
  if (mayNot || asked.length === 0)
    return (
      <PhonePage title={title} subtitle={nameOf(person.body)} back={(parts) => <Link to={back} {...parts} />}>
        {mayNot ? (
          <Empty icon="cross" title="They may not be asked these questions">
            Somebody said no to them. That can be changed under what they permit.
          </Empty>
        ) : (
          <Empty icon="people" title="Nothing to ask">
            The questions of this programme are for people of 16 and over.
          </Empty>
        )}
      </PhonePage>
    );
  return <Sitting known={known} asked={asked} back={back} onHandOver={onHandOver} />;
}

type SittingProps = Pick<AskProps, 'known' | 'onHandOver'> & {
  readonly asked: readonly EqualityQuestionName[];
  readonly back: string;
};

/** Saves what a worker was told. */
function useSaved({ known: { person }, asked, back }: SittingProps, said: SaidSoFar) {
  const navigate = useNavigate();
  const [trouble, setTrouble] = useState<string | null>(null);
  const waits = useWaiting(() => save());
  const save = useOnce(async () => {
    const sitting = { person, by: 'worker', day: dayOf(Date.now()), said: saidToEach(asked, said) } as const;
    const { sayings, answers } = equalitySays(sitting, () => crypto.randomUUID());
    const boxes = await closedAnswers(answers);
    const problem = await waits.whileSaving(() => keepHere(title, () => say(sayings, { answers: boxes })));
    setTrouble(problem);
    if (problem !== null) return false;
    await navigate(back, { replace: true });
    return true;
  });
  return { trouble, save };
}

function Sitting(props: SittingProps) {
  const { known, asked, back, onHandOver } = props;
  const { person, equalityAskedOn: before } = known;
  const [said, setSaid] = useState<SaidSoFar>({});
  const [isAsking, setAsking] = useState(false);
  const { trouble, save } = useSaved(props, said);
  const called = nameOf(person.body);
  const handOver = useOnce(async (by: EqualityPack['by']) => {
    const { id, scope } = person;
    await onHandOver({ person: { id, scope }, called, by, asked }, back);
  });
  const page = { called, back, trouble, onSave: () => void save() };
  if (isAsking) return <Asking {...page} asked={asked} said={said} onSaid={setSaid} />;
  return (
    <WhoAnswers {...page} before={before} onNext={(who) => (who === 'worker' ? setAsking(true) : void handOver(who))} />
  );
}

type PageProps = {
  readonly called: string;
  readonly back: string;
  readonly trouble: string | null;
  /** Each question that was not answered is kept as *rather not say*. */
  readonly onSave: () => void;
};

type WhoAnswersProps = PageProps & {
  readonly before: string | null;
  readonly onNext: (who: EqualitySpeaker) => void;
};

function WhoAnswers({ called, back, trouble, onSave, before, onNext }: WhoAnswersProps) {
  const [who, setWho] = useState<EqualitySpeaker>();
  const [tries, setTries] = useState(0);
  const error = tries > 0 && !who ? 'Choose who answers.' : undefined;
  const next = () => {
    setTries(tries + 1);
    if (who) onNext(who);
  };
  return (
    <PhonePage
      title={title}
      subtitle={called}
      back={(parts) => <Link to={back} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={next}>
            {who === 'self' || who === 'parent' ? 'Hand over the phone' : 'Ask the questions'}
          </Button>
        </Foot>
      }
    >
      <Stack>
        <ErrorSummary errors={error ? [{ fieldId: 'equality-who', message: error }] : []} tries={tries} />
        <NotSaved trouble={trouble} />
        {before && <Remark>{askedOnWords(before)}. What they say now takes the place of what they said then.</Remark>}
        <Why about={{ of: 'their', called }} />
        <Choice
          id="equality-who"
          legend="Who answers?"
          error={error}
          options={[
            { value: 'self', label: `${called}, on this phone` },
            { value: 'parent', label: 'A parent or carer, on this phone' },
            { value: 'worker', label: 'They tell me, and I write it down' },
          ]}
          value={who}
          onChange={setWho}
        />
        <Button kind="quiet" wide onClick={onSave}>
          They would rather not answer any
        </Button>
      </Stack>
    </PhonePage>
  );
}

type AskingProps = PageProps & {
  readonly asked: readonly EqualityQuestionName[];
  readonly said: SaidSoFar;
  readonly onSaid: (said: SaidSoFar) => void;
};

/** The worker asks, and writes down what they say. */
function Asking({ called, back, trouble, onSave, asked, said, onSaid }: AskingProps) {
  const [tries, setTries] = useState(0);
  const open = tries > 0 ? asked.filter((name) => !said[name]) : [];
  const errors = open.map((name) => ({ fieldId: `equality-${name}`, message: 'Choose what they say.' }));
  const submit = () => {
    setTries(tries + 1);
    if (asked.every((name) => said[name])) onSave();
  };
  return (
    <PhonePage
      title={title}
      subtitle={called}
      back={(parts) => <Link to={back} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={submit}>
            Save the answers
          </Button>
          Once they are saved nobody can read them here.
        </Foot>
      }
    >
      <Stack>
        <ErrorSummary errors={errors} tries={tries} />
        <NotSaved trouble={trouble} />
        <Remark>
          Read each question out as it stands. They may leave any of them out. Whoever leaves this page begins again.
        </Remark>
        {asked.map((name) => (
          <EqualityQuestion
            key={name}
            name={name}
            said={said[name]}
            error={errors.find(({ fieldId }) => fieldId === `equality-${name}`)?.message}
            onChange={(each) => onSaid({ ...said, [name]: each })}
          />
        ))}
      </Stack>
    </PhonePage>
  );
}
