import { openPerson, say } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { create, patch } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { isPlanned, reopenedOf } from '#domain/sessions/session.ts';
import { endWords, spanOn } from '#domain/sessions/timing.ts';
import { dayOf, toInstant, zoneOfPlace } from '#domain/time.ts';
import { of } from '#features/sessions/actions.ts';
import type { Faults } from '#forms/faults.ts';
import { sayOnce } from '#forms/say-once.ts';
import { dayFault } from '#forms/sure.tsx';
import { tooLateFor } from '#phone/too-late.tsx';

import { another } from './already-there.tsx';

/** A session that is written up afterwards: one that was planned, or one that nobody planned. */

/** The form. `which` is the planned session that it is, or that it is another; empty until that is answered. */
export const noneEarlier = {
  partner: '',
  site: '',
  day: '',
  /** A day long ago that was said to be meant. */
  sure: '',
  from: '16:00',
  to: '18:00',
  which: '',
  paper: 'no',
  reference: '',
};
export type EarlierFields = typeof noneEarlier;

const zoneIn = (setup: Setup, site: string): string => zoneOfPlace(setup.sites.find(({ id }) => id === site)?.body);

/** What is wrong with what was typed. */
export function earlierFaults(fields: EarlierFields, setup: Setup, nowMs: number): Faults<EarlierFields> {
  const { site, partner, day, sure, which } = fields;
  const today = dayOf(nowMs);
  const isDay = day !== '' && day <= today;
  // One that was closed since is chosen no longer, unless the session was planned there.
  const isPark = setup.sites.some(({ id }) => id === site) || (site !== '' && which !== '' && which !== another);
  return {
    site: isPark ? undefined : 'Choose the park.',
    partner: partner === '' ? 'Choose whose session it was.' : undefined,
    day: !isDay
      ? 'Choose the day it took place, today or before.'
      : tooLateFor(setup, partner, day) === null
        ? undefined
        : 'That is too long ago to enter here.',
    sure: isDay ? dayFault(day, sure, today, 'usual') : undefined,
    to: faultOfEnd(fields, setup, nowMs),
  };
}

function faultOfEnd({ site, day, from, to }: EarlierFields, setup: Setup, nowMs: number): string | undefined {
  const today = dayOf(nowMs);
  const span = spanOn(day || today, from, to, zoneIn(setup, site));
  if (!span) return endWords;
  return day !== '' && day <= today && span.end > toInstant(nowMs) ? 'That is still to come.' : undefined;
}

/** Which one it was is asked where one was planned, and again where somebody has begun that one since. @param there sessions of that park, partner and day */
export function whichFault(
  { which }: EarlierFields,
  there: readonly ShownOf<'session'>[],
): Faults<EarlierFields> | null {
  const meant = there.find(({ id }) => id === which);
  if (meant && !isPlanned(meant.body))
    return { which: 'That one is recorded already. Look at it, or say it was another.' };
  return which === '' && there.some(({ body }) => isPlanned(body))
    ? { which: 'Was it the one that was planned?' }
    : null;
}

/** Writes it up: the session that was planned, or a new one. @param id of a new one */
export function writeUp(
  id: string,
  fields: EarlierFields,
  setup: Setup,
  planned: ShownOf<'session'> | undefined,
): Promise<unknown> {
  const span = spanOn(fields.day, fields.from, fields.to, zoneIn(setup, fields.site));
  const paper = fields.paper === 'yes';
  const happened = {
    ...(span && { actualStart: span.start, actualEnd: span.end }),
    ...of('team', [openPerson().profile.member]),
    ...(paper && { fromPaper: true }),
    ...(paper && fields.reference && { paperReference: fields.reference }),
  };
  if (planned) {
    const status = { is: 'running', reopened: reopenedOf(planned.body) } as const;
    return say([patch('session', planned.id, planned.scope, { ...happened, status })]);
  }
  return sayOnce(id, [
    create('session', id, partnerScope(fields.partner), {
      site: fields.site,
      day: fields.day,
      workType: 'outreach',
      ...(span && { plannedStart: span.start, plannedEnd: span.end }),
      ...happened,
      status: { is: 'running', reopened: 0 },
    }),
  ]);
}
