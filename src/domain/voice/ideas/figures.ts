import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { number, object, text, truth } from '#domain/reports/answer.ts';
import { ideaDecisions, ideaStages } from '#domain/voice-codes.ts';
import { type Idea, isOverdue, isToTell } from './fold.ts';
import { heardWith } from './heard.ts';
import { titleOf } from './record.ts';
import { counted } from './told.ts';

/** The register of ideas in figures: a line for each, and what the lines come to. */

export const ideaLineSchema = object({
  id: text,
  idea: text,
  /** The first day it was heard. */
  day: text,
  /** The names of its parks. */
  site: text,
  partner: text,
  /** By how many; below five only that. */
  heard: v.union([number, v.literal('few')]),
  stage: v.picklist(codesOf(ideaStages)),
  /** Whole days from heard to answered; null while there is no answer, or where its day is not recorded. */
  daysToAnswer: v.nullable(number),
  decision: v.picklist([...codesOf(ideaDecisions), '']),
  reason: text,
  doneOn: text,
  /** Sessions it was told at. */
  told: number,
  /** Attendances of these sessions; null where it was told at none. */
  reached: v.nullable(number),
  isClosed: truth,
});
export type IdeaLine = v.InferOutput<typeof ideaLineSchema>;

export const ideaTotalsSchema = object({
  received: number,
  answered: number,
  /** Of those that were answered. `notSaid`: an older answer in words, without a yes or no. */
  yes: number,
  part: number,
  no: number,
  notSaid: number,
  /** Neither answered nor done. */
  waiting: number,
  /** Of those that wait, for 28 days and longer. */
  overdue: number,
  toTell: number,
  closed: number,
  /** Told at one session or more. */
  told: number,
  /** Closed by an older app, which knew no session. */
  toldBefore: number,
  /** Of those that were answered and whose day of answer is recorded; null where there is none. */
  medianDays: v.nullable(number),
  daysNotRecorded: number,
  /** At all sessions where any of them was told, each once. */
  sessions: number,
  reached: number,
});
export type IdeaTotals = v.InferOutput<typeof ideaTotalsSchema>;

const dayMs = 86_400_000;

/** Whole days between two; null where one of them is none. One answered before it was written down took none. */
function daysBetween(from: string, to: string): number | null {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return Number.isFinite(days) ? Math.max(0, Math.round(days)) : null;
}

/** What is known around the ideas of a line. */
export type LineAround = {
  readonly siteName: (id: string) => string;
  readonly partnerName: (id: string) => string;
  /** Own words on forms that are a voice for it. */
  readonly voices: (idea: Idea) => number;
  /** Attendances by session. */
  readonly attendances: ReadonlyMap<string, number>;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0);

export function ideaLine(idea: Idea, { siteName, partnerName, voices, attendances }: LineAround): IdeaLine {
  const { id, day, stage, decision, reason, doneOn, isClosed } = idea;
  const told = counted(idea.told);
  return {
    ...{ id, day, stage, decision, reason, doneOn, isClosed },
    idea: titleOf(idea),
    site: idea.sites.map(siteName).join(', '),
    partner: partnerName(idea.partner),
    heard: heardWith(idea.heard, voices(idea)),
    daysToAnswer: stage === 'answered' || stage === 'done' ? daysBetween(day, idea.answeredOn) : null,
    told: told.length,
    reached: told.length === 0 ? null : sum(told.map(({ session }) => attendances.get(session) ?? 0)),
  };
}

export function ideaTotals(
  ideas: readonly Idea[],
  lines: readonly IdeaLine[],
  attendances: ReadonlyMap<string, number>,
  today: string,
): IdeaTotals {
  const answered = lines.filter(({ stage }) => stage === 'answered' || stage === 'done');
  const with_ = (decision: IdeaLine['decision']) => answered.filter((line) => line.decision === decision).length;
  const days = answered.flatMap(({ daysToAnswer }) => daysToAnswer ?? []);
  const sessions = new Set(ideas.flatMap(({ told }) => counted(told).map(({ session }) => session)));
  return {
    received: lines.length,
    answered: answered.length,
    ...{ yes: with_('yes'), part: with_('part'), no: with_('no'), notSaid: with_('') },
    waiting: lines.length - answered.length,
    overdue: ideas.filter((idea) => isOverdue(idea, today)).length,
    toTell: ideas.filter(isToTell).length,
    closed: ideas.filter((idea) => idea.isClosed).length,
    told: lines.filter(({ told }) => told > 0).length,
    toldBefore: ideas.filter((idea) => idea.toldOn !== '' && counted(idea.told).length === 0).length,
    medianDays: medianOf(days),
    daysNotRecorded: answered.length - days.length,
    sessions: sessions.size,
    reached: sum([...sessions].map((session) => attendances.get(session) ?? 0)),
  };
}

function medianOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = 0, above = 0] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]];
  return (below + above) / 2;
}

/** `60 %`; of fewer than ten it says so beside it. */
export const shareOf = (n: number, of: number): string => (of === 0 ? 'none' : `${Math.round((100 * n) / of)} %`);
