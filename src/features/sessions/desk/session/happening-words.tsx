import type { ReactNode } from 'react';
import type { SessionAnswer } from '#desk/answers.ts';
import { levels, sessionStates, tallyBands, wordsOf } from '#domain/codes.ts';
import type { SessionStatus } from '#domain/records/entry.ts';
import { fieldWords, valueWords } from '#domain/records/field-words.ts';

/** What a line of the history says. */

export type HappeningLine = SessionAnswer['history'][number];
type Changes = NonNullable<HappeningLine['changes']>;
/** What ids are called. */
export type Names = ReadonlyMap<string, string>;

export function wordsFor(group: readonly HappeningLine[], names: Names, timeWords: (at: string) => string): ReactNode {
  const [first] = group;
  if (first?.note !== undefined)
    return (
      <>
        <b>Note</b>
        <p>{first.note}</p>
      </>
    );
  if (first?.tally) {
    const { n, ageBand } = first.tally;
    const words = `${Math.abs(n)} counted, ${wordsOf(tallyBands, ageBand).toLowerCase()}`;
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
