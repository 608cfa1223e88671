import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useRead, useShown } from '#db/person.ts';
import { nameIn, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { wordsOf } from '#domain/codes.ts';
import { nameOf } from '#domain/people/person.ts';
import { isEnded } from '#domain/sessions/session.ts';
import { formsInUse } from '#domain/voice/forms/in-use.ts';
import { type AnswerWay, answerAges, type Respondent, respondents } from '#domain/voice-codes.ts';
import { byCode, codePath } from '#features/voice/phone/code/by-code.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { SelectField } from '#ui/field.tsx';
import type { LinkParts } from '#ui/link.ts';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { Answered } from './answered.tsx';
import { AskHere } from './ask-here.tsx';
import { type Askable, askables } from './choices.ts';
import { type Here, packOf } from './make-pack.ts';
import { useNext } from './next.ts';
import type { AskPack } from './pack.ts';

/** What to ask at a session, and whom; then the phone goes round, or the worker asks. */

type ChooseProps = {
  readonly session: ShownOf<'session'>;
  readonly setup: Setup;
  readonly here: Here;
  /** Hands the phone over; this page goes. */
  readonly onHandOver: (pack: AskPack) => Promise<void>;
  /** Other ways of asking: statements, to people by name. */
  readonly more?: ReactNode;
};

const title = 'Ask them';

export function ChooseForm(props: ChooseProps) {
  const { session, setup } = props;
  const found = useRead(async (tx) => {
    const [versions, approvals, endings] = await Promise.all([
      shownOf(tx, 'formVersion'),
      shownOf(tx, 'formApproval'),
      shownOf(tx, 'formEnded'),
    ]);
    return askables(formsInUse({ versions, approvals, endings }));
  }, []);
  const page = {
    title,
    subtitle: nameIn(setup.sites, session.body.site),
    back: (parts: LinkParts) => <Link to={`/s/${session.id}`} {...parts} />,
  };
  if (!found) return <PhonePage {...page} loading />;
  if (found.length === 0)
    return (
      <PhonePage {...page}>
        <Empty icon="say" title="No form to ask yet">
          A coordinator approves one at the desk, under Voice. It arrives with signal.
        </Empty>
        {props.more}
      </PhonePage>
    );
  return <Choosing {...props} all={found} />;
}

/** What was chosen so far; `lacks` is what is still to be chosen. */
function useChosen(all: readonly Askable[]) {
  const [key, setKey] = useState<string | undefined>(all.length === 1 ? all[0]?.key : undefined);
  const [who, setWho] = useState<Respondent>();
  const [person, setPerson] = useState('');
  const askable = all.find((each) => each.key === key);
  const respondent = askable?.respondents.length === 1 ? askable.respondents[0] : who;
  const lacks = [
    ...(askable ? [] : [{ fieldId: 'ask-what', message: 'Choose what to ask.' }]),
    ...(askable && !respondent ? [{ fieldId: 'ask-who', message: 'Choose who answers.' }] : []),
    ...(askable?.named && person === '' ? [{ fieldId: 'ask-person', message: 'Choose whose answers they are.' }] : []),
  ];
  const known = askable && respondent && { askable, respondent, person: askable.named ? person : null };
  return { key, setKey, who, setWho, person, setPerson, askable, respondent, lacks, known };
}
type Chosen = ReturnType<typeof useChosen>;

function Choosing({ session, setup, here, onHandOver, more, all }: ChooseProps & { readonly all: readonly Askable[] }) {
  const chosen = useChosen(all);
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState<AskPack | null>(null);
  const people = (useShown('person') ?? []).filter(({ id }) => here.people.some((each) => each.id === id));
  const next = useNext(session);
  const navigate = useNavigate();
  /** What was chosen, once nothing of it is lacking. */
  const complete = () => {
    setTries(tries + 1);
    return chosen.lacks.length === 0 ? chosen.known : undefined;
  };
  const begin = (way: AnswerWay): AskPack | null => {
    const known = complete();
    if (!known) return null;
    const named = people.find(({ id }) => id === known.person);
    return packOf({ ...known, way, session, setup, here, next, called: named ? nameOf(named.body) : '' });
  };
  const handOver = useOnce(async () => {
    const pack = begin('ourPhone');
    if (pack) await onHandOver(pack);
  });
  const showCode = () => {
    const known = complete();
    if (known) void navigate(codePath(session.id), { state: byCode(known.askable, known.respondent) });
  };
  if (asking) return <AskHere pack={asking} onStop={() => setAsking(null)} />;
  return (
    <PhonePage
      title={title}
      subtitle={nameIn(setup.sites, session.body.site)}
      back={(parts) => <Link to={`/s/${session.id}`} {...parts} />}
      bottom={
        <Foot>
          {!isEnded(session.body) && (
            <Button kind="primary" wide icon="hand-over" onClick={() => void handOver()}>
              Hand over the phone
            </Button>
          )}
          <Button wide icon="say" onClick={() => setAsking(begin('aloud'))}>
            I ask them out loud
          </Button>
        </Foot>
      }
    >
      <Stack>
        <Answered session={session} setup={setup} all={all} />
        <What chosen={chosen} all={all} people={people} tries={tries} />
        <Button kind="quiet" wide icon="pen" onClick={() => setAsking(begin('paper'))}>
          Type up answers from paper
        </Button>
        {!chosen.askable?.named && !isEnded(session.body) && (
          <Button kind="quiet" wide icon="phone" onClick={showCode}>
            Let them use their own phones
          </Button>
        )}
        {more}
      </Stack>
    </PhonePage>
  );
}

type WhatProps = {
  readonly chosen: Chosen;
  readonly all: readonly Askable[];
  /** Who is here. */
  readonly people: readonly ShownOf<'person'>[];
  readonly tries: number;
};

function What({ chosen, all, people, tries }: WhatProps) {
  const { askable, lacks } = chosen;
  const errorOf = (id: string) => (tries > 0 ? lacks.find(({ fieldId }) => fieldId === id)?.message : undefined);
  return (
    <>
      <ErrorSummary errors={tries > 0 ? lacks : []} tries={tries} />
      <Choice
        id="ask-what"
        legend="What do you ask?"
        error={errorOf('ask-what')}
        options={all.map((each) => ({ value: each.key, label: each.title, hint: hintOf(each) }))}
        value={chosen.key}
        onChange={chosen.setKey}
      />
      {askable && askable.respondents.length > 1 && (
        <Choice
          id="ask-who"
          legend="Who answers?"
          error={errorOf('ask-who')}
          options={askable.respondents.map((value) => ({ value, label: wordsOf(respondents, value) }))}
          value={chosen.who}
          onChange={chosen.setWho}
        />
      )}
      {askable?.named ? (
        <SelectField
          id="ask-person"
          label="Whose answers are they?"
          hint="They are told that their name stands with them."
          error={errorOf('ask-person')}
          value={chosen.person}
          onChange={(event) => chosen.setPerson(event.target.value)}
        >
          <option value="">Choose</option>
          {people.map(({ id, body }) => (
            <option key={id} value={id}>
              {nameOf(body)}
            </option>
          ))}
        </SelectField>
      ) : (
        <Remark>
          Nobody’s name stands with the answers. They stay on this phone until the session is over, and leave it all at
          once. Where fewer than five answer, they are told with those of the whole month.
        </Remark>
      )}
    </>
  );
}

const hintOf = ({ forms, respondents: who, named }: Askable): string => {
  const ages = [...new Set(forms.flatMap(({ document }) => document.ages))];
  const names = answerAges.filter(([code]) => ages.includes(code)).map(([, words]) => words);
  return [
    who.map((each) => wordsOf(respondents, each)).join(', '),
    ...(ages.length > 0 && ages.length < answerAges.length ? [names.join(' · ')] : []),
    ...(named ? ['with their name'] : []),
  ].join(' · ');
};
