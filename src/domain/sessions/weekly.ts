import { create, elementsOf, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { idFrom } from '#domain/records/set-up/id-from.ts';
import { addDays, timeOf } from '#domain/time.ts';
import { weeklyDays } from './series.ts';
import type { SessionLine } from './session-line.ts';
import { spanOn } from './timing.ts';

/** What was planned every week, and the same planned again for another season. */

/** Sessions of one partner at one park on one day of the week, from and to the same time by its clock. */
export type Weekly = {
  readonly key: string;
  readonly partnerId: string;
  readonly siteId: string;
  /** `16:00` */
  readonly from: string;
  readonly to: string;
  readonly zone: string;
  /** Of the last one. */
  readonly activities: readonly string[];
  /** The last day there was one. */
  readonly last: string;
  readonly n: number;
};

/** So many make a series: two may have come about by chance. */
const fewest = 3;

/** What was planned weekly among these sessions, the newest series first. */
export function weeklyIn(lines: readonly SessionLine[]): Weekly[] {
  const planned = lines.filter(({ plannedStart, plannedEnd }) => plannedStart !== '' && plannedEnd !== '');
  return [...Map.groupBy(planned, keyOf)]
    .flatMap(([key, of]) => {
      const last = of.reduce((newest, each) => (each.day > newest.day ? each : newest));
      const { partnerId, siteId, plannedStart, plannedEnd, zone, activities, day } = last;
      const times = { from: timeOf(plannedStart, zone), to: timeOf(plannedEnd, zone) };
      const n = new Set(of.map((each) => each.day)).size;
      return n < fewest ? [] : [{ key, partnerId, siteId, ...times, zone, activities, last: day, n }];
    })
    .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : a.key < b.key ? -1 : 1));
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const keyOf = ({ partnerId, siteId, day, plannedStart, plannedEnd, zone }: SessionLine): string =>
  [partnerId, siteId, weekdayOf(day), timeOf(plannedStart, zone), timeOf(plannedEnd, zone)].join(' ');

/** Its days in another season, both ends included. */
export function daysAgain({ last }: Weekly, from: string, to: string): string[] {
  const first = addDays(from, (weekdayOf(last) - weekdayOf(from) + 7) % 7);
  return weeklyDays(first, to, []);
}

/**
 * Plans a series again. A day that has a session of the partner at the park already is left alone; ids follow from what is planned,
 * so that planning it twice plans it once.
 */
export function planAgain(of: Weekly, days: readonly string[], lines: readonly SessionLine[]): Saying[] {
  const { key, partnerId, siteId, from, to, zone, activities } = of;
  const taken = new Set(
    lines.filter((each) => each.partnerId === partnerId && each.siteId === siteId).map(({ day }) => day),
  );
  const series = idFrom(`${key} ${days[0]}`);
  return days
    .filter((day) => !taken.has(day))
    .map((day) => {
      const span = spanOn(day, from, to, zone);
      return create('session', idFrom(`${key} ${day}`), partnerScope(partnerId), {
        ...{ site: siteId, day, workType: 'outreach', status: { is: 'planned', reopened: 0 }, series },
        ...(span && { plannedStart: span.start, plannedEnd: span.end }),
        ...elementsOf(
          'activity',
          activities.map((id) => [id, true] as const),
        ),
      });
    });
}
