import { useState } from 'react';
import { dueAfter } from '#db/held.ts';
import { feedbackSays, namedFeedbackSays } from '#domain/voice/feedback/sitting.ts';
import type { HandedForm } from '#phone/hand-over/form.ts';
import { useQuiet } from '#phone/hand-over/quiet.ts';
import { OnePerson } from './one-person.tsx';
import type { AskPack, OneSaid } from './pack.ts';

/** A form passed round: one person after another, and between two of them the phone is as it was before the first. */

const quietMs = 90_000;

export function VoiceForm({ pack, say, hold, finish }: HandedForm<AskPack, never>) {
  const [turn, setTurn] = useState(0);
  const next = () => setTurn(turn + 1);
  // Whoever walks off half-way has said nothing.
  useQuiet(quietMs, next);
  return (
    <OnePerson
      key={turn}
      pack={pack}
      onDone={(one) => saveOne(pack, one, { say, hold })}
      onNext={next}
      onEnd={pack.person ? finish : undefined}
    />
  );
}

type Saving = Pick<HandedForm<AskPack, never>, 'say' | 'hold'>;

/** Puts what one person said where it belongs: with their name at once, or without it when the session is over. */
export function saveOne(pack: AskPack, one: OneSaid, { say, hold }: Saving): Promise<boolean> {
  const { form, said, beside, sitting } = one;
  const putting = { ...pack.putting, form: form.sha256 };
  const answered = { questions: form.document.questions, said };
  const newId = () => crypto.randomUUID();
  if (pack.person) return say([], { answers: namedFeedbackSays(putting, answered, pack.person.id, newId) });
  return hold(feedbackSays(putting, answered, beside, newId), {
    group: form.group,
    dueAt: dueAfter(pack.endsMs, Date.now()),
    sitting,
    beside: beside.age ?? beside.language,
  });
}
