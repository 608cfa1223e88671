import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { dayOf } from '#domain/time.ts';
import { answerIdea, unanswer } from '#domain/voice/ideas/acts.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { namingHelp, readingHelp } from '#domain/voice/ideas/reading.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { type IdeaDecision, ideaDecisions } from '#domain/voice-codes.ts';
import { spokenAnswers } from '#features/voice/words.ts';
import type { Faults } from '#forms/faults.ts';
import { Form, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { mostInTitle, mostSaid, tooLong } from './add.tsx';
import styles from './idea.module.css';

/** Yes, part or no, and why: in words a child of ten can read. */

type Typed = {
  readonly decision: IdeaDecision | undefined;
  readonly title: string;
  readonly reason: string;
};

const judge = ({ decision, title, reason }: Typed): Faults<Typed> => ({
  decision: decision === undefined ? 'Choose yes, part or no.' : undefined,
  title: title.trim() === '' ? 'Say in a few words what it is about.' : tooLong(title, mostInTitle),
  reason:
    reason.trim() === '' ? 'Write why. A no without a reason feels like nobody listened.' : tooLong(reason, mostSaid),
});

const hints: Readonly<Record<IdeaDecision, string>> = {
  yes: 'It happens as they asked.',
  part: 'Some of it happens.',
  no: 'It does not happen, and they hear why.',
};

export function AnswerForm({ idea }: { idea: Idea }) {
  const { save } = useDesk();
  const form = useForm<Typed>({
    changes: true,
    name: `idea-answer ${idea.id}`,
    now: { decision: idea.decision === '' ? undefined : idea.decision, title: idea.title, reason: idea.reason },
    judge,
    save: async ({ decision, title, reason }) =>
      decision === undefined
        ? { decision: 'Choose yes, part or no.' }
        : save('The answer', [answerIdea(idea, { decision, title, reason, day: dayOf(Date.now()) })]),
  });
  if (!form) return null;
  const { decision, reason, title } = form.values;
  const help = [...readingHelp(reason), ...namingHelp(`${title} ${reason}`)];
  return (
    <>
      {idea.reason !== '' && idea.decision === '' && (
        <Remark>An older app kept the answer in words only. Choose yes, part or no to bring it up to date.</Remark>
      )}
      <Form
        form={form}
        words={{
          title: 'In a few words',
          reason: 'Why',
          decision: (now) => `The answer: ${now === undefined ? 'none' : spokenAnswers[now].toLowerCase()}`,
        }}
      >
        <Choice
          legend="What is the answer?"
          tile="9rem"
          options={ideaDecisions.map(([value, label]) => ({ value, label, hint: hints[value] }))}
          {...form.choice('decision')}
        />
        <TextField
          label="In a few words"
          hint={`In your words, for the poster. They said: ${titleOf({ title: '', said: idea.said })}`}
          {...form.text('title')}
        />
        <TextArea
          label="Why, or what will happen"
          hint="So that a ten-year-old can read it. Short words, short sentences, no names."
          rows={3}
          {...form.text('reason')}
        />
        {help.length > 0 && (
          <ul className={styles.help} aria-label="To make it easier to read" aria-live="polite">
            {help.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        )}
        {decision !== undefined && reason.trim() !== '' && (
          <p className={styles.preview}>
            <b>
              {title.trim() || titleOf(idea)}: {spokenAnswers[decision].toLowerCase()}
            </b>
            {reason}
          </p>
        )}
        <Button kind="primary" type="submit">
          {idea.reason === '' ? 'Answer it' : 'Save the answer'}
        </Button>
      </Form>
      {idea.reason !== '' && <TakeBack idea={idea} />}
    </>
  );
}

/** The answer was wrong or too early: it is thought about again. */
function TakeBack({ idea }: { idea: Idea }) {
  const { save } = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const act = useOnce(async () => setTrouble(await save('The answer', [unanswer(idea)])));
  return (
    <>
      <NotSaved trouble={trouble} />
      <Button size="inline" kind="quiet" icon="undo" onClick={() => void act()}>
        Take the answer back
      </Button>
    </>
  );
}
