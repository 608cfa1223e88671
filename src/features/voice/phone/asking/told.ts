import type { Language } from '#domain/people-codes.ts';
import { timeOf } from '#domain/time.ts';

/** When and where the answer is told, as a page that says thank you puts it. */

/** The next session here: an instant, in its time zone. */
export type ToldThen = { readonly at: string; readonly zone: string };

/** A part of it as somebody of that language writes it: the weekday, the month. */
export const partOfDay = ({ at, zone }: ToldThen, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, ...options }).format(new Date(at));

/** "Tuesday 13 October, 16:00" */
export const whenWords = (told: ToldThen, language: Language): string =>
  `${partOfDay(told, language, { weekday: 'long', day: 'numeric', month: 'long' })}, ${timeOf(told.at, told.zone)}`;

/** Pressed leaves round a thank-you, in the colours of the badges: which, and where. */
export const thankYouLeaves = [
  { shape: 7, colour: 1, x: 8, y: 4 },
  { shape: 3, colour: 3, x: 38, y: 6 },
  { shape: 1, colour: 4, x: 62, y: 8 },
  { shape: 0, colour: 5, x: 88, y: 2 },
  { shape: 0, colour: 0, x: 26, y: 36 },
  { shape: 6, colour: 2, x: 78, y: 38 },
  { shape: 2, colour: 2, x: 6, y: 62 },
  { shape: 1, colour: 3, x: 92, y: 64 },
] as const;
