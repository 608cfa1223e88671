import { useRead } from '#db/person.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { type Shown, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import type { SessionState } from '#domain/codes.ts';
import type { Body } from '#domain/entry.ts';
import { partnerOf } from '#domain/scopes.ts';
import { addDays, dayOf, defaultTimeZone, readInstant, timeOf, toInstant } from '#domain/time.ts';

/** Sessions as Today and Start show them. */

export const stateOf = (body: Body): SessionState => (body.status as { is: SessionState } | undefined)?.is ?? 'planned'; // shape checked when accepted
export const reopenedOf = (body: Body): number => (body.status as { reopened: number } | undefined)?.reopened ?? 0; // as above
export const zoneOf = (setup: Setup, session: Shown): string =>
  String(setup.sites.find(({ id }) => id === session.body.site)?.body.timeZone ?? defaultTimeZone);

/** When a session began, or is meant to: an instant, '' where nobody said. */
export const startOf = (body: Body): string => readInstant(body.actualStart) || readInstant(body.plannedStart);

/** The time of day it began or is meant to: `18:30`, in words where nobody said. */
export const startWords = (setup: Setup, session: Shown): string =>
  timeOf(startOf(session.body), zoneOf(setup, session)) || 'time not known';

/** `Live since 18:30` */
export function liveWords(setup: Setup, session: Shown): string {
  const since = timeOf(startOf(session.body), zoneOf(setup, session));
  return since ? `Live since ${since}` : 'Live';
}

export type TodayView = {
  readonly setup: Setup;
  readonly running: readonly Shown[];
  readonly next: readonly Shown[];
  /** Ended today, or still open from an earlier day. */
  readonly ended: readonly Shown[];
  readonly leftOpen: readonly Shown[];
};

const byStart = (a: Shown, b: Shown): number => (startOf(a.body) < startOf(b.body) ? -1 : 1);

/** A running session of yesterday or before was forgotten: a to-do, not today's live one. */
export async function readToday(tx: StoreTx, nowMs: number): Promise<TodayView> {
  const today = dayOf(nowMs);
  // Sessions are kept by their day: only the days that Today shows are opened, however many years there are.
  const days = Array.from({ length: 8 }, (_, back) => addDays(today, -back));
  const [setup, ...byDay] = await Promise.all([readSetup(tx), ...days.map((day) => shownOf(tx, 'session', day))]);
  const recent = byDay.flat().sort(byStart);
  const is = (state: string) => (session: Shown) => stateOf(session.body) === state;
  const isToday = ({ body }: Shown) => body.day === today;
  return {
    setup,
    running: recent.filter((session) => is('running')(session) && (isToday(session) || isLate(session, nowMs))),
    next: recent.filter((session) => is('planned')(session) && isToday(session)),
    ended: recent.filter((session) => isToday(session) && !['planned', 'running'].includes(stateOf(session.body))),
    leftOpen: recent.filter((session) => is('running')(session) && !isToday(session) && !isLate(session, nowMs)),
  };
}

/** A session that began late in the evening is still the live one after midnight. */
const isLate = ({ body }: Shown, nowMs: number): boolean => nowMs - Date.parse(startOf(body)) < 6 * 3_600_000;

export function useToday(): TodayView | undefined {
  return useRead((tx) => readToday(tx, Date.now()), []);
}

export type Suggestion = {
  readonly site: string | undefined;
  readonly activities: readonly string[];
  readonly partner: string | undefined;
};

/** What this session most likely is: the last one at the same weekday and about the same hour, else the last one. */
export function suggested(sessions: readonly Shown[], setup: Setup, nowMs: number): Suggestion {
  const weekday = (instant: string) => new Date(instant).getUTCDay();
  const hour = (instant: string) => new Date(instant).getUTCHours();
  const now = toInstant(nowMs);
  const before = sessions
    .filter(({ body }) => startOf(body) !== '' && startOf(body) < now)
    .sort(byStart)
    .reverse();
  const like =
    before.find(
      ({ body }) => weekday(startOf(body)) === weekday(now) && Math.abs(hour(startOf(body)) - hour(now)) <= 2,
    ) ?? before[0];
  const partner =
    setup.ownPartners.length === 1 ? setup.ownPartners[0]?.id : (like && partnerOf(like.scope)) || undefined;
  return {
    site: like ? String(like.body.site) : setup.sites.length === 1 ? setup.sites[0]?.id : undefined,
    activities: like
      ? Object.keys(like.body)
          .filter((key) => key.startsWith('activity/') && like.body[key] === true)
          .map((key) => key.slice(9))
      : [],
    partner,
  };
}
