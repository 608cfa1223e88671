import { readSiblings } from '#db/families.ts';
import { readSame } from '#db/people.ts';
import { useRead } from '#db/person.ts';
import { nameIn, readSetup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import { presences, toMark } from '#domain/sessions/register.ts';
import { isRunning } from '#domain/sessions/session.ts';
import { dayOf, readInstant, shortDay, spanOf, timeOf, zoneOfPlace } from '#domain/time.ts';

/** What a page shows of one person beside the badge. */

/** Brothers and sisters: whoever shares a guardian. */
export const useSiblings = ({ id, scope }: ShownOf<'person'>): ShownOf<'person'>[] | undefined =>
  useRead((tx) => readSiblings(tx, { id, scope }), [id, scope]);

/** What is said of a person about joining in, by any of their badges. */
export const useEligibility = ({ id, scope }: ShownOf<'person'>): ShownOf<'eligibility'>[] | undefined =>
  useRead(
    async (tx) => {
      const [facts, same] = await Promise.all([shownOf(tx, 'eligibility'), readSame(tx)]);
      return facts.filter(({ body }) => same(scope).headOf(body.person) === id);
    },
    [id, scope],
  );

/** A session somebody came to: `Windmill Hill, Tue 6 Oct`, and `1 h 40`, or `16:02, here`. */
export type CameTo = { readonly id: string; readonly place: string; readonly day: string; readonly stay: string };

/** Found by opening the partner’s marks once: they are not kept in the clear by person. The last first. */
export const useCameTo = ({ id, scope }: ShownOf<'person'>): CameTo[] | undefined =>
  useRead(
    async (tx) => {
      const [setup, marks, sessions, same] = await Promise.all([
        readSetup(tx),
        shownOf(tx, 'mark'),
        shownOf(tx, 'session'),
        readSame(tx),
      ]);
      const theirs = new Set(same(scope).allOf(id));
      const bySession = Map.groupBy(
        marks.filter(({ body }) => theirs.has(body.person)),
        ({ body }) => body.session,
      );
      return sessions
        .filter((session) => bySession.has(session.id))
        .sort((a, b) => (a.body.day < b.body.day ? 1 : -1))
        .flatMap((session) => {
          const own = (bySession.get(session.id) ?? []).map((row) => ({ ...toMark(row), person: id }));
          const presence = presences(own).get(id);
          if (!presence || presence.state === 'removed') return [];
          const zone = zoneOfPlace(setup.sites.find((site) => site.id === session.body.site)?.body);
          return {
            id: session.id,
            place: nameIn(setup.sites, session.body.site),
            day: dayWords(session.body.day),
            stay: stayWords(session, presence, zone),
          };
        });
    },
    [id, scope],
  );

function dayWords(day: string): string {
  const today = dayOf(Date.now());
  return day === today ? 'today' : shortDay(day, today);
}

type Stay = { readonly state: string; readonly arrivedAt: string; readonly at: string };

function stayWords({ body }: ShownOf<'session'>, { state, arrivedAt, at }: Stay, zone: string): string {
  if (state === 'here' && isRunning(body)) return `${timeOf(arrivedAt, zone)}, here`;
  const minutes = (Date.parse(state === 'left' ? at : readInstant(body.actualEnd)) - Date.parse(arrivedAt)) / 60_000;
  return Number.isFinite(minutes) && minutes >= 1 ? spanOf(Math.round(minutes)) : '';
}
