import { dayOf, shortDay, timeOf } from '#domain/time.ts';

/** `18:52` today, `Mon 16 Nov, 18:52` before. */
export function whenOf(instant: string): string {
  const day = dayOf(instant);
  return day === dayOf(Date.now()) ? timeOf(instant) : `${shortDay(day, dayOf(Date.now()))}, ${timeOf(instant)}`;
}
