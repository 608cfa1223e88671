import { elements } from '#domain/records/row.ts';
import type { Period, Reading } from '#domain/reports/report.ts';
import { type KnownAround, knownIn } from '#domain/sessions/known.ts';
import { registerOf, type SessionLine, type SessionRecords, sessionLine } from '#domain/sessions/session-line.ts';
import { type Comer, comersOf } from './comers.ts';

/** Sessions as figures read them: each once, folded once, however many tables are made of it. */

/** A session with everybody who came to it. */
export type Visit = {
  readonly line: SessionLine;
  readonly comers: readonly Comer[];
  /** Ids of whoever ran it. */
  readonly team: readonly string[];
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
  'member',
] as const;
export type VisitReading = Reading<(typeof visitTypes)[number]>;

export const visitOf = (records: SessionRecords, known: KnownAround): Visit => {
  const register = registerOf(records, known);
  return {
    line: sessionLine(records, known, register),
    comers: comersOf(records, register, known),
    team: elements(records.session.body, 'team'),
  };
};

/** What is known around the sessions of these partners. */
export const knownTo = async (read: Reading<'site' | 'partner' | 'person' | 'alias'>): Promise<KnownAround> =>
  knownIn(
    await read.rows('site'),
    await read.rows('partner'),
    await read.rows('person'),
    await read.rows('alias'),
    await read.erased(),
  );

/** Every session of these days, in order of day. */
export const eachVisit = (
  read: VisitReading,
  known: KnownAround,
  days: Period,
  use: (visit: Visit) => void,
): Promise<void> => read.eachSession((records) => use(visitOf(records, known)), days);
