import { type ReactNode, useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import { readsFamilies } from '#db/people.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { codesOf, wordsOf } from '#domain/codes.ts';
import { nameOf } from '#domain/people/person.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { type Assessing, toPut } from '#domain/voice/indicators/acts.ts';
import { type Indicator, putTo } from '#domain/voice/indicators/indicator.ts';
import { type Respondent, respondents } from '#domain/voice-codes.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import type { LinkParts } from '#ui/link.ts';
import { Empty, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { AskAloud, title } from './aloud.tsx';
import type { IndicatorPack } from './pack.ts';
import { useIndicators, useSaid } from './reading.ts';

/** One young person and the statements of the programme: at the start or at the end, asked aloud or on the phone itself. */

type AskOneProps = {
  readonly person: ShownOf<'person'>;
  readonly setup: Setup;
  /** Hands the phone over; this page goes. */
  readonly onHandOver: (pack: IndicatorPack, returnTo: string) => Promise<void>;
};

export function AskOne(props: AskOneProps) {
  const { person, setup } = props;
  const indicators = useIndicators();
  const said = useSaid([person]);
  const back = `/people/${person.id}`;
  if (!readsFamilies(setup.rights, person.scope)) return <Navigate to={back} replace />;
  const page = { title, subtitle: nameOf(person.body), back: (parts: LinkParts) => <Link to={back} {...parts} /> };
  if (!indicators || !said) return <PhonePage {...page} loading />;
  const open = indicators.filter(({ isClosed }) => !isClosed);
  if (open.length === 0)
    return (
      <PhonePage {...page}>
        <Empty icon="say" title="No statement to ask yet">
          A coordinator adds them at the desk, under Voice, Indicators. They arrive with signal.
        </Empty>
      </PhonePage>
    );
  return <Choosing {...props} open={open} said={said.get(person.id) ?? []} />;
}

type ChoosingProps = AskOneProps & {
  readonly open: readonly Indicator[];
  readonly said: readonly ShownOf<'assessment'>[];
};

/** What was chosen, and what is still to be chosen. */
function useChosen({ person, open }: ChoosingProps) {
  const [when, setWhen] = useState<Assessing['when']>();
  const [chosen, setWho] = useState<Respondent>();
  const asked = codesOf(respondents).filter((code) => putTo(open, code).length > 0);
  const respondent = asked.length === 1 ? asked[0] : chosen;
  const lacks = [
    ...(when ? [] : [{ fieldId: 'indicators-when', message: 'Choose start or end.' }]),
    ...(respondent ? [] : [{ fieldId: 'indicators-who', message: 'Choose who answers.' }]),
  ];
  const asking: Assessing | null =
    when && respondent
      ? { person: { id: person.id, scope: person.scope }, when, respondent, in: 'oneToOne', day: dayOf(Date.now()) }
      : null;
  return { when, setWhen, respondent, setWho, asked, lacks, asking };
}

function Choosing(props: ChoosingProps) {
  const { person, open, said, onHandOver } = props;
  const chosen = useChosen(props);
  const [tries, setTries] = useState(0);
  const [aloud, setAloud] = useState<Assessing | null>(null);
  const navigate = useNavigate();
  const called = nameOf(person.body);
  const back = `/people/${person.id}`;
  const begin = (): Assessing | null => {
    setTries(tries + 1);
    return chosen.asking;
  };
  const handOver = useOnce(async () => {
    const asking = begin();
    if (!asking) return false;
    await onHandOver({ asking, called, put: toPut(putTo(open, asking.respondent), said, asking) }, back);
    return true;
  });
  if (aloud)
    return (
      <AskAloud
        {...{ called, asking: aloud, said, statements: putTo(open, aloud.respondent) }}
        onEnd={() => void navigate(back, { replace: true })}
      />
    );
  return (
    <PhonePage
      title={title}
      subtitle={called}
      back={(parts) => <Link to={back} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide icon="say" onClick={() => setAloud(begin())}>
            I ask them out loud
          </Button>
          <Button wide icon="hand-over" onClick={() => void handOver()}>
            Hand over the phone
          </Button>
        </Foot>
      }
    >
      <What chosen={chosen} said={said} tries={tries}>
        <Remark>
          {open.length === 1 ? 'One statement' : `${open.length} statements`}, each with five answers. They may skip
          any. Their name stands with what they say; the team reads it.
        </Remark>
      </What>
    </PhonePage>
  );
}

type WhatProps = {
  readonly chosen: ReturnType<typeof useChosen>;
  readonly said: ChoosingProps['said'];
  readonly tries: number;
  readonly children: ReactNode;
};

function What({ chosen, said, tries, children }: WhatProps) {
  const errors = tries > 0 ? chosen.lacks : [];
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <Stack>
      <ErrorSummary errors={errors} tries={tries} />
      <When value={chosen.when} onChange={chosen.setWhen} said={said} error={errorOf('indicators-when')} />
      {chosen.asked.length > 1 && (
        <Choice
          id="indicators-who"
          legend="Who answers?"
          error={errorOf('indicators-who')}
          options={chosen.asked.map((value) => ({ value, label: wordsOf(respondents, value) }))}
          value={chosen.respondent}
          onChange={chosen.setWho}
        />
      )}
      {children}
    </Stack>
  );
}

type WhenProps = {
  readonly value: Assessing['when'] | undefined;
  readonly onChange: (when: Assessing['when']) => void;
  readonly said: readonly ShownOf<'assessment'>[];
  readonly error?: string | undefined;
};

/** Start or end, each with the day it was last asked. */
function When({ value, onChange, said, error }: WhenProps) {
  const lastOf = (when: Assessing['when']): string | undefined => {
    const days = said.flatMap(({ body }) => (body.when === when ? body.day : [])).sort();
    const last = days.at(-1);
    return last && `Asked on ${shortDay(last, dayOf(Date.now()))}`;
  };
  return (
    <Choice
      id="indicators-when"
      legend="When is it?"
      error={error}
      options={[
        { value: 'start', label: 'At the start', hint: lastOf('start') },
        { value: 'end', label: 'At the end', hint: lastOf('end') },
      ]}
      value={value}
      onChange={onChange}
    />
  );
}
