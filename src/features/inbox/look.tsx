import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import type { InboxAnswer } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { nameIn, useDesk } from '#desk/desk.ts';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { AnswerState, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { casesOf } from '#domain/sessions/kept/cases.ts';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { Stack } from '#ui/stack.tsx';
import { CaseAside } from './case/aside.tsx';
import { CaseCard } from './case/card.tsx';
import { sessionOf } from './case/words.ts';
import { Done } from './done.tsx';

/** What the server could not apply, by person and session. Nothing of it is lost: a coordinator takes it in or gives it up. */
export function Look() {
  const inbox = useAnswer('/api/inbox');
  const [part, setPart] = useSearchField('part');
  const [chosen, setChosen] = useState<string>();
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [said, setSaid] = useState('');
  const cases = casesOf(inbox.value?.entries ?? []);
  const open = cases.find(({ key }) => key === chosen) ?? cases[0];
  const isDone = part === 'done';
  const turn = (id: string) => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
  };
  return (
    <Screen
      title="Needs a look"
      aside={
        !isDone && inbox.value && open ? (
          <CaseAside one={open} inbox={inbox.value} out={out} onTurn={turn} />
        ) : undefined
      }
    >
      <DeskTabs
        label="Needs a look"
        tabs={[
          { id: 'open', label: 'Open', count: cases.length },
          { id: 'done', label: 'Done' },
        ]}
        selected={isDone ? 'done' : 'open'}
        onSelect={(next) => setPart(next === 'done' ? 'done' : '')}
      >
        <div className={styles.column}>
          <AnswerState answer={inbox} what="what waits" />
          <p aria-live="polite">{said}</p>
          {isDone && <Done />}
          {!isDone && inbox.value && (
            <Cases
              {...{ cases, inbox: inbox.value, out }}
              open={open?.key}
              onLook={setChosen}
              onDone={(words) => {
                setSaid(words);
                setOut(new Set());
              }}
            />
          )}
        </div>
      </DeskTabs>
    </Screen>
  );
}

type CasesProps = {
  readonly cases: ReturnType<typeof casesOf<InboxAnswer['entries'][number]>>;
  readonly inbox: InboxAnswer;
  readonly out: ReadonlySet<string>;
  readonly open: string | undefined;
  readonly onLook: (key: string) => void;
  readonly onDone: (words: string) => void;
};

function Cases({ cases, inbox, out, open, onLook, onDone }: CasesProps) {
  const sites = useDesk().useSetUp('site').records;
  if (cases.length === 0)
    return (
      <Empty icon="tick" title="Nothing waits">
        Everything that phones sent is in.
      </Empty>
    );
  return (
    <Stack>
      <p className={styles.quiet}>
        One card for one person and session, the oldest first. Nothing is lost: each record is kept until you choose.
        Reading this is logged: it may hold names.
      </p>
      <Each of={cases} by={({ key }) => key} as="block">
        {(one) => (
          <CaseCard
            one={one}
            of={sessionOf(one, inbox.sessions, (id) => (id === '' ? '' : nameIn(sites, id)))}
            isOpen={one.key === open}
            out={out}
            onLook={() => onLook(one.key)}
            onDone={onDone}
          />
        )}
      </Each>
    </Stack>
  );
}
