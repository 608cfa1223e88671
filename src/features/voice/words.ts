import { wordsOf } from '#domain/codes.ts';
import { many } from '#domain/many.ts';
import type { Idea } from '#domain/voice/ideas/fold.ts';
import { counted } from '#domain/voice/ideas/told.ts';
import { ideaDecisions, ideaStages } from '#domain/voice-codes.ts';

/** How ideas are spoken of. */

/** How far one has come, in a word or two: `Thinking about it`, `No, told at 1 session`. */
export function farWords({ stage, decision, told, toldOn }: Idea): string {
  const answer = decision === '' ? wordsOf(ideaStages, stage) : wordsOf(ideaDecisions, decision);
  const times = counted(told).length;
  if (times > 0) return `${answer}, told at ${many(times, 'session')}`;
  if (toldOn !== '') return `${answer}, told`;
  return stage === 'done' && decision !== '' ? `${answer}, done` : answer;
}

/** What is said to those who asked: `Yes`, `Yes, part of it`, `Not this time`. */
export const spokenAnswers: Readonly<Record<Idea['decision'], string>> = {
  yes: 'Yes',
  part: 'Yes, part of it',
  no: 'Not this time',
  '': 'What came of it',
};
