import { useReport } from '#desk/answer.ts';
import { PeriodDays } from '#desk/period-days.tsx';
import { Completeness } from '#desk/report-head.tsx';
import { AnswerState } from '#desk/screen.tsx';
import { figuresReport } from '#domain/sessions/figures/report.ts';
import { Empty } from '#ui/notice.tsx';
import { Ask } from './ask.tsx';
import { Done } from './done.tsx';
import styles from './figures.module.css';
import { KeptQuestions } from './kept.tsx';
import type { FiguresQuestion } from './question.ts';
import { FiguresTable } from './table.tsx';
import { didOf, type FiguresAnswer, readerWords, sentence, versusWords } from './words.ts';

/** The coordinator's report: one question, its figures as a table and in a sentence, and what was done. */

export const useFigures = ({ query }: FiguresQuestion) => useReport(figuresReport, query);

export function FiguresReport({ question }: { question: FiguresQuestion }) {
  const answer = useFigures(question);
  return (
    <>
      <div className={styles.ask}>
        <PeriodDays />
        <Ask question={question} />
        <KeptQuestions />
      </div>
      <AnswerState answer={answer} what="the figures" />
      {answer.value && <Shown answer={answer.value} question={question} />}
    </>
  );
}

/** Where there was no session at all in the other period there is nothing to compare with. */
const comparable = (question: FiguresQuestion, answer: FiguresAnswer): FiguresQuestion =>
  (didOf(answer, 'planned')?.before ?? 0) === 0 ? { ...question, vs: undefined } : question;

const codeWords = [
  ['few', '<5', 'is a group of 1 to 4.'],
  ['hidden', '[c]', 'is hidden so that a <5 cannot be worked out.'],
  ['low', '[low]', 'is a percentage of too few.'],
] as const;

function Shown({ answer, question: asked }: { answer: FiguresAnswer; question: FiguresQuestion }) {
  const question = comparable(asked, answer);
  const [bold, rest] = sentence(answer, question);
  const { notes, lines, total, did } = answer;
  const all = [...lines, total].flatMap(({ cells, all: whole, before, change }) => [
    ...cells,
    whole,
    before,
    change?.n,
  ]);
  const codes = [...all, ...did.flatMap(({ now, before, change }) => [now, before, change?.n, change?.percent])];
  const key = codeWords.filter(([code]) => codes.includes(code));
  return (
    <>
      <Completeness n={notes.phonesWithUnsent} oldest={notes.oldestUnsentAt} />
      <p className={styles.sentence}>
        <b>{bold}</b> {rest} <small>{versusWords(answer, question)}</small>
        <span>{readerWords[question.profile]}</span>
      </p>
      {lines.length > 0 ? (
        <FiguresTable answer={answer} question={question} />
      ) : (
        <Empty icon="calendar" title="Nobody yet">
          Nobody this is asked of came in this period.
        </Empty>
      )}
      {key.length > 0 && (
        <p className={styles.key}>
          {key.map(([code, sign, words]) => (
            <span key={code}>
              <b>{sign}</b> {words}{' '}
            </span>
          ))}
        </p>
      )}
      <Done answer={answer} question={question} />
    </>
  );
}
