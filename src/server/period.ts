import { addDays } from '#domain/time.ts';
import { Problem } from './problem.ts';

/** The longest period read at once: funders ask for a year, comparisons for three. */
const longestDays = 3 * 366;

/** A period as asked for, or a 400 that says what is wrong with it. */
export function periodOf({ from, to }: { from: string; to: string }): { from: string; to: string } {
  // A pattern lets 2026-13-40 through.
  for (const [field, day] of Object.entries({ from, to })) {
    if (Number.isNaN(Date.parse(`${day}T12:00:00.000Z`))) throw new Problem(400, 'invalid', `${field}: not a day`);
  }
  if (to < from) throw new Problem(400, 'invalid', 'to: before from');
  if (addDays(from, longestDays) < to) throw new Problem(400, 'invalid', 'to: more than three years after from');
  return { from, to };
}
