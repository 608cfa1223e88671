import { fewest } from '#domain/reports/small-cells.ts';
import type { IdeaDecision } from '#domain/voice-codes.ts';
import type { Idea } from './fold.ts';

/** What stands on a poster: what was answered, as the coordinator put it, and nothing that could point at anybody. */

export type PosterLine = {
  readonly id: string;
  readonly title: string;
  readonly decision: IdeaDecision;
  readonly reason: string;
  readonly action: string;
  readonly isDone: boolean;
  /** By how many; null below five, and where the server did not say. */
  readonly heard: number | null;
  readonly sites: readonly string[];
};

export type Poster = {
  /** What will happen first, then what cannot. */
  readonly lines: readonly PosterLine[];
  /** Answered, and no coordinator has put it in a few words, or it has no yes or no: a child’s own words stand on no poster. */
  readonly left: readonly Idea[];
};

export type PosterAsked = {
  readonly from: string;
  readonly to: string;
  /** A park; '' is all. */
  readonly site: string;
};

const order: Readonly<Record<IdeaDecision, number>> = { yes: 0, part: 1, no: 2 };

/** Answered in a period, at a park. An answer whose day nobody recorded counts on the day it was heard. */
export function posterOf(ideas: readonly Idea[], { from, to, site }: PosterAsked): Poster {
  const meant = ideas.filter((idea) => {
    const day = idea.answeredOn || idea.doneOn || idea.day;
    const isAnswered = idea.stage === 'answered' || idea.stage === 'done';
    return (
      isAnswered && day >= from && day <= to && (site === '' || idea.sites.length === 0 || idea.sites.includes(site))
    );
  });
  const lines = meant.flatMap(({ id, title, decision, reason, action, stage, heard, sites }): PosterLine[] => {
    if (title === '' || decision === '' || reason === '') return [];
    const isDone = stage === 'done';
    return [{ id, title, decision, reason, action, isDone, sites, heard: heard < fewest ? null : heard }];
  });
  const shown = new Set(lines.map(({ id }) => id));
  return {
    lines: lines.sort((a, b) => order[a.decision] - order[b.decision] || (b.heard ?? 0) - (a.heard ?? 0)),
    left: meant.filter(({ id }) => !shown.has(id)),
  };
}
