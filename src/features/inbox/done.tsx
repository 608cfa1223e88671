import { useState } from 'react';
import { Link } from 'react-router';
import { useAnswer } from '#desk/answer.ts';
import type { Settled } from '#desk/answers.ts';
import { useDesk } from '#desk/desk.ts';
import { AnswerState } from '#desk/screen.tsx';
import { whenOf } from '#desk/when.ts';
import { dayOf, shortDay } from '#domain/time.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import styles from './inbox.module.css';

/** What was taken in and given up, the newest first; what can be is undone here. */
export function Done() {
  const answer = useAnswer('/api/inbox/done');
  const done = answer.value?.done;
  return (
    <>
      <AnswerState answer={answer} what="what was settled" />
      {done?.length === 0 && (
        <Empty icon="undo" title="Nothing was settled yet">
          What you take in or give up is listed here. What is of a session, or was given up, can be undone.
        </Empty>
      )}
      <ul className={styles.done}>
        <Each of={done ?? []} by={({ line }) => String(line)}>
          {(one) => <Line one={one} />}
        </Each>
      </ul>
    </>
  );
}

function Line({ one }: { one: Settled }) {
  const { ask, answers } = useDesk();
  const [trouble, setTrouble] = useState<string>();
  const undo = useOnce(async () => {
    const got = await ask('POST', `/api/inbox/done/${one.line}/undo`);
    if (got.ok) answers.refresh('/api/inbox', '/api/overview', '/api/sessions', '/api/records', '/api/reports');
    else setTrouble(got.words);
    return got.ok;
  });
  const what =
    one.day === '' ? `${one.entries} of ${one.fromName}` : `${one.fromName}, ${one.site}, ${dayWords(one.day)}`;
  const canUndo = one.how === 'given up' || one.session !== '';
  return (
    <li>
      <div>
        <b>{one.how === 'taken in' ? 'Taken in' : 'Given up'}:</b>{' '}
        {one.session !== '' && one.day !== '' ? <Link to={`/desk/sessions/${one.session}`}>{what}</Link> : what}
        <p className={styles.quiet}>
          {[
            `${one.byName}, ${whenOf(one.at)}`,
            one.entries === 1 ? '1 record' : `${one.entries} records`,
            one.reason,
            one.undone ? 'undone' : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <NotSaved trouble={trouble} title="Not undone" />
      </div>
      {!one.undone && canUndo && (
        <Button icon="undo" size="inline" aria-label={`Undo: ${one.how}, ${what}`} onClick={() => void undo()}>
          Undo
        </Button>
      )}
    </li>
  );
}

const dayWords = (day: string): string => shortDay(day, dayOf(Date.now()));
