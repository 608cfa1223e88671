import * as v from 'valibot';
import { codesOf, type IdeaState, ideaStates } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list, object, text, truth } from '#domain/reports/answer.ts';
import { view } from '#domain/reports/view.ts';

/** What young people and teams asked for, and what came of it: heard, decided, done, told them. */

const ideaSchema = object({
  /** The record's; of a debrief nobody has answered yet, the one its answer will have. */
  id: text,
  partner: text,
  said: text,
  day: text,
  session: text,
  site: text,
  is: v.picklist(codesOf(ideaStates)),
  decision: text,
  action: text,
  /** Days; empty while it is not. */
  doneOn: text,
  toldOn: text,
  toldHow: text,
  /** Whether it has a record: a debrief's need gets one when somebody answers it. */
  recorded: truth,
});
export type Idea = v.InferOutput<typeof ideaSchema>;

/** The record that answers what a debrief raised: whoever answers first or second, it is the same one. */
export const ideaOf = (session: string): string => `need:${session}`;

const trimmed = (text: string | null | undefined): string => text?.trim() ?? '';

/** How far it has come, by what was filled in last. */
export function ideaState({ decision, doneOn, toldOn }: Pick<Idea, 'decision' | 'doneOn' | 'toldOn'>): IdeaState {
  if (toldOn !== '') return 'told';
  if (doneOn !== '') return 'done';
  return decision.trim() === '' ? 'heard' : 'decided';
}

function ideaIn({ id, scope, body }: RowOf<'idea'>): Idea {
  return {
    id,
    partner: partnerOf(scope) ?? '',
    said: trimmed(body.said),
    day: trimmed(body.day),
    session: trimmed(body.session),
    site: trimmed(body.site),
    // One that a newer version put elsewhere would stand in no column of the board.
    is: ideaStates.find(([code]) => code === body.status)?.[0] ?? 'heard',
    decision: trimmed(body.decision),
    action: trimmed(body.action),
    doneOn: trimmed(body.doneOn),
    toldOn: trimmed(body.toldOn),
    toldHow: trimmed(body.toldHow),
    recorded: true,
  };
}

const nothingYet = { is: 'heard', decision: '', action: '', doneOn: '', toldOn: '', toldHow: '' } as const;

/** Ideas, and what debriefs raised and nobody has answered; the newest first. */
export function ideasIn(ideas: readonly RowOf<'idea'>[], debriefs: readonly RowOf<'debrief'>[]): Idea[] {
  const recorded = ideas.map(ideaIn);
  const known = new Set(recorded.map(({ id }) => id));
  const raised = debriefs.flatMap(({ scope, body }): Idea[] => {
    const session = trimmed(body.session);
    const said = trimmed(body.needsRaised);
    const id = ideaOf(session);
    if (said === '' || known.has(id)) return [];
    const partner = partnerOf(scope) ?? '';
    return [{ id, partner, said, day: trimmed(body.day), session, site: '', ...nothingYet, recorded: false }];
  });
  return [...recorded, ...raised].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? 1 : -1));
}

/** Where the sessions of ideas were, once those are read; one that names its own park keeps it. */
export function ideasWithSites(
  ideas: readonly Idea[],
  sessions: readonly Pick<RowOf<'session'>, 'id' | 'body'>[],
): Idea[] {
  const siteById = new Map(sessions.map(({ id, body }) => [id, trimmed(body.site)]));
  return ideas.map((idea) => ({ ...idea, site: idea.site || (siteById.get(idea.session) ?? '') }));
}

/** What was asked for, and what came of it, as a coordinator looks at it. */
export const ideasOfDesk = view({
  name: 'needs',
  summary: 'What young people and teams asked for, and what came of it; debriefs nobody has answered among them.',
  types: ['idea', 'debrief'],
  answer: object({ needs: list(ideaSchema) }),
  fold: ({ idea, debrief }) => ({ needs: ideasIn(idea, debrief) }),
  sessionsOf: ({ needs }) => needs.flatMap(({ session }) => (session === '' ? [] : [session])),
  withSessions: ({ needs }, sessions) => ({ needs: ideasWithSites(needs, sessions) }),
});
