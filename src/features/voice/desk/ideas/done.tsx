import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { dayOf } from '#domain/time.ts';
import { finishIdea, unfinishIdea } from '#domain/voice/ideas/acts.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { DayField } from '#forms/day-field.tsx';
import { Form, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import { mostSaid, tooLong } from './add.tsx';
import styles from './idea.module.css';

/** What was done about it, and since when. */
export function DoneForm({ idea }: { idea: Idea }) {
  const { save } = useDesk();
  const form = useForm({
    changes: true,
    name: `idea-done ${idea.id}`,
    now: { action: idea.action, doneOn: idea.doneOn || dayOf(Date.now()) },
    judge: ({ action, doneOn }) => ({
      action: tooLong(action, mostSaid),
      doneOn: doneOn === '' ? 'Say since when.' : undefined,
    }),
    days: { doneOn: 'past' },
    save: (typed) => save('What was done', [finishIdea(idea, typed)]),
  });
  const [trouble, setTrouble] = useState<string | null>(null);
  const undo = useOnce(async () => setTrouble(await save('What was done', [unfinishIdea(idea)])));
  if (!form) return null;
  if (idea.stage === 'heard' || idea.stage === 'thinking')
    return <p className={styles.quiet}>Answer it first. Then you can say what was done.</p>;
  return (
    <>
      <Form form={form} words={{ action: 'What was done', doneOn: 'Done on' }}>
        <TextArea
          label="What was done"
          optional="(optional)"
          hint="It is said after the answer: We start at 15:30 in winter."
          {...form.text('action')}
        />
        <DayField label="Done on" {...form.day('doneOn')} />
        <Button type="submit">{idea.stage === 'done' ? 'Save' : 'It is done'}</Button>
      </Form>
      <NotSaved trouble={trouble} />
      {idea.doneOn !== '' && (
        <Button size="inline" kind="quiet" icon="undo" onClick={() => void undo()}>
          Not done after all
        </Button>
      )}
    </>
  );
}
