import type { SameIn } from '#domain/people/alias.ts';
import { nobodyTwice } from '#domain/people/alias.ts';
import type { SessionRecords } from '#domain/sessions/session-line.ts';
import { registerOf } from '#domain/sessions/session-line.ts';
import type { IdeaSessions } from './outings.ts';

/** How many people were there when something was told: the attendances of a session. */

/**
 * Attendances by session, under the id that stands for it. Of two records of one session the larger counts: added up, everybody
 * who stands in both would be there twice.
 */
export function attendancesOf(
  records: readonly SessionRecords[],
  sessions: IdeaSessions,
  same: SameIn = () => nobodyTwice,
): Map<string, number> {
  const people = new Map<string, number>();
  for (const each of records) {
    const { id, scope } = each.session;
    const head = sessions.headOf(scope.split('/')[1] ?? '', id);
    const { total } = registerOf(each, { bandOn: () => 'NK', same }).all;
    people.set(head, Math.max(total, people.get(head) ?? 0));
  }
  return people;
}
