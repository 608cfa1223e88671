import * as v from 'valibot';
import { ageBands, codesOf, genders, tallyBands } from '#domain/codes.ts';
import { number, object, text } from '#domain/reports/answer.ts';
import type { KnownAround } from './known.ts';
import type { Presence } from './register.ts';
import { registerOf, type SessionLine, type SessionRecords, sessionLine } from './session-line.ts';

/** Who came to a session: one line per person where names are wanted, else one line per age band. */

/** One named person at one session, as the file of attendance lists them. */
export const personLineSchema = object({
  session: text,
  day: text,
  site: text,
  partner: text,
  person: text,
  name: text,
  ageBand: v.picklist(codesOf(ageBands)),
  gender: text,
  level: text,
  /** Instants. `left` is empty for someone who stayed to the end. */
  arrived: text,
  left: text,
  /** From arriving to leaving, or to the end of the session; null while that is not known. */
  minutes: v.nullable(number),
  /** By whose clock: `Europe/London`. */
  zone: text,
});
export type PersonLine = v.InferOutput<typeof personLineSchema>;

/** One line for each person who came, in the order they did. */
export function personLines(records: SessionRecords, known: KnownAround): PersonLine[] {
  const line = sessionLine(records, known);
  return byArrival(registerOf(records, known).presences.values())
    .filter(({ state }) => state !== 'removed')
    .map((presence) => ({
      session: line.session,
      day: line.day,
      site: line.site,
      partner: line.partner,
      person: presence.person,
      name: known.personName(presence.person),
      ageBand: known.bandOn(presence.person, line.day),
      gender: genders.find(([code]) => code === known.genderOf(presence.person))?.[0] ?? 'NK',
      level: presence.level,
      ...stayOf(presence, line),
      zone: line.zone,
    }));
}

/** People in the order they came. */
export function byArrival(presences: Iterable<Presence>): Presence[] {
  const order = (a: Presence, b: Presence) =>
    a.arrivedAt < b.arrivedAt || (a.arrivedAt === b.arrivedAt && a.person < b.person) ? -1 : 1;
  return [...presences].sort(order);
}

/** When somebody came and went. */
export function stayOf(
  { arrivedAt, state, at }: Presence,
  { actualEnd }: Pick<SessionLine, 'actualEnd'>,
): { arrived: string; left: string; minutes: number | null } {
  const left = state === 'left' ? at : '';
  const lengthMs = Date.parse(left || actualEnd) - Date.parse(arrivedAt);
  return {
    arrived: arrivedAt,
    left,
    minutes: Number.isFinite(lengthMs) ? Math.max(0, Math.round(lengthMs / 60_000)) : null,
  };
}

/** One age band of one session, without names; `attendances` is named and counted less those counted twice. */
export const bandLineSchema = object({
  session: text,
  day: text,
  site: text,
  partner: text,
  ageBand: v.picklist(codesOf(tallyBands)),
  named: number,
  counted: number,
  alreadyCounted: number,
  attendances: number,
});
export type BandLine = v.InferOutput<typeof bandLineSchema>;

/** The bands of a session in which anybody came; they add up to its attendances. */
export function bandLines({ session, day, site, partner, bands }: SessionLine): BandLine[] {
  return tallyBands.flatMap(([ageBand]) => {
    const { named, counted, overlap, total } = bands[ageBand];
    if (named === 0 && counted === 0 && overlap === 0) return [];
    return [{ session, day, site, partner, ageBand, named, counted, alreadyCounted: overlap, attendances: total }];
  });
}
