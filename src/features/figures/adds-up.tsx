import { useAnswer } from '#desk/answer.ts';
import { figure } from '#desk/figures.ts';
import type { ShownNumber } from '#domain/reports/disclosure/shown.ts';
import { capital } from '#domain/reports/sheet.ts';
import styles from './figures.module.css';
import { ShownFigure } from './number.tsx';
import type { FiguresQuestion } from './question.ts';
import { didOf, type FiguresAnswer, rowWords, shown, thing } from './words.ts';

/** How the figures hang together: the parts of each total, what is not recorded always among them. */

type Part = { readonly words: string; readonly n: ShownNumber };

export function AddsUp({ answer, question }: { answer: FiguresAnswer; question: FiguresQuestion }) {
  const { columns, total, shares, elsewhere } = answer;
  const did = (code: string): ShownNumber => didOf(answer, code)?.now ?? 0;
  const parts: readonly Part[] =
    columns.length > 0 && question.measure !== 'sessions'
      ? columns.map(({ words }, at) => ({ words, n: total.cells[at] ?? 0 }))
      : [
          { words: 'Delivered', n: did('delivered') },
          { words: 'Lost to weather or light', n: did('weather') },
          { words: 'Lost for another reason', n: did('lost') },
          { words: 'Not finished or to come', n: did('open') },
        ];
  const isOfSessions = columns.length === 0 || question.measure === 'sessions';
  const whole: Part = isOfSessions
    ? { words: 'Sessions planned', n: did('planned') }
    : { words: capital(thing(question.measure, 2)), n: total.all };
  const lost = [did('weather'), did('lost')].reduce<number>((sum, n) => sum + Number(n), 0);
  const open = did('open');
  return (
    <section className={styles.adds}>
      <h2>It adds up</h2>
      <dl>
        {parts.map(({ words, n }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>
              <ShownFigure of={n} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{whole.words}</dt>
          <dd>
            <ShownFigure of={whole.n} />
          </dd>
        </div>
      </dl>
      <p>{`${shown(did('named'))} named + ${shown(did('counted'))} counted = ${shown(did('attendances'))} attendances`}</p>
      <p>
        {`${shown(did('delivered'))} delivered + ${figure(lost)} lost`}
        {open !== 0 && ` + ${shown(open)} not finished or to come`}
        {` = ${shown(did('planned'))} sessions planned`}
      </p>
      {question.measure === 'people' && <Together question={question} />}
      {shares && (
        <p>
          {question.measure === 'people'
            ? `Some came to more than one ${rowWords[question.rows]}. They are in each row and once in the total, so the rows come to more.`
            : `A session with several stands in each of their rows and once in the total, so the rows come to more.`}
        </p>
      )}
      {elsewhere !== 0 && (
        <p>
          {typeof elsewhere === 'number' ? `${shown(elsewhere)} ${thing('attendances', elsewhere)}` : 'Attendances'} at
          sessions not delivered, such as one that is on now, are in none of these.
        </p>
      )}
    </section>
  );
}

/** What all partners come to, of whom each knows only its own. */
function Together({ question: { period } }: { question: FiguresQuestion }) {
  const { value } = useAnswer(`/api/together?from=${period.from}&to=${period.to}`);
  if (!value || value.partners < 2 || typeof value.people !== 'number') return null;
  return (
    <p>
      {`All ${value.partners} partners together reach about ${figure(value.people)}, where one name and year of birth is one person.`}
    </p>
  );
}
