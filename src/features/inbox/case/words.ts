import type { InboxAnswer, KeptEntry } from '#desk/answers.ts';
import { whenOf } from '#desk/when.ts';
import { typeWords } from '#domain/records/field-words.ts';
import { keptBecause } from '#domain/records/kept-because.ts';
import { type Case, mostSettled, writesOf } from '#domain/sessions/kept/cases.ts';
import { dayOf, longDay, readInstant, timeOf } from '#domain/time.ts';

/** What a card of the inbox is called. */

export type Look = Case<KeptEntry>;

/** What a press takes in or gives up: what is not left out, as much of it as goes at a time. */
export const meantIn = ({ entries }: Look, out: ReadonlySet<string>) =>
  entries
    .filter(({ id }) => !out.has(id))
    .slice(0, mostSettled)
    .map(({ id, by }) => ({ id, by }));

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Where and when the session of a card is: as it stands, or as its own entries say. */
export function sessionOf(
  { session, said }: Look,
  sessions: InboxAnswer['sessions'],
  siteName: (id: string) => string,
) {
  const line = sessions.find((each) => each.session === session);
  const instant = (field: string) => readInstant(textIn(said[field]));
  return {
    site: line?.site ?? siteName(textIn(said.site)),
    day: line?.day ?? textIn(said.day),
    start: line?.actualStart || line?.plannedStart || instant('actualStart') || instant('plannedStart'),
    end: line?.actualEnd || line?.plannedEnd || instant('actualEnd') || instant('plannedEnd'),
  };
}

export const senderOf = ({ entries: [first] }: Look): string => first?.byName || 'Somebody no longer known';

/** `Dele A’s session at Swanscombe`, or what it is where it is of no session. */
export function titleOf(one: Look, site: string): string {
  if (one.session !== '') return `${senderOf(one)}’s session${site === '' ? '' : ` at ${site}`}`;
  const [first] = one.entries.flatMap(({ entry }) => writesOf(entry));
  return `${senderOf(one)}: ${first ? typeWords(first.type) : 'something that cannot be read'}`;
}

/** `Tuesday 24 November, 16:00 to 17:30 · came Tue 24 Nov, 18:19` */
export function underOf(one: Look, { day, start, end }: ReturnType<typeof sessionOf>): string {
  const times = [start, end].filter(Boolean).map((instant) => timeOf(instant));
  const when = day === '' ? '' : [longDay(day, dayOf(Date.now())), times.join(' to ')].filter(Boolean).join(', ');
  return [when, one.entries[0]?.partnerName, `came ${whenOf(one.receivedAt)}`].filter(Boolean).join(' · ');
}

/** Why it waits: each reason once. */
export const whyOf = ({ entries }: Look): string =>
  [...new Set(entries.map(({ code, why }) => keptBecause[code] ?? why))].join('; ');
