import type { Reason, SessionState } from '#domain/codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { elements } from '#domain/records/row.ts';
import type { AskedCorrection } from '#domain/sessions/corrections/asked.ts';
import { instantIn, type SessionBody, statusOf } from '#domain/sessions/session.ts';
import { endAfter, endWords } from '#domain/sessions/timing.ts';
import { instantAt, timeOf, toInstant } from '#domain/time.ts';
import type { Faults } from '#forms/faults.ts';
import { whyFault } from './door.ts';

/** Park, day, times, state and team of a session, as a form holds them and as they are put right. */

export type Facts = {
  readonly site: string;
  readonly day: string;
  readonly plannedFrom: string;
  readonly plannedTo: string;
  readonly from: string;
  readonly to: string;
  readonly status: SessionState;
  readonly reason: Reason | '';
  readonly reasonText: string;
  readonly activities: readonly string[];
  readonly team: readonly string[];
  readonly lead: string;
  readonly why: string;
};

export function factsOf(body: SessionBody, zone: string): Facts {
  const time = (at: 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd') => {
    const instant = instantIn(body, at);
    return instant === '' ? '' : timeOf(instant, zone);
  };
  return {
    site: body.site ?? '',
    day: body.day ?? '',
    plannedFrom: time('plannedStart'),
    plannedTo: time('plannedEnd'),
    from: time('actualStart'),
    to: time('actualEnd'),
    status: statusOf(body),
    reason: body.reason ?? '',
    reasonText: body.reasonText ?? '',
    activities: elements(body, 'activity'),
    team: elements(body, 'team'),
    lead: body.lead ?? '',
    why: '',
  };
}

/** Whether it did not go as planned, and somebody says why. */
export const hasReason = (status: SessionState): boolean =>
  status === 'cancelled' || status === 'abandoned' || status === 'shortened' || status === 'moved';

/** Whether a state says that it took place, and so between which times. */
export const tookPlace = (status: SessionState): boolean => status !== 'planned' && status !== 'cancelled';

/** @param before as it stands: times nobody touched are not asked about again */
export function factsFaults(facts: Facts, before: Facts, zone: string): Faults<Facts> {
  const { site, day, plannedFrom, plannedTo, from, to, status, reason, why } = facts;
  const end = (start: string, finish: string, [oldStart, oldFinish]: readonly [string, string]) =>
    (start !== oldStart || finish !== oldFinish) &&
    start !== '' &&
    finish !== '' &&
    day !== '' &&
    endAfter(instantAt(day, start, zone), finish, zone) === null
      ? endWords
      : undefined;
  return {
    site: site === '' ? 'Choose the park.' : undefined,
    day: day === '' ? 'Choose the day.' : undefined,
    plannedTo: end(plannedFrom, plannedTo, [before.plannedFrom, before.plannedTo]),
    from: tookPlace(status) && from === '' ? 'Say when it began.' : undefined,
    to:
      tookPlace(status) && status !== 'running' && to === ''
        ? 'Say when it ended.'
        : end(from, to, [before.from, before.to]),
    reason: hasReason(status) && reason === '' ? 'Choose the reason.' : undefined,
    why: whyFault(why),
  };
}

/** An end nobody touched, as long after the start as it was. */
const movedEnd = (begins: string | null, start: string, end: string): string | null =>
  end === '' || begins === null || start === ''
    ? end || null
    : toInstant(Date.parse(begins) + Date.parse(end) - Date.parse(start));

/** A time that was not touched keeps its seconds; on another day, or in another zone, it is the same time by the clock there. */
function timesOf(body: SessionBody, facts: Facts, zone: string, zoneBefore: string) {
  const before = factsOf(body, zoneBefore);
  const isMoved = facts.day !== before.day || zone !== zoneBefore;
  const span = (kind: 'planned' | 'actual', from: string, to: string, was: readonly [string, string]) => {
    const [start, end] = [instantIn(body, `${kind}Start`), instantIn(body, `${kind}End`)];
    const begins = from === '' ? null : !isMoved && from === was[0] ? start : instantAt(facts.day, from, zone);
    const ends = to === '' || begins === null ? null : endAfter(begins, to, zone);
    const isTouched = from !== was[0] || to !== was[1];
    return { [`${kind}Start`]: begins, [`${kind}End`]: isTouched ? ends : movedEnd(begins, start, end) };
  };
  return {
    ...span('planned', facts.plannedFrom, facts.plannedTo, [before.plannedFrom, before.plannedTo]),
    ...span('actual', facts.from, facts.to, [before.from, before.to]),
  };
}

/** What is sent: each field that differs, with what stood in it. */
export function factsChanged(
  body: SessionBody,
  facts: Facts,
  { zone, zoneBefore }: { readonly zone: string; readonly zoneBefore: string },
): NonNullable<AskedCorrection['changes']> {
  const held = body as Body;
  const because = hasReason(facts.status);
  const said: Body = {
    ...{ site: facts.site, day: facts.day },
    ...timesOf(body, facts, zone, zoneBefore),
    ...{ lead: facts.lead || null, status: facts.status },
    ...{ reason: (because && facts.reason) || null, reasonText: (because && facts.reasonText.trim()) || null },
    ...elementsAs(held, 'activity', facts.activities),
    ...elementsAs(held, 'team', facts.team),
  };
  return Object.entries(said).flatMap(([field, is]) => {
    const was = field === 'status' ? statusOf(body) : (held[field] ?? null);
    // An empty line and none are one.
    return was === is || (was === '' && is === null) ? [] : [{ field: field as 'site', was, is }]; // one of those above
  });
}

function elementsAs(body: Body, prefix: string, chosen: readonly string[]): Body {
  const had = elements(body, prefix);
  const [gone, come] = [had.filter((id) => !chosen.includes(id)), chosen.filter((id) => !had.includes(id))];
  return Object.fromEntries([
    ...gone.map((id) => [`${prefix}/${id}`, null]),
    ...come.map((id) => [`${prefix}/${id}`, true]),
  ]);
}
