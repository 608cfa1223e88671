import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { toInstant } from '#domain/time.ts';
import { readWords } from '#domain/voice/feedback/acts.ts';
import { titleOf } from '#domain/voice/ideas/record.ts';
import { useIdeas } from '#features/voice/desk/ideas/queries.ts';
import { Form, useForm } from '#forms/form.tsx';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Each } from '#ui/each.tsx';
import { SelectField, TextArea } from '#ui/field.tsx';
import { Empty, Notice, Remark } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Named } from './named.tsx';
import { OneWord, type OwnWordsLine } from './one-word.tsx';
import styles from './words.module.css';

/** Own words, which a coordinator reads before anybody else sees them. */

const shows = [
  { value: 'open', label: 'To read' },
  { value: 'read', label: 'Read' },
] as const;

export function WordsPage() {
  const answer = useAnswer('/api/voice/words');
  const [only, setOnly] = useSearchField('only');
  const showsRead = only === 'read';
  const lines = (answer.value?.words ?? []).filter(({ read }) => (read !== null) === showsRead);
  return (
    <Screen title="Own words" back={{ to: '/desk/voice/answers', label: 'Answers' }}>
      <Remark>
        Nobody sees these words before you have read them. Names, numbers and addresses are marked. What a few words say
        can still tell who it was to somebody who was there.
      </Remark>
      <Chips
        legend="Which"
        chips={shows}
        value={showsRead ? 'read' : 'open'}
        onPress={(value) => setOnly(value === 'read' ? 'read' : '')}
      />
      <AnswerState answer={answer} what="the words" />
      {answer.value && lines.length === 0 && (
        <Empty icon="say" title={showsRead ? 'None read yet' : 'Nothing to read'}>
          Words come here once five people have answered the same question.
        </Empty>
      )}
      <Lines lines={lines} />
      <Named />
    </Screen>
  );
}

type Opened = { readonly what: 'change' | 'idea'; readonly answer: string };

function Lines({ lines }: { readonly lines: readonly OwnWordsLine[] }) {
  const { save } = useDesk();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const line = lines.find(({ answer }) => answer === opened?.answer);
  const say = async (of: OwnWordsLine, said: Parameters<typeof readWords>[1]): Promise<string | null> => {
    setBusy(of.answer);
    const problem = await save('What was read', [readWords(of, said, crypto.randomUUID(), toInstant(Date.now()))]);
    setBusy(null);
    setTrouble(problem);
    return problem;
  };
  return (
    <>
      {trouble !== null && <Notice kind="danger" title={trouble} />}
      <ul className={styles.words}>
        <Each of={lines} by={({ answer }) => answer}>
          {(each) => (
            <OneWord
              line={each}
              busy={busy === each.answer}
              onUse={() => void say(each, { verdict: 'use' })}
              onKeepBack={() => void say(each, { verdict: 'keepBack' })}
              onChange={() => setOpened({ what: 'change', answer: each.answer })}
              onIdea={() => setOpened({ what: 'idea', answer: each.answer })}
            />
          )}
        </Each>
      </ul>
      <Sheet open={opened?.what === 'change'} title="As it may be seen" onClose={() => setOpened(null)}>
        {line && opened?.what === 'change' && (
          <ChangeForm
            key={line.answer}
            line={line}
            save={(says) => say(line, { verdict: 'changed', says })}
            onDone={() => setOpened(null)}
          />
        )}
      </Sheet>
      <Sheet open={opened?.what === 'idea'} title="Which idea is it about?" onClose={() => setOpened(null)}>
        {line && opened?.what === 'idea' && (
          <IdeaForm
            key={line.answer}
            line={line}
            save={(idea) =>
              say(line, { verdict: line.read?.verdict ?? 'use', says: line.read?.says ?? undefined, idea })
            }
            onDone={() => setOpened(null)}
          />
        )}
      </Sheet>
    </>
  );
}

type SheetFormProps = {
  readonly line: OwnWordsLine;
  readonly save: (text: string) => Promise<string | null>;
  readonly onDone: () => void;
};

function ChangeForm({ line, save, onDone }: SheetFormProps) {
  const form = useForm({
    name: `words ${line.answer}`,
    now: { says: line.read?.says ?? line.words },
    judge: ({ says }) => ({
      says: says.trim() === '' ? 'Write the words as they may be seen, or keep them back.' : undefined,
    }),
    save: ({ says }) => save(says.trim()),
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ says: 'As it may be seen' }}>
      <TextArea
        label="As it may be seen"
        hint="Take out what tells who it was. Change nothing else: they are their words."
        rows={5}
        maxLength={4000}
        dir="auto"
        {...form.text('says')}
      />
      <Button kind="primary" wide type="submit">
        Save
      </Button>
    </Form>
  );
}

function IdeaForm({ line, save, onDone }: SheetFormProps) {
  const ideas = (useIdeas().value?.ideas ?? []).filter(({ partner }) => partner === line.partner);
  const form = useForm({
    name: `idea of ${line.answer}`,
    now: { idea: line.read?.idea ?? '' },
    judge: ({ idea }) => ({ idea: idea === '' ? 'Choose an idea. A new one is added under Ideas.' : undefined }),
    save: ({ idea }) => save(idea),
    onSaved: onDone,
  });
  if (!form) return null;
  return (
    <Form form={form} words={{ idea: 'The idea' }}>
      <SelectField label="The idea" {...form.text('idea')}>
        <option value="">Choose</option>
        {ideas.map((idea) => (
          <option key={idea.id} value={idea.id}>
            {titleOf(idea)}
          </option>
        ))}
      </SelectField>
      <Button kind="primary" wide type="submit">
        Save
      </Button>
    </Form>
  );
}
