import type { ShownOf } from '#db/shown.ts';
import { shownOf, shownOfIds } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { foldIdeas, type Idea, isToTellAt } from '#domain/voice/ideas/fold.ts';

/** Ideas as this phone knows them. */

/**
 * Folded from what they need and no more: of sessions only those that ideas name, and those asked about, not the years before.
 * @param sessions where it is asked what to tell
 */
export async function readIdeas(
  tx: StoreTx,
  sessions: readonly ShownOf<'session'>[],
  today: string,
): Promise<readonly Idea[]> {
  const [idea, told, alias] = await Promise.all([shownOf(tx, 'idea'), shownOf(tx, 'told'), shownOf(tx, 'alias')]);
  const named = new Set([...told.map(({ body }) => body.session), ...idea.flatMap(({ body }) => body.session ?? [])]);
  for (const { id } of sessions) named.delete(id);
  const session = [...sessions, ...(await shownOfIds(tx, 'session', [...named]))];
  return foldIdeas({ idea, told, alias, session, debrief: [], wish: [] }, today).ideas;
}

export const atSession = ({ id, scope, body }: ShownOf<'session'>) => ({
  session: id,
  site: body.site,
  partner: partnerOf(scope) ?? '',
});

/** What is to be told at a session, the longest answered first. */
export const toTellAt = (ideas: readonly Idea[], session: ShownOf<'session'>): Idea[] =>
  ideas
    .filter((idea) => isToTellAt(idea, atSession(session)))
    .sort((a, b) => (`${a.answeredOn} ${a.id}` < `${b.answeredOn} ${b.id}` ? -1 : 1));
