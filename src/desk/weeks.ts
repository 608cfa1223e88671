import { firstOf } from '#domain/periods.ts';
import type { SessionLine } from '#domain/sessions/session-line.ts';
import { addDays, dayIn, mondayOf } from '#domain/time.ts';
import type { ChosenPeriod } from './period.ts';

/** Attendances of a period, added up by week, month or year: what the chart draws and its table says. */

/** One bar of the chart: a week, a month or a year. Days, both included. */
export type WeekBar = {
  /** `7–13 Sep`, `September`, `2026`. */
  readonly words: string;
  /** Where there is less room: `7 Sep`. */
  readonly short: string;
  readonly from: string;
  readonly to: string;
  readonly named: number;
  /** Not named: counted by eye, without those who were named afterwards. */
  readonly counted: number;
  readonly sessions: number;
};

type Grain = 'week' | 'month' | 'year';

/** More bars than this and their words meet. */
const mostBars = 13;

/** What one bar stands for. */
export const grainWords: Record<Grain, string> = { week: 'week', month: 'month', year: 'year' };

function startOf(grain: Grain, day: string): string {
  if (grain === 'week') return mondayOf(day);
  return grain === 'month' ? firstOf(day, 0) : `${day.slice(0, 4)}-01-01`;
}

function startAfter(grain: Grain, start: string): string {
  if (grain === 'week') return addDays(start, 7);
  return grain === 'month' ? firstOf(start, 1) : `${Number(start.slice(0, 4)) + 1}-01-01`;
}

function startsIn(grain: Grain, { from, to }: Pick<ChosenPeriod, 'from' | 'to'>): string[] {
  const starts: string[] = [];
  for (let start = startOf(grain, from); start <= to; start = startAfter(grain, start)) starts.push(start);
  return starts;
}

/** The finest grain whose bars fit. */
export function grainOf(period: Pick<ChosenPeriod, 'from' | 'to'>): Grain {
  return (['week', 'month'] as const).find((grain) => startsIn(grain, period).length <= mostBars) ?? 'year';
}

const dayAndMonth = (day: string): string => dayIn(day, { day: 'numeric', month: 'short' });
const monthOnly = (day: string): string => dayIn(day, { month: 'short' });

function wordsFor(grain: Grain, from: string, to: string): string {
  if (grain === 'year') return from.slice(0, 4);
  if (grain === 'month') return monthOnly(from);
  if (from === to) return dayAndMonth(from);
  return from.slice(5, 7) === to.slice(5, 7)
    ? `${Number(from.slice(8))}–${dayAndMonth(to)}`
    : `${dayAndMonth(from)} – ${dayAndMonth(to)}`;
}

/** Bars that add up to the period: the first and the last one are cut where the period is. */
export function barsOf(lines: readonly SessionLine[], period: Pick<ChosenPeriod, 'from' | 'to'>): WeekBar[] {
  const grain = grainOf(period);
  return startsIn(grain, period).map((start) => {
    const from = start < period.from ? period.from : start;
    const last = addDays(startAfter(grain, start), -1);
    const to = last > period.to ? period.to : last;
    const own = lines.filter(({ day }) => day >= from && day <= to);
    const sum = (of: (line: SessionLine) => number) => own.reduce((total, line) => total + of(line), 0);
    return {
      words: wordsFor(grain, from, to),
      short: grain === 'week' ? dayAndMonth(from) : wordsFor(grain, from, to),
      from,
      to,
      named: sum(({ named }) => named),
      counted: sum(({ counted, alreadyCounted }) => counted - alreadyCounted),
      sessions: own.length,
    };
  });
}
