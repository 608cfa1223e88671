import { type AgeBand, ageBands } from './codes.ts';
import type { Body } from './entry.ts';
import { addDays } from './time.ts';

/** What is known of a young person beside their name, read from the badge. */

/** A band older than this many days is *not known*: it is asked again rather than guessed. */
const bandLastsDays = 365;

const upTo: readonly (readonly [number, AgeBand])[] = [
  [7, '00-07'],
  [9, '08-09'],
  [12, '10-12'],
  [15, '13-15'],
  [17, '16-17'],
  [19, '18-19'],
  [24, '20-24'],
];

/** The band of an age in whole years. */
export function bandOfAge(years: number): AgeBand {
  return upTo.find(([last]) => years <= last)?.[1] ?? '25+';
}

/** The age band on a day: from the year of birth where it is known, else the band while it is fresh enough to be true. */
export function bandOn(day: string, badge: Body): AgeBand {
  if (typeof badge.yearOfBirth === 'number') return bandOfAge(Number(day.slice(0, 4)) - badge.yearOfBirth);
  const known = ageBands.find(([code]) => code === badge.ageBand)?.[0];
  if (!known || typeof badge.ageBandOn !== 'string') return 'NK';
  return addDays(badge.ageBandOn, bandLastsDays) < day ? 'NK' : known;
}

/** `Mohammed S`: what the register calls somebody. */
export function nameOf(badge: Body): string {
  const known = typeof badge.knownAs === 'string' ? badge.knownAs : '';
  return typeof badge.initial === 'string' && badge.initial ? `${known} ${badge.initial}` : known;
}

/** `Mohammed Salah` → known as Mohammed, initial S. One word has no initial. */
export function badgeName(typed: string): { knownAs: string; initial: string } {
  const words = typed.trim().split(/\s+/u);
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return {
    knownAs: (last ? words.slice(0, -1) : words).join(' ').slice(0, 60),
    initial: [...last][0]?.toLocaleUpperCase('en-GB') ?? '',
  };
}
