import { sameIn } from '#domain/people/alias.ts';
import type { RowOf } from '#domain/records/body.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { isPlanned, startOf, statusOf } from '#domain/sessions/session.ts';

/** Sessions as ideas see them: each once, however many records were made of it, and whether anybody was there to be told. */

export type IdeaSession = {
  /** The id that stands for all records of it. */
  readonly head: string;
  /** All of them. */
  readonly ids: readonly string[];
  readonly partner: string;
  readonly site: string;
  readonly day: string;
  /** By which sessions of one park follow each other. */
  readonly order: string;
  readonly is: 'held' | 'planned' | 'cancelled';
};

export type IdeaSessions = {
  /** The session a record is of; undefined where it is not known here. */
  readonly of: (partner: string, id: string) => IdeaSession | undefined;
  readonly headOf: (partner: string, id: string) => string;
  /** All of a partner at a park. */
  readonly at: (partner: string, site: string) => readonly IdeaSession[];
};

function isOf({ body }: RowOf<'session'>): IdeaSession['is'] {
  if (isPlanned(body)) return 'planned';
  return statusOf(body) === 'cancelled' ? 'cancelled' : 'held';
}

/** Where two records are of one session it was held if one of them says so. */
const firmest = { held: 0, planned: 1, cancelled: 2 } as const;

export function sessionsOfIdeas(
  sessions: readonly RowOf<'session'>[],
  aliases: readonly RowOf<'alias'>[],
): IdeaSessions {
  const same = sameIn(aliases, 'session');
  const headOf = (partner: string, id: string) => same(`partner/${partner}`).headOf(id);
  const byHead = new Map(
    [...Map.groupBy(sessions, ({ id, scope }) => headOf(partnerOf(scope) ?? '', id))].map(([head, rows]) => {
      const [first] = rows.toSorted((a, b) => firmest[isOf(a)] - firmest[isOf(b)] || (a.id < b.id ? -1 : 1));
      const { site = '', day = '' } = first?.body ?? {};
      return [
        head,
        {
          ...{ head, ids: rows.map(({ id }) => id).sort(), partner: partnerOf(first?.scope ?? '') ?? '', site, day },
          order: `${day} ${first ? startOf(first.body) : ''}`,
          is: first ? isOf(first) : 'planned',
        } satisfies IdeaSession,
      ];
    }),
  );
  const byPlace = Map.groupBy(byHead.values(), ({ partner, site }) => `${partner} ${site}`);
  return {
    headOf,
    of: (partner, id) => byHead.get(headOf(partner, id)),
    at: (partner, site) => byPlace.get(`${partner} ${site}`) ?? [],
  };
}
