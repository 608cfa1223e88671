/** Ages and months by the calendar, on days as text. */

/**
 * Age in whole years on a day. Of a year alone the youngest that it may be: who may be fifteen is not taken for sixteen.
 * @param born `2010-03-27` or `2010`
 */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return born.length > 4 && day.slice(5) >= born.slice(5) ? years : years - 1;
}

/** The same day so many months later, or the last of that month. `2026-01-31` and 1 → `2026-02-28` */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The day somebody turns an age; of a year alone, the last day on which they may. Born on 29 February: the 1st of March. */
export function birthdayOf(born: string, age: number): string {
  const year = Number(born.slice(0, 4)) + age;
  if (born.length === 4) return `${year + 1}-01-01`;
  return addMonths(born, age * 12).endsWith(born.slice(7)) ? `${year}${born.slice(4)}` : `${year}-03-01`;
}
