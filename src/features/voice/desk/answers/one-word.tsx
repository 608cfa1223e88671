import type { ReactNode } from 'react';
import { dateWords } from '#desk/period.ts';
import type { AnswerTo } from '#domain/all-answers.ts';
import { wordsOf } from '#domain/codes.ts';
import { monthWords } from '#domain/time.ts';
import { answerWays, respondents, wordsVerdicts } from '#domain/voice-codes.ts';
import { Button } from '#ui/button.tsx';
import styles from './words.module.css';

export type OwnWordsLine = AnswerTo<'GET /api/voice/words'>['words'][number];

/** The words with what could tell who it was marked in them. */
export function Marked({ words, pointedOut }: Pick<OwnWordsLine, 'words' | 'pointedOut'>): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to, why } of pointedOut) {
    if (from < at) continue;
    parts.push(words.slice(at, from));
    parts.push(
      <mark key={from} title={why}>
        {words.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  parts.push(words.slice(at));
  return parts;
}

type OneWordProps = {
  readonly line: OwnWordsLine;
  readonly busy: boolean;
  readonly onUse: () => void;
  readonly onChange: () => void;
  readonly onKeepBack: () => void;
  readonly onIdea: () => void;
};

/** What somebody wrote, where, and what is to become of it. */
export function OneWord({ line, busy, onUse, onChange, onKeepBack, onIdea }: OneWordProps) {
  const { words, pointedOut, question, siteName, day, month, beside, mayQuote, read, respondent, way } = line;
  const whys = [...new Set(pointedOut.map(({ why }) => why))];
  return (
    <li className={styles.one}>
      <div>
        <blockquote dir="auto">
          <Marked words={words} pointedOut={read ? [] : pointedOut} />
        </blockquote>
        {read?.verdict === 'changed' && (
          <p>
            Seen as: <q dir="auto">{read.says}</q>
          </p>
        )}
        <small>
          {question}
          {beside !== '' && ` (${beside})`} · {siteName}, {day === null ? monthWords(month, '') : dateWords(day)} ·{' '}
          {wordsOf(respondents, respondent)}, {wordsOf(answerWays, way).toLowerCase()}
        </small>
      </div>
      <div>
        <b>{read ? wordsOf(wordsVerdicts, read.verdict) : 'To read'}</b>
        <br />
        <small>{mayQuote ? 'May be printed' : 'Not to be printed'}</small>
      </div>
      {!read && whys.length > 0 && <p className={styles.look}>Look twice: {whys.join(', ')}.</p>}
      <div className={styles.acts}>
        <Button size="inline" icon="tick" notPossible={busy} onClick={onUse}>
          May be seen
        </Button>
        <Button size="inline" icon="pen" notPossible={busy} onClick={onChange}>
          Change and show
        </Button>
        <Button size="inline" icon="lock" notPossible={busy} onClick={onKeepBack}>
          Keep back
        </Button>
        <Button size="inline" icon="idea" notPossible={busy} onClick={onIdea}>
          {read?.idea ? 'Another idea' : 'It is about an idea'}
        </Button>
      </div>
    </li>
  );
}
