import { addDays } from './time.ts';

/** A day somebody should be asked about before anything is put there: it may be right, and it is rarely meant. */
export type OddDay = 'past' | 'far';

/** `past`: before today. `far`: more than a year from today, either way. Null: as usual, or no day. */
export function oddDay(day: string, today: string): OddDay | null {
  if (day === '') return null;
  if (day > addDays(today, 366) || day < addDays(today, -366)) return 'far';
  return day < today ? 'past' : null;
}
