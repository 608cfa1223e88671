import { type ReactNode, useRef, useState } from 'react';
import { newId } from '#db/person.ts';
import type { SessionAnswer } from '#desk/answers.ts';
import { siteNames, useDesk } from '#desk/desk.ts';
import { dayIn, dayOf, timeOf, timeOn } from '#domain/time.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { Button } from '#ui/button.tsx';
import { Each } from '#ui/each.tsx';
import { useOnce } from '#ui/once.ts';
import { usePutBack } from './correct/door.ts';
import { correctedWords } from './corrected-words.tsx';
import { type HappeningLine, type Names, wordsFor } from './happening-words.tsx';
import styles from './session.module.css';
import { useZone } from './zone.ts';

/** What happened, in order: who marked, counted, wrote and changed what; undone things are struck, and say so. */

/** Those who came in one minute, marked by one person, are one line; and so is all that one correction put right. */
function grouped(history: readonly HappeningLine[]): HappeningLine[][] {
  const lines: HappeningLine[][] = [];
  const corrections = new Map<string, HappeningLine[]>();
  for (const each of history) {
    const own = each.of === undefined ? undefined : corrections.get(each.of);
    const last = lines.at(-1);
    if (own) own.push(each);
    else if (each.of === undefined && last?.[0] && keyOf(each) !== '' && keyOf(each) === keyOf(last[0]))
      last.push(each);
    else lines.push([each]);
    const begun = lines.at(-1);
    if (each.of !== undefined && !own && begun) corrections.set(each.of, begun);
  }
  return lines;
}

const keyOf = ({ at, by, undone, mark, of }: HappeningLine): string =>
  of === undefined && mark && !mark.was && !mark.again && mark.level === 'joined_in'
    ? `${at.slice(0, 16)} ${by} ${undone} ${mark.state}`
    : '';

export function History({ found }: { found: SessionAnswer }) {
  const { line, body } = found.session;
  const zone = useZone(body.site);
  const names = useNames(found);
  const timeWords = (at: string) => (at === '' ? '' : timeOn(at, line.day, zone));
  return (
    <ol className={styles.history}>
      <Each of={grouped(found.history)} by={([first]) => first?.id ?? ''}>
        {(group) => {
          const [first] = group;
          if (!first) return null;
          if (first.of !== undefined) return <Corrected found={found} group={group} names={names} zone={zone} />;
          const { at, byName, undone } = first;
          const said = wordsFor(group, names, timeWords);
          return said === null ? null : (
            <Happened at={at} when={timeWords(at)} byName={byName}>
              {undone ? <s>{said}</s> : said}
              {undone && <b> undone</b>}
            </Happened>
          );
        }}
      </Each>
    </ol>
  );
}

type HappenedProps = { at: string; when: ReactNode; byName: string; children: ReactNode; more?: ReactNode };

const Happened = ({ at, when, byName, children, more }: HappenedProps) => (
  <li>
    <time dateTime={at}>{when}</time>
    <div>
      {children}
      {byName !== '' && <small> by {byName}</small>}
      {more}
    </div>
  </li>
);

type CorrectedProps = { found: SessionAnswer; group: readonly HappeningLine[]; names: Names; zone: string };

/** What was put right, why, and the way to put it back. */
function Corrected({ found, group, names, zone }: CorrectedProps) {
  const why = group.find(({ correction }) => correction);
  if (!why?.correction) return null;
  const { at, byName, id } = why;
  const { reason, undoes, putBack } = why.correction;
  const meant = found.history.find((each) => each.id === undoes)?.correction?.reason;
  return (
    <Happened
      at={at}
      when={
        <>
          {dayIn(dayOf(at, zone), { day: 'numeric', month: 'short' })}
          <br />
          {timeOf(at, zone)}
        </>
      }
      byName={byName}
      more={
        <>
          <ul>
            <Each of={correctedWords(group, names, { zone })} by={(words) => words}>
              {(words) => <li>{words}</li>}
            </Each>
          </ul>
          {!putBack && <PutBack session={found.session.id} correction={id} />}
        </>
      }
    >
      <b>{undoes === undefined ? `Corrected: ${reason}` : `Put back${meant ? `: ${meant}` : ''}`}</b>
      {putBack && <b> · put back since</b>}
    </Happened>
  );
}

function PutBack({ session, correction }: { session: string; correction: string }) {
  const putBack = usePutBack(session);
  const [trouble, setTrouble] = useState<string | null>(null);
  // The same at every try: pressed again after no answer came, it is one.
  const id = useRef('');
  const press = useOnce(async () => {
    id.current ||= newId();
    const problem = await putBack(correction, id.current);
    setTrouble(problem);
    return problem === null;
  });
  return (
    <div className={styles.doing}>
      <NotSaved trouble={trouble} />
      <Button size="inline" icon="undo" onClick={() => void press()}>
        Put back
      </Button>
    </div>
  );
}

/** What ids in it are called. */
function useNames({ people }: SessionAnswer): Names {
  const { useSetUp } = useDesk();
  const sites = useSetUp('site').records;
  const named = [useSetUp('activity').records, useSetUp('member').records].flatMap((records) => records ?? []);
  const siteName = siteNames(sites);
  return new Map([
    ...(sites ?? []).map(({ id, body }) => [id, siteName(id, body.name)] as const),
    ...named.map(({ id, body }) => [id, body.name] as const),
    ...people.map(({ person, name }) => [person, name] as const),
  ]);
}
