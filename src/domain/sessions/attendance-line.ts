import { type AgeBand, genders, type TallyBand, tallyBands } from '#domain/codes.ts';
import type { Presence } from './register.ts';
import { type Known, registerOf, type SessionLine, type SessionRecords, sessionLine } from './session-line.ts';

/** Who came to a session: one line per person where names are wanted, else one line per age band. */

export type PersonLine = {
  readonly session: string;
  readonly day: string;
  readonly site: string;
  readonly partner: string;
  readonly person: string;
  readonly name: string;
  readonly ageBand: AgeBand;
  readonly gender: string;
  readonly level: string;
  /** Instants. `left` is empty for someone who stayed to the end. */
  readonly arrived: string;
  readonly left: string;
  /** From arriving to leaving, or to the end of the session; null while that is not known. */
  readonly minutes: number | null;
  /** By whose clock: `Europe/London`. */
  readonly zone: string;
};

/** @param genderOf a code, as the badge has it */
export function personLines(
  records: SessionRecords,
  known: Known,
  genderOf: (person: string) => string | undefined,
): PersonLine[] {
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
      gender: genders.find(([code]) => code === genderOf(presence.person))?.[0] ?? 'NK',
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

export type BandLine = {
  readonly session: string;
  readonly day: string;
  readonly site: string;
  readonly partner: string;
  readonly ageBand: TallyBand;
  readonly named: number;
  readonly counted: number;
  readonly alreadyCounted: number;
  readonly attendances: number;
};

/** The bands of a session in which anybody came; they add up to its attendances. */
export function bandLines({ session, day, site, partner, bands }: SessionLine): BandLine[] {
  return tallyBands.flatMap(([ageBand]) => {
    const { named, counted, overlap, total } = bands[ageBand];
    if (named === 0 && counted === 0 && overlap === 0) return [];
    return [{ session, day, site, partner, ageBand, named, counted, alreadyCounted: overlap, attendances: total }];
  });
}
