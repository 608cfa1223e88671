import { useState } from 'react';
import type { ShownOf } from '#db/shown.ts';
import { wordsOf } from '#domain/codes.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import type { Assessing, GivenAnswers } from '#domain/voice/indicators/acts.ts';
import type { Indicator } from '#domain/voice/indicators/indicator.ts';
import { agreement, assessedAt, respondents } from '#domain/voice-codes.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { keepHere } from '#phone/save.ts';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Stack } from '#ui/stack.tsx';
import { saveAssessment } from './reading.ts';
import { useSitting } from './sitting.ts';
import { NextButton, Statement } from './statement.tsx';

/** The worker reads each statement out, and writes down what they say. */

type AskAloudProps = {
  readonly called: string;
  readonly asking: Assessing;
  readonly statements: readonly Indicator[];
  /** What stands of them. */
  readonly said: readonly ShownOf<'assessment'>[];
  /** Saved, or given up. */
  readonly onEnd: () => void;
};

export const title = 'How are things?';

export function AskAloud({ called, asking, statements, said, onEnd }: AskAloudProps) {
  const [trouble, setTrouble] = useState<string | null>(null);
  const save = useOnce(async (answers: GivenAnswers) => {
    const problem = await keepHere(title, () => saveAssessment(asking, statements, answers));
    setTrouble(problem);
    if (problem !== null) return false;
    onEnd();
    return true;
  });
  const sitting = useSitting(statements, (answers) => void save(answers));
  return (
    <PhonePage
      title={called}
      subtitle={`${wordsOf(assessedAt, asking.when)} · ${sitting.at + 1} of ${sitting.of}`}
      back={(parts) => (
        <button type="button" {...parts} onClick={sitting.back ?? onEnd}>
          {parts.children}
        </button>
      )}
      backLabel={sitting.back ? 'The statement before' : 'Back'}
      bottom={
        <Foot>
          <NextButton sitting={sitting} />
        </Foot>
      }
    >
      <Stack>
        <NotSaved trouble={trouble} />
        <Statement sitting={sitting} />
        <Before key={sitting.now?.id} said={said.filter(({ body }) => body.indicator === sitting.now?.id)} />
        <Button kind="quiet" wide onClick={onEnd}>
          Stop without saving
        </Button>
      </Stack>
    </PhonePage>
  );
}

/** Shut, so that what was said before does not lead what is said now. */
function Before({ said }: Pick<AskAloudProps, 'said'>) {
  const today = dayOf(Date.now());
  if (said.length === 0) return null;
  return (
    <Fold title="What was said before">
      {said.map(({ id, body }) => (
        <p key={id}>
          {wordsOf(assessedAt, body.when)}, {shortDay(body.day, today)}:{' '}
          <b>{wordsOf(agreement, String(body.answer))}</b>
          {body.respondent !== 'youngPerson' && ` (${wordsOf(respondents, body.respondent)})`}
        </p>
      ))}
    </Fold>
  );
}
