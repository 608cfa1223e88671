import { nameIn, type Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { type Reason, reasons, type SessionState, wordsOf } from '#domain/codes.ts';
import { patch, type Saying } from '#domain/records/say.ts';
import {
  instantIn,
  isEnded,
  isRunning,
  reopenedOf,
  type SessionBody,
  startOf,
  statusOf,
} from '#domain/sessions/session.ts';
import { dayOf, instantAt, shortDay, timeOf, toInstant } from '#domain/time.ts';
import { meanwhile } from '#features/sessions/phone/as-seen.ts';
import { endFrom, endKnown } from '#features/sessions/phone/finish/ended-at.tsx';
import { startWords } from '#features/sessions/queries.ts';
import type { Faults } from '#forms/faults.ts';
import { dayFault } from '#forms/sure.tsx';

/** A session that is cancelled, ended early, or moved to another park, day or time. */

const ways = [
  { value: 'cancelled', label: 'Cancel it' },
  { value: 'shortened', label: 'End it early' },
  { value: 'moved', label: 'Move it to another park' },
  { value: 'time', label: 'Change the day or time' },
] as const;
type Way = (typeof ways)[number]['value'];

/** What can be done to it as it stands. */
export const waysFor = (body: SessionBody) =>
  isEnded(body) ? [] : ways.filter(({ value }) => value !== (isRunning(body) ? 'time' : 'shortened'));

/** The form. */
export type Drawn = {
  readonly way: Way | undefined;
  /** How the session stood when that was chosen. */
  readonly seen: SessionState | '';
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
  seen: '',
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

/** What was chosen, as long as the session stands as it stood then: of another one it may mean another thing, or nothing. */
export const wayOf = ({ way, seen }: Drawn, body: SessionBody): Way | undefined =>
  seen === statusOf(body) ? way : undefined;

/** Says it as soon as a choice no longer holds. */
export const wayFault = (drawn: Drawn, body: SessionBody): string | undefined =>
  drawn.way && !wayOf(drawn, body) ? `${meanwhile(body)}: choose again.` : undefined;

export type Changing = {
  readonly session: ShownOf<'session'>;
  readonly drawn: Drawn;
  readonly zone: string;
};

/** @param parks it can be moved to */
export function changeFaults(
  { drawn, session, zone }: Changing,
  parks: readonly { readonly id: string }[],
  nowMs: number,
): Faults<Drawn> {
  const { reason, site, day, from, sure } = drawn;
  const way = wayOf(drawn, session.body);
  if (!way) return { way: wayFault(drawn, session.body) ?? 'Choose what changes.' };
  if (way === 'time')
    return {
      day: day === '' ? 'Choose the day.' : undefined,
      from: from === '' ? 'Choose the time.' : undefined,
      sure: day === '' ? undefined : dayFault(day, sure, dayOf(nowMs), 'asked'),
    };
  const ended = endOf(session, drawn, zone, nowMs);
  return {
    reason: reason ? undefined : 'Choose the reason.',
    site: way === 'moved' && !parks.some(({ id }) => id === site) ? 'Choose the other park.' : undefined,
    endedAt: 'problem' in ended ? ended.problem : undefined,
  };
}

/** What is said; it was judged before. */
export function changing({ session, drawn, zone }: Changing): Saying[] {
  const { way, reason, site } = drawn;
  const more = drawn.more.trim();
  const because = { ...(reason && { reason }), ...(more && { reasonText: more }) };
  const edit = (body: SessionBody) => [patch('session', session.id, session.scope, body)];
  if (way === 'time') return edit(moveTimes(session, drawn, zone));
  // A session that has not begun takes place at the other park; one that runs went on there and ends as moved.
  if (way === 'moved' && !isRunning(session.body)) return edit({ ...because, site });
  const ended = endOf(session, drawn, zone, Date.now());
  const end = way !== 'cancelled' && 'end' in ended && { actualEnd: ended.end };
  const status = { is: way ?? 'cancelled', reopened: reopenedOf(session.body) };
  return edit({ ...because, status, ...end, ...(way === 'moved' && { movedTo: site }) });
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
