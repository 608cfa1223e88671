import type { SessionState } from '#domain/codes.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { dayOf, readInstant, toInstant } from '#domain/time.ts';

/** A session: how it stands, whether it is on now, when it began and ended, and when what is done at it happened. */

const hourMs = 3_600_000;

/** What is read of a session; a change of one says some of it. */
export type SessionBody = ChangeOf<'session'>;

/** How a session stands; one that says nothing is planned. */
export const statusOf = (body: SessionBody): SessionState => body.status?.is ?? 'planned';
/** How often it was opened again. */
export const reopenedOf = (body: SessionBody): number => body.status?.reopened ?? 0;
/** Planned and not started, whether or not its day is past. */
export const isPlanned = (body: SessionBody): boolean => statusOf(body) === 'planned';
/** Started and not ended: on now, being written up, or forgotten. */
export const isRunning = (body: SessionBody): boolean => statusOf(body) === 'running';
/** Finished, shortened, moved, cancelled or abandoned. */
export const isEnded = (body: SessionBody): boolean => !isPlanned(body) && !isRunning(body);

type Moment = 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd';

/** One of its instants; empty where it is not said. */
export const instantIn = (body: SessionBody, moment: Moment): string => readInstant(body[moment]);

/** When it began, or is meant to; an instant, or empty. */
export const startOf = (body: SessionBody): string => instantIn(body, 'actualStart') || instantIn(body, 'plannedStart');
/** When it ended, or is meant to; an instant, or empty. */
export const endOf = (body: SessionBody): string => instantIn(body, 'actualEnd') || instantIn(body, 'plannedEnd');

/** Earlier starts first. */
export const byStart = (a: { readonly body: SessionBody }, b: { readonly body: SessionBody }): number =>
  startOf(a.body) < startOf(b.body) ? -1 : 1;

/** A session that began late in the evening is still on after midnight, for so long. */
const lateMs = 6 * hourMs;

/** Whether a session is on now. One left running on an earlier day was forgotten: somebody has to say when it ended. */
export function isOnNow(body: SessionBody, nowMs: number): boolean {
  if (!isRunning(body)) return false;
  const sinceMs = nowMs - Date.parse(startOf(body));
  return body.day === dayOf(nowMs) || (sinceMs >= 0 && sinceMs < lateMs);
}

/** Whether a session that was ended may be going on all the same: ended by mistake, on its own day or the evening's after midnight. */
export const mayGoOn = (body: SessionBody, nowMs: number): boolean =>
  isEnded(body) && isOnNow({ ...body, status: { is: 'running', reopened: reopenedOf(body) } }, nowMs);

/** Planned and to be started: on its day, or until its end where that is after midnight. */
export const mayStart = (body: SessionBody, nowMs: number): boolean =>
  isPlanned(body) &&
  (body.day === dayOf(nowMs) || (startOf(body) <= toInstant(nowMs) && endOf(body) > toInstant(nowMs)));

/** Planned for a day that is past, and never started: somebody has to say what became of it. */
export const wasMissed = (body: SessionBody, nowMs: number): boolean =>
  isPlanned(body) && String(body.day) < dayOf(nowMs) && !mayStart(body, nowMs);

/** Whether a session is still to come, or on today: one that ended today is past. */
export const isComing = (body: SessionBody, nowMs: number): boolean => {
  const [day, today] = [String(body.day), dayOf(nowMs)];
  return day > today || (day === today && !isEnded(body)) || isOnNow(body, nowMs) || mayStart(body, nowMs);
};

/** The sessions that are on now, the last begun first: one answer for every screen. */
export const runningNow = <Session extends { readonly body: SessionBody }>(
  sessions: readonly Session[],
  nowMs: number,
): Session[] =>
  sessions
    .filter(({ body }) => isOnNow(body, nowMs))
    .sort(byStart)
    .reverse();
