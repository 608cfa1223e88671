import { Link } from 'react-router';
import { wordsOf } from '#domain/codes.ts';
import type { AnsweredQuestion } from '#domain/voice/feedback/answered.ts';
import { faceScales } from '#domain/voice-codes.ts';
import { Panel } from '#ui/panels.tsx';
import { sentenceOf } from './sentence.ts';
import styles from './spread.module.css';
import { Spread } from './spread.tsx';

type QuestionPanelProps = { readonly question: AnsweredQuestion };

/** One question: what its answers come to in a sentence, how they are spread, and told apart where that was asked for. */
export function QuestionPanel({ question }: QuestionPanelProps) {
  const { words, lines, parts, scale, n, inWords, type } = question;
  const isApart = parts.length > 1;
  const [only] = parts;
  return (
    <Panel wide={parts.length > 2} title={words} end={<span>{n} answered</span>}>
      <p className={styles.says}>
        {sentenceOf(question)}
        {inWords > 0 && type !== 'text' && ` ${inWords} said more in their own words.`}
      </p>
      {scale !== null && <p className={styles.says}>{wordsOf(faceScales, scale)}.</p>}
      {lines.length > 0 && <Spread caption={words} question={question} lines={lines} />}
      {only && !isApart && (
        <p>{only.code === '' ? 'No part of them has five people by itself.' : `All of them: ${only.words}.`}</p>
      )}
      {inWords > 0 && <Link to="/desk/voice/words">Read the words</Link>}
      {lines.length > 0 && isApart && (
        <div className={styles.parts}>
          {parts.map((part) => (
            <section key={part.code}>
              <h4>
                {part.words} <span>{part.n}</span>
              </h4>
              <Spread small caption={`${words} ${part.words}`} question={question} lines={part.lines} />
            </section>
          ))}
        </div>
      )}
    </Panel>
  );
}
