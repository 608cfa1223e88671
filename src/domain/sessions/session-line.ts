import { type AgeBand, type SessionState, type TallyBand, tallyBands } from '#domain/codes.ts';
import { elements } from '#domain/records/records.ts';
import type { Row } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { readInstant } from '#domain/time.ts';
import { type Count, type Register, registerFrom } from './register.ts';
import { statusOf } from './session.ts';

/** One session in figures: a row of the sessions report. The same fold on a phone and on the server. */

/** A session with the facts that belong to it. */
export type SessionRecords = {
  readonly session: Row;
  readonly marks: readonly Row[];
  readonly tallies: readonly Row[];
};

/** What is known around a session. An id that has not arrived yet is shown as it is. */
export type Known = {
  readonly siteName: (id: string) => string;
  /** The time zone of a site. */
  readonly zoneOf: (site: string) => string;
  readonly partnerName: (id: string) => string;
  /** The age band of a person on a day. */
  readonly bandOn: (person: string, day: string) => AgeBand;
  readonly personName: (id: string) => string;
};

export type SessionLine = {
  readonly session: string;
  readonly day: string;
  /** The name, by which people know it, and the id: two parks may have one name. */
  readonly site: string;
  readonly siteId: string;
  readonly partner: string;
  readonly partnerId: string;
  readonly status: SessionState;
  readonly reason: string;
  /** Instants; empty where never set. */
  readonly plannedStart: string;
  readonly plannedEnd: string;
  readonly actualStart: string;
  readonly actualEnd: string;
  /** Whole minutes from actual start to actual end; null while either is missing. */
  readonly minutes: number | null;
  readonly named: number;
  readonly counted: number;
  readonly alreadyCounted: number;
  readonly attendances: number;
  readonly contacts: number;
  readonly bands: Readonly<Record<TallyBand, Count>>;
  readonly team: number;
  readonly fromPaper: boolean;
  /** Whether any count was a best guess. */
  readonly estimated: boolean;
  /** By whose clock it happened: `Europe/London`. */
  readonly zone: string;
};

const textIn = (row: Row, field: string): string => {
  const value = row.body[field];
  return typeof value === 'string' ? value : '';
};

/** The register of a session, folded from its rows. */
export function registerOf({ session, marks, tallies }: SessionRecords, known: Pick<Known, 'bandOn'>): Register {
  const day = textIn(session, 'day');
  return registerFrom(session, marks, tallies, (person) => known.bandOn(person, day));
}

export function sessionLine(records: SessionRecords, known: Known): SessionLine {
  const { session } = records;
  const register = registerOf(records, known);
  const partner = partnerOf(session.scope) ?? '';
  return {
    session: session.id,
    day: textIn(session, 'day'),
    site: known.siteName(textIn(session, 'site')),
    siteId: textIn(session, 'site'),
    partner: known.partnerName(partner),
    partnerId: partner,
    status: statusOf(session.body),
    reason: textIn(session, 'reason'),
    plannedStart: readInstant(session.body.plannedStart),
    plannedEnd: readInstant(session.body.plannedEnd),
    actualStart: readInstant(session.body.actualStart),
    actualEnd: readInstant(session.body.actualEnd),
    minutes: minutesOf(session),
    named: register.all.named,
    counted: register.all.counted,
    alreadyCounted: register.all.overlap,
    attendances: register.all.total,
    contacts: register.contacts,
    bands: register.bands,
    team: elements(session.body, 'team').length,
    fromPaper: session.body.fromPaper === true,
    estimated: register.estimated,
    zone: known.zoneOf(textIn(session, 'site')),
  };
}

/** A session that cannot be read, as what a report can still say of it: that there is one, on this day. */
export function unread({ session }: SessionRecords): SessionRecords {
  const { day, site } = session.body ?? {}; // what is damaged may have none
  return { session: { ...session, body: { day, site, status: { is: 'cannot be read' } } }, marks: [], tallies: [] };
}

function minutesOf(session: Row): number | null {
  const lengthMs = Date.parse(readInstant(session.body.actualEnd)) - Date.parse(readInstant(session.body.actualStart));
  return Number.isFinite(lengthMs) ? Math.max(0, Math.round(lengthMs / 60_000)) : null;
}

/** Delivered: finished, shortened or moved, with a minute or more delivered (reports, Definitions). */
export function isDelivered({ status, minutes }: SessionLine): boolean {
  return ['finished', 'shortened', 'moved'].includes(status) && (minutes ?? 0) >= 1;
}

/** The figures of a period: sums of its session lines, so that a total is always the rows under it. */
export type Totals = {
  readonly sessions: number;
  readonly delivered: number;
  readonly planned: number;
  readonly running: number;
  readonly cancelled: number;
  readonly abandoned: number;
  readonly minutes: number;
  readonly named: number;
  readonly counted: number;
  readonly alreadyCounted: number;
  readonly attendances: number;
  readonly contacts: number;
  readonly bands: Readonly<Record<TallyBand, number>>;
};

export function totalsOf(lines: readonly SessionLine[]): Totals {
  const sum = (of: (line: SessionLine) => number) => lines.reduce((total, line) => total + of(line), 0);
  const having = (status: SessionState) => sum((line) => (line.status === status ? 1 : 0));
  return {
    sessions: lines.length,
    delivered: sum((line) => (isDelivered(line) ? 1 : 0)),
    planned: having('planned'),
    running: having('running'),
    cancelled: having('cancelled'),
    abandoned: having('abandoned'),
    minutes: sum(({ minutes }) => minutes ?? 0),
    named: sum(({ named }) => named),
    counted: sum(({ counted }) => counted),
    alreadyCounted: sum(({ alreadyCounted }) => alreadyCounted),
    attendances: sum(({ attendances }) => attendances),
    contacts: sum(({ contacts }) => contacts),
    bands: Object.fromEntries(tallyBands.map(([band]) => [band, sum(({ bands }) => bands[band].total)])) as Record<
      TallyBand,
      number
    >, // every band is a key
  };
}
