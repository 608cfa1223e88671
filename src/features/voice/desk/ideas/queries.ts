import { useReport } from '#desk/answer.ts';
import { useDesk } from '#desk/desk.ts';
import { addDays } from '#domain/time.ts';
import type { IdeaLine } from '#domain/voice/ideas/figures.ts';
import { type Idea, isOverdue, isToAnswer, isToTell } from '#domain/voice/ideas/fold.ts';
import { youSaidReport } from '#domain/voice/ideas/report.ts';
import { ideaOfDesk, ideasOfDesk } from '#domain/voice/ideas/view.ts';

/** What the desk asks about ideas. */

export const useIdeas = () => useDesk().useView(ideasOfDesk);
export const useIdea = (id: string) => useDesk().useView(ideaOfDesk, id);

/** The longest period a report takes. */
const longest = 3 * 366;

/**
 * What only the server can count: own words on forms, and how many people were reached. Asked for every idea that may be on the
 * page, however long ago it was heard. @returns by idea; nothing of one while there is no signal
 */
export function useFigures(to: string): (idea: Idea) => IdeaLine | undefined {
  const lines = useReport(youSaidReport, `from=${addDays(to, -longest)}&to=${to}`).value?.lines ?? [];
  const byId = new Map(lines.map((line) => [line.id, line]));
  return ({ id }) => byId.get(id);
}

/** What is looked at: only what is to be done, or all. */
export const ideaFilters = ['answer', 'tell', 'closed'] as const;
export type IdeaFilter = (typeof ideaFilters)[number];

/** Where an idea stands, so that every one stands in one place. */
export const placeOf = (idea: Idea): IdeaFilter => (isToAnswer(idea) ? 'answer' : isToTell(idea) ? 'tell' : 'closed');

type Filtered = { readonly from: string; readonly to: string; readonly site: string };

/** Heard in the period, and whatever was heard before and still waits; what waits longest for an answer first. */
export function shownIdeas(ideas: readonly Idea[], { from, to, site }: Filtered, today: string): Idea[] {
  const rank = (idea: Idea) => (isOverdue(idea, today) ? -1 : ideaFilters.indexOf(placeOf(idea)));
  return ideas
    .filter((idea) => idea.day <= to && (idea.day >= from || !idea.isClosed))
    .filter((idea) => site === '' || idea.sites.includes(site))
    .sort((a, b) => rank(a) - rank(b));
}
