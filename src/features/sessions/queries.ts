import { useRead } from '#db/person.ts';
import { readSetup, type Setup } from '#db/setup.ts';
import { type ShownOf, shownOf } from '#db/shown.ts';
import type { StoreTx } from '#db/store.ts';
import { covers, type Right } from '#domain/records/access.ts';
import type { Body } from '#domain/records/entry.ts';
import { elements } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import {
  byStart,
  endOf,
  isEnded,
  isOnNow,
  isRunning,
  mayStart,
  runningNow,
  startOf,
  wasMissed,
} from '#domain/sessions/session.ts';
import { addDays, dayOf, shortDay, spanOf, spanWords, timeOf, toInstant, zoneOfPlace } from '#domain/time.ts';
import { textOf } from '#forms/fields.ts';
import { useNow } from '#ui/now.ts';

/** Sessions as Today and Start show them. */

/** The time zone of a session’s park. */
export const zoneOf = (setup: Setup, { body }: { readonly body: Body }): string =>
  zoneOfPlace(setup.sites.find(({ id }) => id === body.site)?.body);

/** `16:00–18:00`, as it was or is meant to be. */
export const timesOf = (setup: Setup, session: ShownOf<'session'>): string =>
  spanWords(startOf(session.body), endOf(session.body), zoneOf(setup, session));

/** `Tue 24 Nov, 16:00–18:00` */
export const whenOf = (setup: Setup, session: ShownOf<'session'>): string =>
  [shortDay(session.body.day, dayOf(Date.now())), timesOf(setup, session)].filter(Boolean).join(', ');

/** The time of day it began or is meant to: `18:30`, in words where nobody said. */
export const startWords = (setup: Setup, session: ShownOf<'session'>): string =>
  timeOf(startOf(session.body), zoneOf(setup, session)) || 'time not known';

/** `in 2 h 10`, `in 34 min`; what it says once its time has come. */
export function untilWords({ body }: ShownOf<'session'>, nowMs: number): string {
  const minutes = Math.ceil((Date.parse(startOf(body)) - nowMs) / 60_000);
  if (Number.isNaN(minutes)) return 'today';
  if (minutes > 0) return `in ${spanOf(minutes)}`;
  return endOf(body) !== '' && endOf(body) < toInstant(nowMs) ? 'not started' : 'now';
}

/** `Live since 18:30` */
export function liveWords(setup: Setup, session: ShownOf<'session'>): string {
  const since = timeOf(startOf(session.body), zoneOf(setup, session));
  return since ? `Live since ${since}` : 'Live';
}

export type TodayView = {
  readonly setup: Setup;
  /** The last begun first. */
  readonly running: readonly ShownOf<'session'>[];
  readonly next: readonly ShownOf<'session'>[];
  /** Of today and yesterday, the last first. */
  readonly ended: readonly ShownOf<'session'>[];
  /** Of the last days, ended: somebody may still have to say how it went. */
  readonly lately: readonly ShownOf<'session'>[];
  /** Of earlier days: still open, and planned and never started. */
  readonly leftOpen: readonly ShownOf<'session'>[];
  readonly missed: readonly ShownOf<'session'>[];
};

type Recent = { readonly setup: Setup; readonly sessions: readonly ShownOf<'session'>[] };

/** Sessions are kept by their day: only the days that Today shows are opened, however many years there are. */
async function readRecent(tx: StoreTx, today: string): Promise<Recent> {
  const days = Array.from({ length: 8 }, (_, back) => addDays(today, -back));
  const [setup, ...byDay] = await Promise.all([readSetup(tx), ...days.map((day) => shownOf(tx, 'session', day))]);
  return { setup, sessions: byDay.flat().sort(byStart) };
}

/** A running session of yesterday or before was forgotten: a to-do, not today's live one. */
export function todayOf({ setup, sessions }: Recent, nowMs: number): TodayView {
  const today = dayOf(nowMs);
  const lately = sessions.filter(({ body }) => isEnded(body)).reverse();
  return {
    setup,
    lately,
    running: runningNow(sessions, nowMs),
    next: sessions.filter(({ body }) => mayStart(body, nowMs)),
    ended: lately.filter(({ body }) => body.day >= addDays(today, -1)),
    leftOpen: sessions.filter(({ body }) => isRunning(body) && !isOnNow(body, nowMs)),
    missed: sessions.filter(({ body }) => wasMissed(body, nowMs)),
  };
}

export function useToday(): TodayView | undefined {
  const now = useNow();
  const today = dayOf(now);
  const recent = useRead((tx) => readRecent(tx, today), [today]);
  return recent && todayOf(recent, now);
}

/** Empty where nothing is known. */
export type StartSuggestion = {
  readonly site: string;
  readonly partner: string;
  readonly activities: readonly string[];
};

/** What this session most likely is: the last one at the same weekday and about the same hour, else the last one. */
export function suggested(sessions: readonly ShownOf<'session'>[], setup: Setup, nowMs: number): StartSuggestion {
  const weekday = (instant: string | number, zone: string) => new Date(dayOf(instant, zone)).getUTCDay();
  const hour = (instant: string | number, zone: string) => Number(timeOf(instant, zone).slice(0, 2));
  const now = toInstant(nowMs);
  const before = sessions
    .filter(({ body }) => startOf(body) !== '' && startOf(body) < now)
    .sort(byStart)
    .reverse();
  const isLikeNow = (session: ShownOf<'session'>): boolean => {
    const [zone, start] = [zoneOf(setup, session), startOf(session.body)];
    return weekday(start, zone) === weekday(now, zone) && Math.abs(hour(start, zone) - hour(now, zone)) <= 2;
  };
  const like = before.find(isLikeNow) ?? before[0];
  const only = <One extends { readonly id: string }>(all: readonly One[]) =>
    all.length === 1 ? all[0]?.id : undefined;
  return {
    site: (like ? textOf(like.body, 'site') : only(setup.sites)) ?? '',
    partner: only(setup.ownPartners) ?? (like && partnerOf(like.scope)) ?? '',
    activities: like ? elements(like.body, 'activity') : [],
  };
}

/** Whether somebody answers the debrief of a session: whoever works for its partner, and is more than a volunteer. */
export const mayDebrief = (rights: readonly Right[], scope: string): boolean =>
  rights.some((right) => right.role !== 'volunteer' && covers(right, partnerOf(scope) ?? ''));
