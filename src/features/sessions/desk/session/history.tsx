import type { ReactNode } from 'react';
import type { SessionAnswer } from '#desk/answers.ts';
import { siteNames, useDesk } from '#desk/desk.ts';
import { levels, sessionStates, tallyBands, wordsOf } from '#domain/codes.ts';
import type { SessionStatus } from '#domain/records/entry.ts';
import { fieldWords, valueWords } from '#domain/records/field-words.ts';
import { timeOn } from '#domain/time.ts';
import { Each } from '#ui/each.tsx';
import styles from './session.module.css';
import { useZone } from './zone.ts';

/** What happened, in order: who marked, counted, wrote and changed what; undone things are struck, and say so. */

type Line = SessionAnswer['history'][number];
type Changes = NonNullable<Line['changes']>;

/** Those who came in one minute, marked by one person, are one line. */
function grouped(history: readonly Line[]): Line[][] {
  const lines: Line[][] = [];
  for (const each of history) {
    const last = lines.at(-1);
    if (last?.[0] && keyOf(each) !== '' && keyOf(each) === keyOf(last[0])) last.push(each);
    else lines.push([each]);
  }
  return lines;
}

const keyOf = ({ at, by, undone, mark }: Line): string =>
  mark && !mark.was && !mark.again && mark.level === 'joined_in'
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
          const { at, byName, undone } = first;
          const said = wordsFor(group, names, timeWords);
          return said === null ? null : (
            <li>
              <time dateTime={at}>{timeWords(at)}</time>
              <div>
                {undone ? <s>{said}</s> : said}
                {undone && <b> undone</b>}
                {byName !== '' && <small> by {byName}</small>}
              </div>
            </li>
          );
        }}
      </Each>
    </ol>
  );
}

/** What ids in it are called. */
function useNames({ people }: SessionAnswer): ReadonlyMap<string, string> {
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

type Names = ReadonlyMap<string, string>;

function wordsFor(group: readonly Line[], names: Names, timeWords: (at: string) => string): ReactNode {
  const [first] = group;
  if (first?.note !== undefined)
    return (
      <>
        <b>Note</b>
        <p>{first.note}</p>
      </>
    );
  if (first?.tally) {
    const { n, band } = first.tally;
    const words = `${Math.abs(n)} counted, ${wordsOf(tallyBands, band).toLowerCase()}`;
    return <b>{n > 0 ? words : `${words}: taken back`}</b>;
  }
  if (first?.changes) return changeWords(first.changes, names);
  const { mark } = first ?? {};
  if (!mark) return null;
  const who = group.map((each) => names.get(each.mark?.person ?? '') ?? 'Somebody').join(', ');
  const level = mark.level === 'joined_in' ? '' : ` (${wordsOf(levels, mark.level).toLowerCase()})`;
  const did = mark.state === 'here' ? (mark.again ? 'put back' : 'came') : mark.state === 'left' ? 'left' : 'taken off';
  return (
    <>
      <b>
        {who} {did}
        {level}
      </b>
      {mark.was && ` put right: it said ${timeWords(mark.was.at)}, ${wordsOf(levels, mark.was.level).toLowerCase()}`}
    </>
  );
}

/** What goes with how a session stands, and is said by it. */
const withStatus = new Set(['status', 'actualStart', 'actualEnd', 'reopenedBecause', 'day', 'site', 'series']);

/** `Finished`, `Opened again: two more came`, `Weather: Rain, before Dry` */
function changeWords(changes: Changes, names: Names): ReactNode {
  const of = (field: string) => changes.find((each) => each.field === field);
  const isFirst = of('day')?.before === null;
  const status = of('status');
  const plain = changes.filter(
    ({ field, before }) =>
      !field.startsWith('check/') &&
      !(withStatus.has(field) && (before === null || field === 'status')) &&
      !(status && withStatus.has(field)),
  );
  const checks = changes.some(({ field }) => field.startsWith('check/')) ? ['Before you start'] : [];
  const said = [
    ...checks,
    ...plain.map(({ field, before, after }) => {
      // One of a set that is there says all by its name.
      const isThere = after === true && field.includes('/');
      const words = `${fieldWords(field, names)}${isThere ? '' : `: ${valueWords(field, after, names)}`}`;
      return before === null ? words : `${words}, before ${valueWords(field, before, names)}`;
    }),
  ];
  const headline = status ? statusWords(status, of('reopenedBecause')?.after, isFirst) : isFirst ? 'Written down' : '';
  if (headline === '' && said.length === 0) return null;
  return (
    <>
      {headline !== '' && <b>{headline}</b>}
      {said.length > 0 && (headline === '' ? <span>{said.join(' · ')}</span> : <p>{said.join(' · ')}</p>)}
    </>
  );
}

/** How a session stood as it was stored, by whatever version. */
const statusIn = (value: unknown): SessionStatus | undefined =>
  typeof value === 'object' && value !== null && 'is' in value && 'reopened' in value
    ? (value as SessionStatus) // as was just seen
    : undefined;

function statusWords({ before, after }: Changes[number], reason: unknown, isFirst: boolean): string {
  const [was, is] = [statusIn(before), statusIn(after)];
  if (!is) return '';
  if (!isFirst && was && is.reopened > was.reopened)
    return `Opened again${typeof reason === 'string' ? `: ${reason}` : ''}`;
  return is.is === 'running' ? 'Started' : wordsOf(sessionStates, is.is);
}
