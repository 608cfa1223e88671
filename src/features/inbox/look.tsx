import { useState } from 'react';
import { useAnswer } from '#desk/answer.ts';
import type { KeptEntry } from '#desk/answers.ts';
import styles from '#desk/desk.module.css';
import { useDesk } from '#desk/desk.ts';
import { AnswerState, Screen, whenOf } from '#desk/screen.tsx';
import { keptBecause } from '#domain/records/kept-because.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Stack } from '#ui/stack.tsx';
import { EntryValues } from './entry-values.tsx';

/** What the server could not apply. Nothing of it is lost: a coordinator takes it in or sets it aside. */
export function Look() {
  const inbox = useAnswer('/api/inbox');
  const [said, setSaid] = useState('');
  const entries = inbox.value?.entries;
  return (
    <Screen title="Needs a look">
      <div className={styles.column}>
        <AnswerState answer={inbox} what="what waits" />
        <p aria-live="polite">{said}</p>
        {entries?.length === 0 && (
          <Empty icon="tick" title="Nothing waits">
            Everything that phones sent is in.
          </Empty>
        )}
        {entries && entries.length > 0 && (
          <p className={styles.quiet}>The oldest first. Reading this is logged: it may hold names.</p>
        )}
        <Stack>
          <Each of={entries ?? []} by={(entry) => `${entry.id} ${entry.by}`} as="block">
            {(entry) => <Kept kept={entry} onDone={setSaid} />}
          </Each>
        </Stack>
      </div>
    </Screen>
  );
}

function Kept({ kept, onDone }: { kept: KeptEntry; onDone: (words: string) => void }) {
  const { ask, answers } = useDesk();
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const by = kept.byName || 'Somebody no longer known';

  function done(words: string) {
    onDone(words);
    answers.refresh('/api/inbox', '/api/overview', '/api/sessions', '/api/records');
  }

  async function accept() {
    const got = await ask('POST', `/api/inbox/${kept.id}/accept?by=${kept.by}`);
    if (!got.ok) return setTrouble(got.words);
    const { result } = got.value;
    if (result?.result === 'refused') return setTrouble(`${keptBecause[result.code] ?? result.why}.`);
    done(`Taken in. It stays ${by}’s.`);
  }

  async function discard() {
    setAsking(false);
    const got = await ask('POST', `/api/inbox/${kept.id}/discard?by=${kept.by}`);
    if (got.ok) done('Set aside. It is kept in the log.');
    else setTrouble(got.words);
  }

  return (
    <article className={styles.kept} aria-label={`From ${by}, ${whenOf(kept.receivedAt)}`}>
      <header>
        <h2>{keptBecause[kept.code] ?? kept.why}</h2>
        <p className={styles.quiet}>
          {[by, kept.partnerName, `came ${whenOf(kept.receivedAt)}`].filter(Boolean).join(' · ')}
          {kept.code === 'invalid' && ` · ${kept.why}`}
        </p>
      </header>
      <EntryValues entry={kept.entry} />
      <NotSaved title="Still not in" trouble={trouble} />
      <p className={styles.buttons}>
        <Button icon="tick" onClick={() => void accept()}>
          Take it in
        </Button>
        <Button onClick={() => setAsking(true)}>Set it aside</Button>
      </p>
      <Sheet open={asking} title="Set it aside?" onClose={() => setAsking(false)}>
        <Stack>
          <p>It will not be in any figure, and the phone it came from is told so.</p>
          <Button kind="danger" wide onClick={() => void discard()}>
            Set it aside
          </Button>
          <Button wide onClick={() => setAsking(false)}>
            Keep it here
          </Button>
        </Stack>
      </Sheet>
    </article>
  );
}
