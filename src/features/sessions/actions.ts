import { atOnce } from '#db/meant.ts';
import { meantBy, newId, openPerson, say, sayIfAny } from '#db/person.ts';
import { type ShownOf, shownOne } from '#db/shown.ts';
import { create, elementsOf, patch, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { isEnded, isPlanned, reopenedOf, type SessionBody } from '#domain/sessions/session.ts';
import { spanOn } from '#domain/sessions/timing.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { sayOnce } from '#forms/say-once.ts';

/** What a worker does with a session. */

/** Elements of a set as fields: `of('activity', [a, b])` → `{ 'activity/a': true, 'activity/b': true }` */
export const of = <Prefix extends string>(prefix: Prefix, ids: readonly string[]) =>
  elementsOf(
    prefix,
    ids.map((id) => [id, true] as const),
  );

export type Starting = {
  readonly id: string;
  readonly partner: string;
  readonly site: string;
  readonly timeZone: string;
  readonly activities: readonly string[];
};

/** Starts a session now. Whoever starts it is on the team. */
export function startSession({ id, partner, site, timeZone, activities }: Starting): Promise<unknown> {
  const now = Date.now();
  return sayOnce(
    id,
    [
      create('session', id, partnerScope(partner), {
        site,
        day: dayOf(now, timeZone),
        workType: 'outreach',
        actualStart: toInstant(now),
        status: { is: 'running', reopened: 0 },
        ...of('activity', activities),
        ...of('team', [openPerson().profile.member]),
      }),
    ],
    ['actualStart', 'day'],
  );
}

/**
 * Starts a planned session; who starts it joins its team. One that runs already keeps the start it was given. Null, and nothing
 * is said, of one that ended meanwhile.
 */
export const startPlanned = (session: ShownOf<'session'>) =>
  sayIfAny(async (tx) => {
    const { id, scope, body } = (await shownOne(tx, 'session', session.id)) ?? session;
    if (isEnded(body)) return [];
    return [
      patch('session', id, scope, {
        ...(isPlanned(body) && {
          actualStart: toInstant(Date.now()),
          status: { is: 'running', reopened: reopenedOf(body) },
        }),
        ...of('team', [openPerson().profile.member]),
      }),
    ];
  });

/** Any small edit of a session: team, weather, checks. It is drawn at once, over the session as it is shown. */
export function editSession(session: ShownOf<'session'>, body: SessionBody) {
  const saying = patch('session', session.id, session.scope, body);
  return atOnce([meantBy(saying, session)], () => say([saying]));
}

export type Planning = {
  /** Of the first session. */
  readonly id: string;
  readonly partner: string;
  readonly site: string;
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly activities: readonly string[];
};

/** Plans one session, or one for each day of a series: one save, so the whole series is there or none of it. */
export function planSessions(
  { id, partner, site, timeZone, from, to, activities }: Planning,
  days: readonly string[],
): Promise<unknown> {
  const series = days.length > 1 ? newId() : null;
  return sayOnce(
    id,
    days.map((day, at) => {
      const span = spanOn(day, from, to, timeZone);
      return create('session', at === 0 ? id : newId(), partnerScope(partner), {
        site,
        day,
        workType: 'outreach',
        ...(span && { plannedStart: span.start, plannedEnd: span.end }),
        status: { is: 'planned', reopened: 0 },
        ...of('activity', activities),
        ...(series && { series }),
      });
    }),
  );
}

/** What is said at an end, and is not true of a session that goes on. */
const saidAtEnd = ['actualEnd', 'everyoneOffSite', 'noIncidents', 'noConcerns'] as const;

/**
 * Reopening is an explicit act with a reason; it outranks every ending made before it was known.
 * @param goesOn it was ended by mistake and is on now: what was said at its end is taken back. Else it is written up, and its end stands.
 */
export function reopening({ id, scope, body }: ShownOf<'session'>, because: string, goesOn: boolean): Saying[] {
  const untrue = saidAtEnd.filter((field) => (body[field] ?? null) !== null);
  return [
    patch('session', id, scope, {
      status: { is: 'running', reopened: reopenedOf(body) + 1 },
      reopenedBecause: because,
      ...(goesOn && Object.fromEntries(untrue.map((field) => [field, null]))),
    }),
  ];
}
