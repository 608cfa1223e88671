import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useDesk } from '#desk/desk.ts';
import { dateWords } from '#desk/period.ts';
import { joinIdea, partIdea } from '#domain/voice/ideas/acts.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { Form, useForm } from '#forms/form.tsx';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { SelectField } from '#ui/field.tsx';
import { useOnce } from '#ui/once.ts';
import styles from './idea.module.css';
import type { OneIdea } from './idea.tsx';

/** Ideas that are one: what was joined to this one, and joining it to another. Nothing of either is lost. */
export function Joined({ of }: { of: OneIdea }) {
  const { idea, others } = of;
  return (
    <>
      <ul className={styles.lines}>
        <Each of={idea.joined} by={({ id }) => id}>
          {(each) => <Part of={each} partner={idea.partner} />}
        </Each>
      </ul>
      {others.length === 0 ? <p className={styles.quiet}>There is no other idea yet.</p> : <JoinForm of={of} />}
    </>
  );
}

function Part({ of, partner }: { of: OneIdea['idea']['joined'][number]; partner: string }) {
  const { save } = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const apart = useOnce(async () => setTrouble(await save('The two ideas', [partIdea(of, partner)])));
  return (
    <li>
      <span>
        {titleOf(of)}
        <small>heard {dateWords(of.day)}</small>
      </span>
      <Button size="inline" icon="undo" onClick={() => void apart()}>
        Take apart
      </Button>
      <NotSaved trouble={trouble} />
    </li>
  );
}

function JoinForm({ of: { idea, others } }: { of: OneIdea }) {
  const { save } = useDesk();
  const navigate = useNavigate();
  const form = useForm({
    name: `idea-join ${idea.id}`,
    now: { to: '' },
    judge: ({ to }) => ({ to: to === '' ? 'Choose the idea it is one with.' : undefined }),
    save: async ({ to }) => {
      const other = others.find(({ id }) => id === to);
      if (!other) return { to: 'It is not there any more. Choose another.' };
      const problem = await save('The two ideas', joinIdea(idea, other));
      if (problem === null) navigate(`/desk/voice/ideas/${encodeURIComponent(to)}`);
      return problem;
    },
  });
  if (!form) return null;
  return (
    <Form form={form} words={{}}>
      <SelectField
        label="It is one with"
        hint="It is then listed there, with all that was said. You can take them apart."
        {...form.text('to')}
      >
        <option value="">Choose an idea</option>
        {others.map((each) => (
          <option key={each.id} value={each.id}>
            {titleOf(each)}
          </option>
        ))}
      </SelectField>
      <Button type="submit">Join them</Button>
    </Form>
  );
}
