import { useRead } from '#db/person.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { instantIn, isPlanned } from '#domain/sessions/session.ts';

/** The next session planned at the same park: there the answer is told. Null where none is known. */
export function useNext(session: ShownOf<'session'>): ShownOf<'session'> | null {
  const { scope, body } = session;
  const found = useRead(
    async (tx) => {
      const all = await shownOf(tx, 'session');
      const later = all.filter(
        (each) =>
          each.scope === scope &&
          each.body.site === body.site &&
          each.body.day > body.day &&
          isPlanned(each.body) &&
          instantIn(each.body, 'plannedStart') !== '',
      );
      return later.sort((a, b) => (a.body.day < b.body.day ? -1 : 1))[0] ?? null;
    },
    [scope, body.site, body.day],
  );
  return found ?? null;
}
