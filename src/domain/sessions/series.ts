import { addDays } from '#domain/time.ts';

/** The days of a weekly series, both ends included, without the exceptions. At most a year of them. */
export function weeklyDays(first: string, last: string, except: readonly string[]): string[] {
  const days: string[] = [];
  for (let day = first; day <= last && days.length < 53; day = addDays(day, 7)) {
    if (!except.includes(day)) days.push(day);
  }
  return days;
}
