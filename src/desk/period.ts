import { useSearchParams } from 'react-router';
import { addDays, dayIn, dayOf, isDay, mondayOf } from '#domain/time.ts';

/** The period a desk screen shows. It stands in the address, so that it can be kept, sent and gone back to. */

/** Spans of days to choose from; the code stands in the address. `days` are chosen by hand. */
export const presets = [
  ['week', 'This week'],
  ['4w', 'Last 4 weeks'],
  ['month', 'This month'],
  ['lastMonth', 'Last month'],
  ['3m', 'Last 3 months'],
  ['year', 'This year'],
  ['days', 'Choose days'],
] as const;
export type Preset = (typeof presets)[number][0];

/** Days, both included, and which preset they come from. */
export type ChosenPeriod = { readonly preset: Preset; readonly from: string; readonly to: string };

const usual: Exclude<Preset, 'days'> = '4w';

/** What the screens of boxes show unless somebody chooses: giving them out takes months. */
export const boxesPeriod: Exclude<Preset, 'days'> = 'year';

/** The first day of the month that lies `months` away: `firstOf('2026-11-22', -1)` → `2026-10-01` */
export function firstOf(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** The days of a preset, seen from today. A running period ends with its last day, so that what is planned shows too. */
export function daysOf(preset: Exclude<Preset, 'days'>, today: string): { from: string; to: string } {
  const monday = mondayOf(today);
  if (preset === 'week') return { from: monday, to: addDays(monday, 6) };
  if (preset === '4w') return { from: addDays(monday, -21), to: addDays(monday, 6) };
  if (preset === 'month') return { from: firstOf(today, 0), to: addDays(firstOf(today, 1), -1) };
  if (preset === 'lastMonth') return { from: firstOf(today, -1), to: addDays(firstOf(today, 0), -1) };
  if (preset === '3m') return { from: firstOf(today, -2), to: addDays(firstOf(today, 1), -1) };
  return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
}

/** Before and after these there is nothing to show: a year is half typed there, or was mistyped. */
const [earliest, latest] = ['2000-01-01', '2199-12-31'];
const isGiven = (text: string): boolean => isDay(text) && text >= earliest && text <= latest;

/** What keeps two days from being a period that can be shown; null where nothing does. */
export function faultInDays(from: string, to: string): string | null {
  if (!isGiven(from) || !isGiven(to)) return 'Choose a day from the year 2000 on.';
  if (from > to) return 'The first day is after the last.';
  return to > addDays(from, 3 * 366) ? 'Choose at most three years.' : null;
}

/** Reads a period out of an address; anything that is none is `otherwise`, the last four weeks unless a screen says more. */
export function periodIn(search: URLSearchParams, today: string, otherwise = usual): ChosenPeriod {
  const [from, to] = [search.get('from') ?? '', search.get('to') ?? ''];
  if (faultInDays(from, to) === null) return { preset: 'days', from, to };
  const preset = presets.find(([code]) => code === search.get('period'))?.[0] ?? otherwise;
  const known = preset === 'days' ? otherwise : preset;
  return { preset: known, ...daysOf(known, today) };
}

/** The period of the address. @param otherwise what holds where the address names none */
export function usePeriod(otherwise?: Exclude<Preset, 'days'>): ChosenPeriod {
  const [search] = useSearchParams();
  return periodIn(search, dayOf(Date.now()), otherwise);
}

/** Only the period of an address, to take along to another screen: `?period=month` or nothing. */
export function periodSearch(search: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of ['period', 'from', 'to']) {
    const value = search.get(key);
    if (value !== null) kept.set(key, value);
  }
  const text = kept.toString();
  return text === '' ? '' : `?${text}`;
}

/** `7 Sep – 8 Oct`; the year only where it is not this one. */
export function periodWords({ from, to }: Pick<ChosenPeriod, 'from' | 'to'>): string {
  const thisYear = dayOf(Date.now()).slice(0, 4);
  const words = (day: string) =>
    dayIn(day, { day: 'numeric', month: 'short', ...(day.slice(0, 4) !== thisYear && { year: 'numeric' }) });
  return from === to ? words(from) : `${words(from)} – ${words(to)}`;
}

/** `12 May`, and `12 May 2025` where that is another year. */
export const dateWords = (day: string): string => periodWords({ from: day, to: day });
