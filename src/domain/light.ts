import { getTimes } from 'suncalc';
import { toInstant } from './time.ts';

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
