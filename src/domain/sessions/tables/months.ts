import { isWeather, lostReasons, outcomeOf, type SessionOutcome } from '#domain/sessions/figures/outcomes.ts';
import type { Attended } from '#domain/sessions/figures/visits.ts';

/** What became of the sessions of each month; a month's headings add up to what was planned. */

/** One month: `2026-10`. */
export type MonthLine = {
  readonly month: string;
  readonly planned: number;
  readonly by: Readonly<Record<SessionOutcome, number>>;
  /** Of those lost, by reason. */
  readonly lost: Readonly<Record<string, number>>;
  readonly minutes: number;
};

const empty = (month: string) => ({
  month,
  planned: 0,
  by: { delivered: 0, weather: 0, lost: 0, open: 0 },
  lost: {} as Record<string, number>, // filled as reasons are met
  minutes: 0,
});

const reasonCodes: readonly string[] = lostReasons.map(([code]) => code);

/** Sorts sessions into months. */
export function monthsOf() {
  const months = new Map<string, ReturnType<typeof empty>>();
  return {
    take({ line }: Attended): void {
      const month = line.day.slice(0, 7);
      const own = months.get(month) ?? empty(month);
      months.set(month, own);
      const outcome = outcomeOf(line);
      own.planned += 1;
      own.by[outcome] += 1;
      if (outcome === 'delivered') own.minutes += line.minutes ?? 0;
      if (outcome !== 'weather' && outcome !== 'lost') return;
      const reason = reasonCodes.includes(line.reason) ? line.reason : '';
      own.lost[reason] = (own.lost[reason] ?? 0) + 1;
    },
    made(): readonly MonthLine[] {
      return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
    },
  };
}

/** All months as one. */
export function allMonths(lines: readonly MonthLine[]): MonthLine {
  const all = empty('');
  for (const { planned, by, lost, minutes } of lines) {
    all.planned += planned;
    all.minutes += minutes;
    for (const [outcome] of Object.entries(by)) {
      const of = outcome as SessionOutcome; // the keys of that record
      all.by[of] += by[of];
    }
    for (const [reason, n] of Object.entries(lost)) all.lost[reason] = (all.lost[reason] ?? 0) + n;
  }
  return all;
}

/** The reasons any was lost for, those of weather first. */
export const reasonsMet = (all: MonthLine): readonly string[] => {
  const met = reasonCodes.filter((code) => (all.lost[code] ?? 0) > 0);
  return [...met.filter(isWeather), ...met.filter((code) => !isWeather(code))];
};
