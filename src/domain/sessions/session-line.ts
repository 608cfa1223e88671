import * as v from 'valibot';
import { type AgeBand, codesOf, type SessionState, sessionStates, type TallyBand, tallyBands } from '#domain/codes.ts';
import type { SameIn } from '#domain/people/alias.ts';
import type { BodyOf, RowOf } from '#domain/records/body.ts';
import { elements } from '#domain/records/row.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { byCode, list, number, object, text, truth } from '#domain/reports/answer.ts';
import { type Register, registerFrom } from './register.ts';
import { instantIn, type SessionBody, statusOf } from './session.ts';

/** One session in figures: a row of the sessions report. The same fold on a phone and on the server. */

/** A session with the facts that belong to it. */
export type SessionRecords = {
  readonly session: RowOf<'session'>;
  readonly marks: readonly RowOf<'mark'>[];
  readonly tallies: readonly RowOf<'tally'>[];
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
  /** Which badges are of one person. */
  readonly same: SameIn;
};

/** In place of a state, in the files too. */
export const cannotBeRead = 'cannot be read';

/** Named and counted people of a band; `overlap` are counted ones who were named too, and `total` holds each once. */
export const countSchema = object({ named: number, counted: number, overlap: number, total: number });

/** One session in figures, without names: what every report of sessions adds up. */
export const sessionLineSchema = object({
  session: text,
  day: text,
  /** The name, by which people know it, and the id: two parks may have one name. */
  site: text,
  siteId: text,
  partner: text,
  partnerId: text,
  status: v.picklist([...codesOf(sessionStates), cannotBeRead]),
  reason: text,
  /** Instants; empty where never set. */
  plannedStart: text,
  plannedEnd: text,
  actualStart: text,
  actualEnd: text,
  /** Whole minutes from actual start to actual end; null while either is missing. */
  minutes: v.nullable(number),
  named: number,
  counted: number,
  alreadyCounted: number,
  attendances: number,
  contacts: number,
  bands: byCode(codesOf(tallyBands), countSchema),
  /** Ids of what is on. */
  activities: list(text),
  team: number,
  /** Why there were fewer than two; empty where nobody said. */
  fewAdultsBecause: text,
  fromPaper: truth,
  /** Whether any count was a best guess. */
  estimated: truth,
  /** By whose clock it happened: `Europe/London`. */
  zone: text,
});
export type SessionLine = v.InferOutput<typeof sessionLineSchema>;

/** The register of a session, folded from its rows. */
export function registerOf(
  { session, marks, tallies }: SessionRecords,
  known: Pick<Known, 'bandOn' | 'same'>,
): Register {
  return registerFrom(session, marks, tallies, (person) => known.bandOn(person, session.body.day), known.same);
}

/** A session's line. @param register the same session's, where it is folded already */
export function sessionLine(records: SessionRecords, known: Known, register = registerOf(records, known)): SessionLine {
  const { session } = records;
  const { body } = session;
  // What was let in before its shape was as strict as today may lack what it needs; it stays a line all the same.
  const { day = '', site = '' }: SessionBody = body;
  const partner = partnerOf(session.scope) ?? '';
  return {
    session: session.id,
    day,
    site: known.siteName(site),
    siteId: site,
    partner: known.partnerName(partner),
    partnerId: partner,
    status: statusOf(body),
    reason: body.reason ?? '',
    plannedStart: instantIn(body, 'plannedStart'),
    plannedEnd: instantIn(body, 'plannedEnd'),
    actualStart: instantIn(body, 'actualStart'),
    actualEnd: instantIn(body, 'actualEnd'),
    minutes: minutesOf(body),
    named: register.all.named,
    counted: register.all.counted,
    alreadyCounted: register.all.overlap,
    attendances: register.all.total,
    contacts: register.contacts,
    bands: register.bands,
    activities: elements(body, 'activity'),
    team: elements(body, 'team').length,
    fewAdultsBecause: body.fewAdultsBecause ?? '',
    fromPaper: body.fromPaper === true,
    estimated: register.estimated,
    zone: known.zoneOf(site),
  };
}

/** A session that cannot be read, as what a report can still say of it: that there is one, on this day. */
export function unread({ session }: SessionRecords): SessionRecords {
  // What is damaged may have no body; and a session that cannot be read stands in none of the states there are.
  const { day, site } = (session.body as Partial<BodyOf<'session'>> | undefined) ?? {};
  const body = { day: day ?? '', site: site ?? '', status: { is: cannotBeRead as SessionState, reopened: 0 } };
  return { session: { ...session, body }, marks: [], tallies: [] };
}

function minutesOf(body: SessionBody): number | null {
  const lengthMs = Date.parse(instantIn(body, 'actualEnd')) - Date.parse(instantIn(body, 'actualStart'));
  return Number.isFinite(lengthMs) ? Math.max(0, Math.round(lengthMs / 60_000)) : null;
}

/** Delivered: finished, shortened or moved, with a minute or more delivered (reports, Definitions). */
export function isDelivered({ status, minutes }: SessionLine): boolean {
  return ['finished', 'shortened', 'moved'].includes(status) && (minutes ?? 0) >= 1;
}

/** The figures of a period: sums of its session lines, so that a total is always the rows under it. */
export const totalsSchema = object({
  sessions: number,
  delivered: number,
  planned: number,
  running: number,
  cancelled: number,
  abandoned: number,
  minutes: number,
  named: number,
  counted: number,
  alreadyCounted: number,
  attendances: number,
  contacts: number,
  bands: byCode(codesOf(tallyBands), number),
});
export type Totals = v.InferOutput<typeof totalsSchema>;

/** What the lines come to; zero throughout where there are none. */
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
