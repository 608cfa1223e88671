import { useDesk } from '#desk/desk.ts';
import { think } from '#domain/voice/ideas/acts.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/field.tsx';

/** Who looks into it. That is thinking, and never a no. */
export function ThinkForm({ idea }: { idea: Idea }) {
  const { save, useSetUp } = useDesk();
  const form = useForm({
    changes: true,
    name: `idea-who ${idea.id}`,
    now: { who: idea.who },
    judge: ({ who }) => ({ who: who.trim().length > 200 ? 'At most 200 characters are kept.' : undefined }),
    save: ({ who }) => save('Who looks into it', [think(idea, who)]),
  });
  const team = useSetUp('member').records ?? [];
  if (!form) return null;
  return (
    <Form form={form} words={{ who: 'Who looks into it' }}>
      <TextField
        label="Who looks into it, and who do they ask?"
        hint="Dele A asks the council"
        list="idea-team"
        {...form.text('who')}
      />
      <datalist id="idea-team">
        {team.map(({ id, body }) => (
          <option key={id} value={body.name} />
        ))}
      </datalist>
      <Button type="submit">{idea.stage === 'heard' ? 'We are thinking about it' : 'Save'}</Button>
    </Form>
  );
}
