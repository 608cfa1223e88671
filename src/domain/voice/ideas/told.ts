import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { standingOf } from '#domain/records/taken-back.ts';
import { list, object, text, truth } from '#domain/reports/answer.ts';
import { toldWays } from '#domain/voice-codes.ts';
import type { IdeaSession, IdeaSessions } from './outings.ts';

/** Where people were told what came of an idea, and when that is enough. */

/** One session at which it was told, however many phones said so. */
export const tellingSchema = object({
  /** The id that stands for the session. */
  session: text,
  /** Of the session, where it is known here. */
  day: text,
  site: text,
  how: v.picklist(codesOf(toldWays)),
  by: text,
  /** Nobody was told at one that was cancelled, or is only planned: it is kept, and does not count. */
  is: v.picklist(['held', 'planned', 'cancelled']),
  /** Whether it was at a park of the idea’s. */
  here: truth,
  /** The facts that say so, to be taken back together: each names its own record of the idea and of the session. */
  facts: list(object({ id: text, idea: text, session: text, day: text, how: v.picklist(codesOf(toldWays)) })),
});
export type Telling = v.InferOutput<typeof tellingSchema>;

/** Told facts that nobody took back, by idea. Nobody takes back another partner’s, nor one of another idea. */
export function standingTold(rows: readonly RowOf<'told'>[]): Map<string, RowOf<'told'>[]> {
  const facts = rows.map((row) => ({ id: row.id, undoes: row.body.undoes, row }));
  const standing = standingOf(
    facts,
    (meant, undoing) => meant.row.scope === undoing.row.scope && meant.row.body.idea === undoing.row.body.idea,
  );
  return Map.groupBy(
    standing.map(({ row }) => row),
    ({ body }) => body.idea,
  );
}

type Told = { readonly partner: string; readonly sites: readonly string[]; readonly sessions: IdeaSessions };

/** The sessions an idea was told at, each once; the first first. */
export function tellingsOf(facts: readonly RowOf<'told'>[], { partner, sites, sessions }: Told): Telling[] {
  const bySession = Map.groupBy(facts, ({ body }) => sessions.headOf(partner, body.session));
  return [...bySession]
    .flatMap(([session, same]): Telling[] => {
      const [first] = same.toSorted((a, b) => (`${a.body.at} ${a.id}` < `${b.body.at} ${b.id}` ? -1 : 1));
      if (!first) return [];
      const known = sessions.of(partner, session);
      const site = known?.site ?? '';
      return [
        {
          ...{ session, site, how: first.body.how, by: first.by },
          day: known?.day || first.body.day,
          // One that has not arrived here yet was told at all the same.
          is: known?.is ?? 'held',
          here: sites.length === 0 || site === '' || sites.includes(site),
          facts: same
            .map(({ id, body }) => ({ id, idea: body.idea, session: body.session, day: body.day, how: body.how }))
            .sort((a, b) => (a.id < b.id ? -1 : 1)),
        },
      ];
    })
    .sort((a, b) => (`${a.day} ${a.session}` < `${b.day} ${b.session}` ? -1 : 1));
}

/** Tellings that count: at a session that was held. */
export const counted = (told: readonly Telling[]): Telling[] => told.filter(({ is }) => is === 'held');

/** So many sessions of its park close an idea. */
export const timesToTell = 2;

/** Closed: told at two sessions of its park, or at one where no other is planned there and none was held since. */
export function isTold(told: readonly Telling[], { partner, sites, sessions }: Told, today: string): boolean {
  const here = counted(told).filter((each) => each.here);
  const [first] = here;
  if (here.length >= timesToTell) return true;
  if (!first || sites.length === 0) return false;
  const known = sessions.of(partner, first.session);
  const order = known?.order ?? `${first.day} `;
  const isAfter = (other: IdeaSession) =>
    other.head !== first.session &&
    (other.is === 'planned' ? other.day >= today : other.is === 'held' && other.order > order);
  return !sites.some((site) => sessions.at(partner, site).some(isAfter));
}
