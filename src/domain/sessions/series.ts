import { addDays, isDay } from '#domain/time.ts';

/** The days of a weekly series, both ends included, without the exceptions. At most a year of them; none without both ends. */
export function weeklyDays(first: string, last: string, except: readonly string[]): string[] {
  if (!isDay(first) || !isDay(last)) return [];
  return weeksFrom(first, last).filter((day) => !except.includes(day));
}

/** Counted, not only compared: after the last day there is comes none, and nothing must go on for ever. */
function weeksFrom(first: string, last: string): string[] {
  const all = Array.from({ length: 53 }, (_, week) => addDays(first, 7 * week));
  return all.filter((day) => day !== '' && day <= last);
}

/** Whether a series is as long as one may be, or shorter. */
export function isYearAtMost(first: string, last: string): boolean {
  const furthest = addDays(first, 366);
  return furthest === '' || last <= furthest;
}
