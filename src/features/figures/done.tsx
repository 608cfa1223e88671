import { useState } from 'react';
import type { DidLine } from '#domain/sessions/figures/report.ts';
import { Icon } from '#ui/icon.tsx';
import { NumberHeads, Table } from '#ui/table.tsx';
import styles from './figures.module.css';
import { ShownFigure } from './number.tsx';
import { type FiguresQuestion, sessionsBehind } from './question.ts';
import { didOf, type FiguresAnswer, shortPeriod, shown, signed } from './words.ts';

/** What was done in the period, a figure a line, beside what it is compared with. */

/** Where the sessions behind a line stand. */
const states: Readonly<Record<string, string>> = {
  planned: 'all',
  delivered: 'delivered',
  weather: 'lost',
  lost: 'lost',
};

export function Done({ answer, question }: { answer: FiguresAnswer; question: FiguresQuestion }) {
  const { vs, period } = question;
  const lines = [
    'attendances',
    'people',
    'hours',
    'contacts',
    'planned',
    'delivered',
    'weather',
    'lost',
    'open',
  ].flatMap((code) => didOf(answer, code) ?? []);
  // What did not happen at all is said of sessions alone.
  const said = lines.filter(
    ({ code, now, before }) => !['contacts', 'lost', 'open'].includes(code) || now !== 0 || (before ?? 0) !== 0,
  );
  return (
    <Table caption="What we did" captionHidden>
      <thead>
        <tr>
          <th scope="col">What we did</th>
          <NumberHeads words={[shortPeriod(period), ...(vs ? [shortPeriod(vs), 'Change', '%'] : [])]} />
        </tr>
      </thead>
      <tbody>
        {said.map((line) => (
          <Line key={line.code} line={line} answer={answer} question={question} />
        ))}
      </tbody>
    </Table>
  );
}

type LineProps = { line: DidLine; answer: FiguresAnswer; question: FiguresQuestion };

function Line({ line, answer, question }: LineProps) {
  const { code, words, now, before, change } = line;
  const [open, setOpen] = useState(false);
  const weather = code === 'weather';
  const reasons = code === 'weather' || code === 'lost' ? reasonsOf(answer, weather) : [];
  const state = states[code];
  const named = didOf(answer, 'named')?.now ?? 0;
  const counted = didOf(answer, 'counted')?.now ?? 0;
  return (
    <>
      <tr>
        <th scope="row">
          {reasons.length > 0 ? (
            <button type="button" className={styles.opens} aria-expanded={open} onClick={() => setOpen(!open)}>
              {words} <Icon name="down" size={18} />
            </button>
          ) : (
            words
          )}
          {code === 'attendances' && (
            <small className={styles.beside}>{`${shown(named)} named + ${shown(counted)} counted`}</small>
          )}
        </th>
        <td data-number>
          <b>
            <ShownFigure of={now} to={state && sessionsBehind(question, '*', state)} />
          </b>
        </td>
        {question.vs && (
          <>
            <td data-number>{before !== null && <ShownFigure of={before} />}</td>
            <td data-number>{change !== null && signed(change.n)}</td>
            <td data-number>{change !== null && signed(change.percent, '%')}</td>
          </>
        )}
      </tr>
      {open && (
        <tr className={styles.reasons}>
          <td colSpan={question.vs ? 5 : 2}>
            {reasons.map((each) => (
              <span key={each.code}>
                {each.words} <b>{shown(each.now)}</b>
              </span>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}

/** The reasons below a line of lost sessions, which follow it until the next line that is none. */
function reasonsOf({ did }: FiguresAnswer, weather: boolean): readonly DidLine[] {
  const from = did.findIndex(({ code }) => code === (weather ? 'weather' : 'lost')) + 1;
  const after = did.slice(from);
  const end = after.findIndex(({ code }) => !code.startsWith('lost '));
  return after.slice(0, end < 0 ? after.length : end);
}
