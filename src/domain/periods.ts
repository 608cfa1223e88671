import { addDays, mondayOf } from './time.ts';

/** Periods that move along with the day: an address that names one fetches other days next month. */

/** What may stand in an address, and how people read it. Weeks begin on Monday; a quarter is one of the calendar. */
export const rollingPeriods = [
  ['this-week', 'This week'],
  ['last-week', 'Last week'],
  ['last-7-days', 'Last 7 days'],
  ['last-4-weeks', 'Last 4 weeks'],
  ['this-month', 'This month'],
  ['last-month', 'Last month'],
  ['last-3-months', 'Last 3 months'],
  ['last-quarter', 'Last quarter'],
  ['this-year', 'This year'],
  ['last-year', 'Last year'],
] as const;
export type RollingPeriod = (typeof rollingPeriods)[number][0];

/** The first day of the month that lies `months` away: `firstOf('2026-11-22', -1)` → `2026-10-01` */
export function firstOf(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** Months, both counted from the one today is in: `-1, -1` is last month. */
const months = (today: string, first: number, last: number) => ({
  from: firstOf(today, first),
  to: addDays(firstOf(today, last + 1), -1),
});

const weeks = (today: string, first: number, last: number) => ({
  from: addDays(mondayOf(today), 7 * first),
  to: addDays(mondayOf(today), 7 * last + 6),
});

/** The days of a period, both included. One that is not over ends with its last day, so that what is planned shows too. */
export function daysOf(period: RollingPeriod, today: string): { readonly from: string; readonly to: string } {
  const monthOfYear = Number(today.slice(5, 7)) - 1;
  const quarter = -(monthOfYear % 3);
  switch (period) {
    case 'this-week':
      return weeks(today, 0, 0);
    case 'last-week':
      return weeks(today, -1, -1);
    case 'last-7-days':
      return { from: addDays(today, -6), to: today };
    case 'last-4-weeks':
      return weeks(today, -3, 0);
    case 'this-month':
      return months(today, 0, 0);
    case 'last-month':
      return months(today, -1, -1);
    case 'last-3-months':
      return months(today, -2, 0);
    case 'last-quarter':
      return months(today, quarter - 3, quarter - 1);
    case 'this-year':
      return months(today, -monthOfYear, 11 - monthOfYear);
    case 'last-year':
      return months(today, -monthOfYear - 12, -monthOfYear - 1);
  }
}
