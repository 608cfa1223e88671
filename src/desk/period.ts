import { useSearchParams } from 'react-router';
import { daysOf, type RollingPeriod, rollingPeriods } from '#domain/periods.ts';
import { addDays, dayIn, dayOf, isDay } from '#domain/time.ts';

/** The period a desk screen shows. It stands in the address, so that it can be kept, sent and gone back to. */

export type Preset = RollingPeriod | 'days';

/** Spans of days to choose from; the code stands in the address. `days` are chosen by hand. */
export const presets: readonly (readonly [code: Preset, words: string])[] = [
  ...rollingPeriods,
  ['days', 'Choose days'],
];

/** Days, both included, and which preset they come from. */
export type ChosenPeriod = { readonly preset: Preset; readonly from: string; readonly to: string };

const usual: RollingPeriod = 'last-4-weeks';

/** What the screens of boxes show unless somebody chooses: giving them out takes months. */
export const boxesPeriod: RollingPeriod = 'this-year';

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
  const preset = rollingPeriods.find(([code]) => code === search.get('period'))?.[0] ?? otherwise;
  return { preset, ...daysOf(preset, today) };
}

/** The period of the address. @param otherwise what holds where the address names none */
export function usePeriod(otherwise?: RollingPeriod): ChosenPeriod {
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
