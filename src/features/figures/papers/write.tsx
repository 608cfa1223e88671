import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { mostWordsOf, type NarrativeKind, wordsIn } from '#domain/reports/pack/input.ts';
import { narrativeAsks } from '#domain/reports/pack/parts.ts';
import type { Period } from '#domain/reports/report.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Buttons } from '#ui/stack.tsx';

/** Where a text stands, and how it is now. */
export type WrittenAt = Period & {
  readonly kind: NarrativeKind | 'debrief';
  /** Of a debrief, which of its lines; else empty. */
  readonly source: string;
  readonly title: string;
  readonly text: string;
};

/** Keeps a text on the server, for every coordinator of the same partners. */
export function useWrite() {
  const { ask, answers } = useDesk();
  const [trouble, setTrouble] = useState('');
  /** @param isSure whoever presses has read it: nobody can be picked out @returns what went wrong, or null */
  async function write({ from, to, kind, source, text }: WrittenAt, isSure: boolean): Promise<string | null> {
    const got = await ask('PUT', '/api/written', { from, to, kind, source, text, isSure });
    answers.refresh('/api/written', '/api/papers', '/api/audit');
    setTrouble(got.ok ? '' : got.words);
    return got.ok ? null : got.words;
  }
  return { write, trouble };
}

export function WriteForm({ at, onDone }: { at: WrittenAt; onDone: () => void }) {
  const { kind, source, from, to } = at;
  const { write } = useWrite();
  const most = mostWordsOf(kind);
  const form = useForm({
    name: `written ${kind} ${source} ${from} ${to}`,
    now: { text: at.text },
    changes: true,
    judge: ({ text }) => (wordsIn(text) > most ? { text: `Make it ${most} words or fewer.` } : {}),
    save: ({ text }) => write({ ...at, text: text.trim() }, false),
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ text: 'The text' }}>
      <TextArea
        label="The text"
        hint={kind === 'debrief' ? 'As it goes out: leave out whatever tells who somebody is.' : narrativeAsks[kind]}
        {...form.text('text')}
        maxLength={4000}
        rows={8}
      />
      <p>{`${wordsIn(form.values.text)} of ${most} words`}</p>
      <Buttons>
        <Button kind="primary" type="submit">
          Save
        </Button>
      </Buttons>
    </Form>
  );
}
