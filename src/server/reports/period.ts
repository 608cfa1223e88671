import { codesOf } from '#domain/codes.ts';
import { daysOf, type RollingPeriod, rollingPeriods } from '#domain/periods.ts';
import type { Period } from '#domain/reports/report.ts';
import { Problem } from '#server/problem.ts';

/** A period as it is asked for: two days, or a word. */
export type PeriodAsked = {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly period?: RollingPeriod | undefined;
};

/** The longest period read at once: funders ask for a year, comparisons for three. */
const longestDays = 3 * 366;

const wrong = (words: string) => new Problem(400, 'invalid', words);

/** A period of days as asked for, or a 400 that says what is wrong with it. @param today by the clock of the programme */
export function periodOf({ from, to, period }: PeriodAsked, today: string): Period {
  if (period !== undefined) {
    if (from !== undefined || to !== undefined) throw wrong('period: either a period, or from and to');
    return daysOf(period, today);
  }
  if (from === undefined || to === undefined)
    throw wrong(`period: one of ${codesOf(rollingPeriods).join(', ')}; or two days, from and to`);
  return judged({ from, to }, 'from', 'to');
}

function judged(days: Period, from: string, to: string): Period {
  if (days.to < days.from) throw wrong(`${to}: before ${from}`);
  if (Date.parse(days.to) - Date.parse(days.from) > longestDays * 86_400_000)
    throw wrong(`${to}: more than three years after ${from}`);
  return days;
}

/** The days that figures are compared with, if any were asked for; or a 400 that says what is wrong with them. */
export function versusIn({ vsFrom, vsTo }: { readonly vsFrom?: unknown; readonly vsTo?: unknown }): Period | undefined {
  if (vsFrom === undefined && vsTo === undefined) return undefined;
  if (typeof vsFrom !== 'string' || typeof vsTo !== 'string') throw wrong('vsTo: both vsFrom and vsTo, or neither');
  return judged({ from: vsFrom, to: vsTo }, 'vsFrom', 'vsTo');
}
