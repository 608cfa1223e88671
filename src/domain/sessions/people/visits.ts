import type { SameIn } from '#domain/people/alias.ts';
import type { RowOf } from '#domain/records/body.ts';
import { type Presence, presences, toMark } from '#domain/sessions/register.ts';

/** One session somebody came to. */
export type Visit = { readonly session: string; readonly day: string; readonly presence: Presence };

/** Who came when, each person under the id that stands for all of theirs; the last first. One pass over all marks. */
export function visitsOf(marks: readonly RowOf<'mark'>[], same: SameIn): ReadonlyMap<string, readonly Visit[]> {
  const found = new Map<string, Visit[]>();
  for (const [session, rows] of Map.groupBy(marks, ({ body }) => body.session)) {
    const day = rows[0]?.body.day ?? '';
    const own = rows.map((row) => ({ ...toMark(row), person: same(row.scope).headOf(row.body.person) }));
    for (const presence of presences(own).values()) {
      if (presence.state === 'removed') continue;
      const visit = { session, day, presence };
      const before = found.get(presence.person);
      if (before) before.push(visit);
      else found.set(presence.person, [visit]);
    }
  }
  for (const visits of found.values()) visits.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  return found;
}
