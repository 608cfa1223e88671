import { elements } from '#domain/records/row.ts';
import type { Period, Reading } from '#domain/reports/report.ts';
import type { KnownAround } from '#domain/sessions/known.ts';
import { registerOf, type SessionLine, type SessionRecords, sessionLine } from '#domain/sessions/session-line.ts';
import { type Comer, comersOf } from './comers.ts';

/** Sessions as figures read them: each once, folded once, however many tables are made of it. */

/** A session with everybody who came to it. */
export type Attended = {
  readonly line: SessionLine;
  readonly comers: readonly Comer[];
  /** Where its park lies; empty where that is not written down. */
  readonly ward: string;
  /** Ids of whoever ran it. */
  readonly team: readonly string[];
  /** When the server first had it, an instant; undefined where that is not known. */
  readonly received: string | undefined;
};

/** What figures read. */
export const visitTypes = [
  'session',
  'mark',
  'tally',
  'site',
  'partner',
  'person',
  'alias',
  'activity',
  'area',
  'correction',
  'member',
] as const;
export type FiguresReading = Reading<(typeof visitTypes)[number]>;

const firstReceived = ({ session, marks, tallies }: SessionRecords): string | undefined =>
  [session, ...marks, ...tallies].flatMap(({ received }) => received ?? []).sort()[0];

export const visitOf = (records: SessionRecords, known: KnownAround): Attended => {
  const register = registerOf(records, known);
  const line = sessionLine(records, known, register);
  return {
    line,
    comers: comersOf(records, register, known),
    ward: known.wardOf(line.siteId),
    team: elements(records.session.body, 'team'),
    received: firstReceived(records),
  };
};

/** Every session of these days, in order of day. */
export const eachVisit = (
  read: FiguresReading,
  known: KnownAround,
  days: Period,
  use: (visit: Attended) => void,
): Promise<void> => read.eachSession((records) => use(visitOf(records, known)), days);
