import { addDays, dayOf, defaultTimeZone, instantAt, toInstant } from '#domain/time.ts';
import { instantIn, isEnded, isOnNow, isRunning, type SessionBody, startOf } from './session.ts';

/** When what is done at a session happened, and which times and days make one: for planning, writing up and finishing. */

const hourMs = 3_600_000;

/**
 * When something done at a session happened: now; at one that is over and is being written up, its start, or its end for what
 * comes last.
 */
export function momentOf(body: SessionBody, nowMs: number, at: 'start' | 'end'): string {
  const [start, end] = [instantIn(body, 'actualStart'), instantIn(body, 'actualEnd')];
  const isForgotten = isRunning(body) && !isOnNow(body, nowMs);
  const isOver = isEnded(body) || isForgotten || (end !== '' && Date.parse(end) < nowMs);
  const meant = isForgotten ? instantIn(body, 'plannedEnd') : '';
  const moment = at === 'start' ? start || end : end || meant || start;
  return isOver && moment !== '' && Date.parse(moment) < nowMs ? moment : toInstant(nowMs);
}

/** A time that would make a session longer than this over midnight was mistyped. */
const longestNightMs = 12 * hourMs;

/** What to say where `endAfter` finds no end. */
export const endWords = 'The end must be after the start. Over midnight it is at most 12 hours.';

/**
 * A time of day after the start, as an instant: the same day, or the day after where that is at most twelve hours on; null where
 * it is neither. The one rule for planning, writing up and finishing.
 */
export function endAfter(start: string, time: string, timeZone: string = defaultTimeZone): string | null {
  if (start === '' || time === '') return null;
  const day = dayOf(start, timeZone);
  const sameDay = instantAt(day, time, timeZone);
  if (sameDay > start) return sameDay;
  const after = instantAt(addDays(day, 1), time, timeZone);
  return Date.parse(after) - Date.parse(start) <= longestNightMs ? after : null;
}

/** From and to on a day, `22:00` and `00:30`, as instants; null where they make no session. */
export function spanOn(
  day: string,
  from: string,
  to: string,
  timeZone: string = defaultTimeZone,
): { readonly start: string; readonly end: string } | null {
  if (day === '' || from === '') return null;
  const start = instantAt(day, from, timeZone);
  const end = endAfter(start, to, timeZone);
  return end === null ? null : { start, end };
}

/** Whether *now* can be when it ended: of a session that is on, and has not been for longer than any session is. */
export const mayEndNow = (body: SessionBody, nowMs: number): boolean =>
  isOnNow(body, nowMs) && nowMs - Date.parse(startOf(body)) <= longestNightMs;
