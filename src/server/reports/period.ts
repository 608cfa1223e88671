import type { Period } from '#domain/reports/report.ts';
import { Problem } from '#server/problem.ts';

/** The longest period read at once: funders ask for a year, comparisons for three. */
const longestDays = 3 * 366;

/** A period of days as asked for, or a 400 that says what is wrong with it. */
export function periodOf({ from, to }: Period): Period {
  if (to < from) throw new Problem(400, 'invalid', 'to: before from');
  if (Date.parse(to) - Date.parse(from) > longestDays * 86_400_000)
    throw new Problem(400, 'invalid', 'to: more than three years after from');
  return { from, to };
}
