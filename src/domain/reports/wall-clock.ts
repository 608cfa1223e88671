import { clockAt } from '#domain/time.ts';

/** The clock of a place for a table of many rows: asking the calendar for each is what a long file spent most of its time on. */

const quarterMs = 15 * 60_000;
/** Before it a clock may have been set by odd minutes and seconds. */
const firstMs = Date.UTC(1972, 0, 1);
const most = 20_000;
const offsets = new Map<string, number>();

/** As `clockAt`, of which it asks each quarter of an hour once: clocks are put forward and back at a quarter, wherever they are. */
export function wallClock(instant: string, timeZone?: string): string {
  const ms = Date.parse(instant);
  if (!(ms >= firstMs)) return clockAt(instant, timeZone);
  const quarter = Math.floor(ms / quarterMs);
  const key = `${timeZone} ${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const wall = clockAt(quarter * quarterMs, timeZone);
    offset = Date.parse(`${wall.replace(' ', 'T')}:00.000Z`) - quarter * quarterMs;
    if (offsets.size >= most) offsets.clear();
    offsets.set(key, offset);
  }
  const seen = new Date(ms + offset);
  return Number.isNaN(seen.getTime()) ? clockAt(instant, timeZone) : seen.toISOString().slice(0, 16).replace('T', ' ');
}
