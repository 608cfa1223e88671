/**
 * Days and times of a place. An instant is UTC text with milliseconds, `2026-11-22T16:02:09.123Z`;
 * a day is `2026-11-22`, a time of day `16:02`, both in the site's time zone.
 */

/** Where a time zone was never set: the programmes are in Kent and Derby. */
export const defaultTimeZone = 'Europe/London';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(timeZone: string): Intl.DateTimeFormat {
  let known = formats.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, known);
  }
  return known;
}

/** A time zone that can be reckoned with; what is none counts as never set. */
export function knownZone(zone: unknown): string {
  try {
    return typeof zone === 'string' && format(zone) ? zone : defaultTimeZone;
  } catch {
    return defaultTimeZone;
  }
}

function partsOf(instant: string | number, timeZone: string): Record<string, string> {
  return Object.fromEntries(
    format(knownZone(timeZone))
      .formatToParts(new Date(instant))
      .map((part) => [part.type, part.value]),
  );
}

/** The day of an instant (text or epoch ms) at a place: `2026-11-22`. */
export function dayOf(instant: string | number, timeZone: string = defaultTimeZone): string {
  const part = partsOf(instant, timeZone);
  return `${part.year}-${part.month}-${part.day}`;
}

/** The time of day of an instant at a place: `16:02`. */
export function timeOf(instant: string | number, timeZone: string = defaultTimeZone): string {
  const part = partsOf(instant, timeZone);
  return `${part.hour}:${part.minute}`;
}

/** An instant by the clock of a place, as spreadsheets read it: `2026-11-22 16:02`. */
export function clockAt(instant: string | number, timeZone: string = defaultTimeZone): string {
  return `${dayOf(instant, timeZone)} ${timeOf(instant, timeZone)}`;
}

/** `2026-11-22` and `16:02` at a place, as an instant. In the hour a clock change skips, the later reading. */
export function instantAt(day: string, time: string, timeZone: string = defaultTimeZone): string {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  let guess = wanted;
  // Two corrections settle every zone: the first finds the offset, the second mends it near a clock change.
  for (let round = 0; round < 2; round += 1) {
    const shown = Date.parse(`${dayOf(guess, timeZone)}T${timeOf(guess, timeZone)}:00.000Z`);
    guess += wanted - shown;
  }
  return new Date(guess).toISOString();
}

/** Epoch ms as an instant: `2026-11-22T16:02:09.123Z`. */
export function toInstant(ms: number): string {
  return new Date(ms).toISOString();
}

/** A day so many days later (or earlier, negative). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** `Sunday 22 November`, for people. */
export function longDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00.000Z`),
  );
}

/** `Sun 22 Nov`, for lists. */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00.000Z`),
  );
}

/** Minutes as `1 h 34` or `34 min`. */
export function spanOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${String(minutes % 60).padStart(2, '0')}` : `${minutes} min`;
}
