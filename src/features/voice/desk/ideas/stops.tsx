import { dateWords } from '#desk/period.ts';
import { wordsOf } from '#domain/codes.ts';
import { many } from '#domain/many.ts';
import { shortDay } from '#domain/time.ts';
import type { IdeaLine } from '#domain/voice/ideas/figures.ts';
import { daysToAnswer, type Idea, isToTell } from '#domain/voice/ideas/fold.ts';
import { heardWith, heardWords } from '#domain/voice/ideas/heard.ts';
import { counted } from '#domain/voice/ideas/told.ts';
import { ideaDecisions } from '#domain/voice-codes.ts';
import { answerShape, StopShape, type StopShapeName } from '#features/voice/shape.tsx';
import styles from './stops.module.css';

/** The way of an idea as a line through five stops: heard, thinking, answer, done, told. */

export const stopHeads = ['Heard', 'Thinking', 'Answer', 'Done', 'Told'] as const;

type Stop = {
  readonly is: StopShapeName;
  readonly words: string;
  readonly strong?: boolean;
  readonly under?: string;
};

/** @param line what the server counted; without signal there is none */
export function stopsOf(idea: Idea, line: IdeaLine | undefined, today: string): readonly Stop[] {
  const isAnswered = idea.stage === 'answered' || idea.stage === 'done';
  const heard = line?.heard ?? heardWith(idea.heard, 0);
  return [
    { is: 'reached', words: heard === 'few' ? heardWords(heard) : `heard ${heard}×` },
    idea.stage === 'thinking'
      ? { is: 'thinking', words: 'thinking' }
      : { is: isAnswered ? 'reached' : 'open', words: '' },
    isAnswered
      ? { is: answerShape(idea), words: wordsOf(ideaDecisions, idea.decision) || 'in words', strong: true }
      : { is: 'open', words: '' },
    doneStop(idea),
    toldStop(idea, line, today),
  ];
}

function doneStop({ stage, decision }: Idea): Stop {
  if (stage === 'done') return { is: 'reached', words: 'done' };
  return { is: 'open', words: stage === 'answered' && decision === 'no' ? 'nothing to do' : '' };
}

function toldStop(idea: Idea, line: IdeaLine | undefined, today: string): Stop {
  const times = counted(idea.told).length;
  const is = idea.isClosed ? 'reached' : times > 0 ? 'half' : 'open';
  if (times > 0) {
    const reached = line?.reached;
    return { is, words: many(times, 'session'), ...(reached != null && { under: many(reached, 'person', 'people') }) };
  }
  if (idea.toldOn !== '') return { is, words: 'told', under: dateWords(idea.toldOn) };
  if (!isToTell(idea)) return { is, words: '' };
  return { is, words: 'tell them', under: idea.next === '' ? 'none planned' : shortDay(idea.next, today) };
}

/** How far the line is drawn: to the last stop that was reached. */
const reachedOf = (stops: readonly Stop[]): number => stops.findLastIndex(({ is }) => is !== 'open');

export function Stops({ idea, line, today }: { idea: Idea; line: IdeaLine | undefined; today: string }) {
  const stops = stopsOf(idea, line, today);
  const reached = reachedOf(stops);
  return (
    <ol className={styles.stops}>
      {stops.map(({ is, words, strong, under }, at) => (
        <li key={stopHeads[at]} data-after={at < reached ? 'reached' : 'open'}>
          <StopShape is={is} />
          <span className={styles.spoken}>
            {stopHeads[at]}: {is === 'open' ? 'not yet' : ''}
          </span>
          {strong ? <b>{words}</b> : <span>{words}</span>}
          {under !== undefined && <small>{under}</small>}
        </li>
      ))}
    </ol>
  );
}

/** What stands below the line: the reason, or how long it has waited. */
export function reasonOf({ stage, reason, action, who, day }: Idea, today: string): string {
  if (stage === 'answered' || stage === 'done')
    return [reason, action].filter(Boolean).join(' ') || 'No reason is recorded.';
  const waited = Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));
  const since = waited > daysToAnswer ? `${waited} days without an answer.` : `Day ${waited} of ${daysToAnswer}.`;
  if (stage === 'heard') return waited > daysToAnswer ? `No answer for ${waited} days.` : `No answer yet. ${since}`;
  if (who === '') return `We are thinking about it. ${since}`;
  // A name alone says nothing yet; one with a word after it is a sentence: Dele A asks the council.
  return `${/\s\p{Ll}/u.test(who) ? who.replace(/[.\s]+$/, '') : `${who} looks into it`}. ${since}`;
}
