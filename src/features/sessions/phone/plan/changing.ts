import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { type Reason, reasons, wordsOf } from '#domain/codes.ts';
import { instantIn, isRunning, startOf } from '#domain/sessions/session.ts';
import { dayOf, instantAt, shortDay, timeOf, toInstant } from '#domain/time.ts';
import { cancelSession, editSession, endSession } from '#features/sessions/actions.ts';
import { endFrom, endKnown } from '#features/sessions/phone/ended-at.tsx';
import { startWords } from '#features/sessions/queries.ts';
import type { Faults } from '#forms/faults.ts';
import { dayFault } from '#forms/sure.tsx';

/** A session that is cancelled, ended early, or moved to another park, day or time. */

export const ways = [
  { value: 'cancelled', label: 'Cancel it' },
  { value: 'shortened', label: 'End it early' },
  { value: 'moved', label: 'Move it to another park' },
  { value: 'time', label: 'Change the day or time' },
] as const;
type Way = (typeof ways)[number]['value'];

/** The form. */
export type Drawn = {
  readonly way: Way | undefined;
  readonly reason: Reason | undefined;
  readonly more: string;
  readonly site: string;
  readonly day: string;
  readonly from: string;
  /** A day in the past, or far off, that was said to be meant. */
  readonly sure: string;
  readonly endedAt: string;
};

export const drawnFrom = ({ body }: ShownOf<'session'>, zone: string, nowMs: number): Drawn => ({
  way: undefined,
  reason: undefined,
  more: '',
  site: '',
  day: body.day,
  from: timeOf(startOf(body), zone),
  sure: '',
  endedAt: endKnown(body, zone, nowMs),
});

/** Whether it is asked when it ended: one that runs ends by the change. */
export const isEnding = ({ body }: ShownOf<'session'>, way: Way | undefined): boolean =>
  isRunning(body) && (way === 'shortened' || way === 'moved');

const endOf = (session: ShownOf<'session'>, { way, endedAt }: Drawn, zone: string, nowMs: number) =>
  isEnding(session, way) ? endFrom(session.body, endedAt, zone, nowMs) : { end: '' };

export function changeFaults(drawn: Drawn, session: ShownOf<'session'>, zone: string, nowMs: number): Faults<Drawn> {
  const { way, reason, site, day, from, sure } = drawn;
  if (!way) return { way: 'Choose what changes.' };
  if (way === 'time')
    return {
      day: day === '' ? 'Choose the day.' : undefined,
      from: from === '' ? 'Choose the time.' : undefined,
      sure: day === '' ? undefined : dayFault(day, sure, dayOf(nowMs), 'asked'),
    };
  const ended = endOf(session, drawn, zone, nowMs);
  return {
    reason: reason ? undefined : 'Choose the reason.',
    site: way === 'moved' && site === '' ? 'Choose the other park.' : undefined,
    endedAt: 'problem' in ended ? ended.problem : undefined,
  };
}

type Changing = {
  readonly session: ShownOf<'session'>;
  readonly drawn: Drawn;
  readonly zone: string;
};

/** Saves it; what is said of it was judged before. */
export function make({ session, drawn, zone }: Changing): Promise<unknown> {
  const { way, reason, site } = drawn;
  const more = drawn.more.trim();
  const because = { ...(reason && { reason }), ...(more && { reasonText: more }) };
  if (way === 'cancelled') return cancelSession(session, reason ?? 'other', more);
  if (way === 'time') return editSession(session, moveTimes(session, drawn, zone));
  const ended = endOf(session, drawn, zone, Date.now());
  const actualEnd = 'end' in ended ? ended.end : '';
  if (way === 'shortened') return endSession(session, 'shortened', { ...because, actualEnd });
  // A session that has not begun takes place at the other park; one that runs went on there and ends as moved.
  if (isRunning(session.body)) return endSession(session, 'moved', { ...because, movedTo: site, actualEnd });
  return editSession(session, { ...because, site });
}

/** The text for the team and the families. */
export function told(session: ShownOf<'session'>, setup: Setup, { way, reason, site, day, from }: Drawn): string {
  const today = dayOf(Date.now());
  const place = nameIn(setup.sites, session.body.site);
  const when = `${shortDay(session.body.day, today)}, ${startWords(setup, session)}`;
  const why = reason ? ` ${wordsOf(reasons, reason)}.` : '';
  const texts: Record<Way, string> = {
    cancelled: `${place}, ${when}: cancelled.${why}`,
    shortened: `${place}, ${when}: ended early.${why}`,
    moved: `${place}, ${when}: now at ${nameIn(setup.sites, site)}.${why}`,
    time: `${place}: now on ${shortDay(day, today)}, ${from}.`,
  };
  return way ? texts[way] : '';
}

/** Start and end move together; the session stays as long as it was planned. */
function moveTimes({ body }: ShownOf<'session'>, { day, from }: Drawn, zone: string) {
  const plannedStart = instantAt(day, from, zone);
  const planned = Date.parse(instantIn(body, 'plannedEnd')) - Date.parse(instantIn(body, 'plannedStart'));
  const lengthMs = Number.isNaN(planned) ? 2 * 3_600_000 : planned;
  return { day, plannedStart, plannedEnd: toInstant(Date.parse(plannedStart) + lengthMs) };
}
