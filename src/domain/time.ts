/**
 * Days and times of a place. An instant is UTC text with milliseconds, `2026-11-22T16:02:09.123Z`;
 * a day is `2026-11-22`, a time of day `16:02`, both in the site's time zone.
 */

/** Where a time zone was never set: the programmes are in Kent and Derby. */
export const defaultTimeZone = 'Europe/London';

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether text is an instant in its one form, and a moment there was or will be. Two of them compare as text. */
export function isInstant(text: string): boolean {
  const ms = instantForm.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

/** Whether text is a day of the calendar: `2026-02-31` is none. */
export const isDay = (text: string): boolean => dayForm.test(text) && isInstant(`${text}T12:00:00.000Z`);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Throws for a zone nobody keeps. */
function made(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

const zones = new Map<string, boolean>();

/** Whether clocks somewhere are set by it: `Europe/London`. */
export function isTimeZone(name: string): boolean {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let is = true;
  try {
    made(name);
  } catch {
    is = false; // how Intl says that it knows no such zone
  }
  zones.set(name, is);
  return is;
}

/** A time zone that can be reckoned with; what is none counts as never set. */
export const knownZone = (zone: unknown): string =>
  typeof zone === 'string' && isTimeZone(zone) ? zone : defaultTimeZone;

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (!known) {
    known = made(knownZone(timeZone));
    formats.set(timeZone, known);
  }
  return known;
}

/**
 * An instant as it was stored, in the one form that compares as text; '' for what cannot be read as one. *Why: records were once
 * taken in with an offset, or with none that can be read, and facts among them never change.*
 */
export function readInstant(stored: unknown): string {
  return typeof stored === 'string' ? toInstant(Date.parse(stored)) : '';
}

// Readers never throw: one record that cannot be read must not take a screen or a file down with it.

function partsOf(instant: string | number, timeZone: string): Record<string, string> | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  return Object.fromEntries(
    format(timeZone)
      .formatToParts(date)
      .map((part) => [part.type, part.value]),
  );
}

/** The day of an instant (text or epoch ms) at a place: `2026-11-22`. '' where it is not known. */
export function dayOf(instant: string | number, timeZone: string = defaultTimeZone): string {
  const part = partsOf(instant, timeZone);
  return part ? `${part.year?.padStart(4, '0')}-${part.month}-${part.day}` : '';
}

/** The time of day of an instant at a place: `16:02`. '' where it is not known. */
export function timeOf(instant: string | number, timeZone: string = defaultTimeZone): string {
  const part = partsOf(instant, timeZone);
  return part ? `${part.hour}:${part.minute}` : '';
}

/** An instant by the clock of a place, as spreadsheets read it: `2026-11-22 16:02`. */
export function clockAt(instant: string | number, timeZone: string = defaultTimeZone): string {
  return `${dayOf(instant, timeZone)} ${timeOf(instant, timeZone)}`.trim();
}

/** `2026-11-22` and `16:02` at a place, as an instant; '' where one is not typed. In the hour a clock change skips, the later reading. */
export function instantAt(day: string, time: string, timeZone: string = defaultTimeZone): string {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  let guess = wanted;
  // Two corrections settle every zone: the first finds the offset, the second mends it near a clock change.
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${dayOf(guess, timeZone)}T${timeOf(guess, timeZone)}:00.000Z`);
    guess += wanted - shown;
  }
  return toInstant(guess);
}

/** Epoch ms as an instant: `2026-11-22T16:02:09.123Z`. '' where it is not known. */
export function toInstant(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** The day `days` later; earlier where negative. '' where it is not known, or past the days that are written in ten letters. */
export function addDays(day: string, days: number): string {
  const moved = toInstant(Date.parse(`${day}T12:00:00.000Z`) + days * 86_400_000).slice(0, 10);
  return isDay(moved) ? moved : '';
}

/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T12:00:00.000Z`).getUTCDay() + 6) % 7));

/** A day in words, as `Intl` knows to write it. '' where it is not known. */
export function dayIn(day: string, options: Intl.DateTimeFormatOptions): string {
  const noon = new Date(`${day}T12:00:00.000Z`);
  if (Number.isNaN(noon.getTime())) return '';
  const words = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(noon);
  // As it was typed: *5 May 26* is read as 2026.
  return options.year === 'numeric' ? words.replace(/\b\d{1,3}$/, day.slice(0, 4)) : words;
}

/** `Sunday 22 November`, for people; with its year where that is not the year of `today`. */
export const longDay = (day: string, today: string): string => dayWords(day, today, 'long');

/** `Sun 22 Nov`, for lists; `Sun 22 Nov 2025` where the year is not the one of `today`. */
export const shortDay = (day: string, today: string): string => dayWords(day, today, 'short');

/** `12 May`, in a sentence; `12 May 2025` where the year is not the one of `today`. */
export const plainDay = (day: string, today: string): string =>
  dayIn(day, { day: 'numeric', month: 'short', ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }) });

function dayWords(day: string, today: string, length: 'long' | 'short'): string {
  const isOtherYear = day.slice(0, 4) !== today.slice(0, 4);
  const words = dayIn(day, {
    weekday: length,
    day: 'numeric',
    month: length,
    ...(isOtherYear && { year: 'numeric' }),
  });
  return words.replace(/^(\p{L}+),/u, '$1');
}

/** `November` of `2026-11`; `November 2025` where the year is not the one of `today`. */
export function monthWords(month: string, today: string): string {
  const isOtherYear = month.slice(0, 4) !== today.slice(0, 4);
  return dayIn(`${month}-01`, { month: 'long', ...(isOtherYear && { year: 'numeric' }) });
}

/** `18:04`; of another day than the one spoken of, `Thu 26 Nov, 18:04`. */
export function timeOn(instant: string, day: string, timeZone: string = defaultTimeZone): string {
  const own = dayOf(instant, timeZone);
  const time = timeOf(instant, timeZone);
  return own === day || time === '' ? time : `${shortDay(own, day)}, ${time}`;
}

/** A night is told by its length; what is longer says on which day it ended. */
const nightMinutes = 12 * 60;

/** `16:00–18:00`; over midnight `22:00–00:30, 2 h 30`, or `10:00–18:04 on Wed 25 Nov, 32 h 04`. Without an end, the start. */
export function spanWords(start: string, end: string, timeZone: string = defaultTimeZone): string {
  const from = timeOf(start, timeZone);
  const until = timeOf(end, timeZone);
  if (from === '' || until === '') return from;
  const to = `${from}–${until}`;
  const [first, last] = [dayOf(start, timeZone), dayOf(end, timeZone)];
  if (first === last) return to;
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000);
  if (minutes < 0) return to;
  return minutes <= nightMinutes
    ? `${to}, ${spanOf(minutes)}`
    : `${to} on ${shortDay(last, first)}, ${spanOf(minutes)}`;
}

/** Minutes as `1 h 34` or `34 min`. */
export function spanOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${String(minutes % 60).padStart(2, '0')}` : `${minutes} min`;
}

/** The time zone of a place: what its record says, else the one of the programmes. @param place the body of a site */
export const zoneOfPlace = (place: { readonly timeZone?: unknown } | undefined): string => knownZone(place?.timeZone);
