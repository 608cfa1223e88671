import { getTimes } from 'suncalc';
import { defaultTimeZone, timeOf, toInstant } from '#domain/time.ts';

/** Where a site has no position: the middle of North Kent. An hour of error would need 900 miles. */
const fallback = { lat: 51.44, lon: 0.33 };

/**
 * Sunset at a place on a day, as an instant; needs no signal. Null where the sun does not set that day.
 * Within two minutes of the Nautical Almanac for the latitudes of Britain (tested).
 */
export function sunsetAt(day: string, place: { lat?: number | null; lon?: number | null }): string | null {
  const { sunset } = getTimes(new Date(`${day}T12:00:00.000Z`), place.lat ?? fallback.lat, place.lon ?? fallback.lon);
  return sunset && Number.isFinite(sunset.getTime()) ? toInstant(sunset.getTime()) : null;
}

/** Whole minutes from now until the sun sets; negative once it has. */
export function minutesOfLight(sunset: string, nowMs: number): number {
  return Math.floor((Date.parse(sunset) - nowMs) / 60_000);
}

/** What is left of the light of a day at a place. */
export type Light = {
  readonly words: 'Light until' | 'Sun set';
  /** When the sun sets or did, as a time of day. */
  readonly at: string;
  /** Whole minutes; none once it has set. */
  readonly minutesLeft: number;
};

/** `Light until 15:57`, and from 15:57 on `Sun set 15:57`: on every screen the same. @param place the body of a site */
export function lightOf(
  day: string,
  place: { readonly lat?: unknown; readonly lon?: unknown },
  nowMs: number,
  timeZone: string = defaultTimeZone,
): Light | null {
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  const sunset = sunsetAt(day, { lat: number(place.lat), lon: number(place.lon) });
  if (sunset === null) return null;
  const minutesLeft = Math.max(0, minutesOfLight(sunset, nowMs));
  return { words: minutesLeft > 0 ? 'Light until' : 'Sun set', at: timeOf(sunset, timeZone), minutesLeft };
}
