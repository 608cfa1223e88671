import { openPerson } from '#db/person.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { create, patch, type Saying } from '#domain/records/say.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { isPlanned, reopenedOf } from '#domain/sessions/session.ts';
import { endWords, spanOn } from '#domain/sessions/timing.ts';
import { dayOf, toInstant, zoneOfPlace } from '#domain/time.ts';
import { of } from '#features/sessions/actions.ts';
import { dayFault } from '#forms/sure.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';

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

/** What is wrong with what was typed. @param there sessions of that park, partner and day */
export function earlierFaults(
  { site, partner, day, sure, from, to, which }: EarlierFields,
  there: readonly ShownOf<'session'>[],
  setup: Setup,
  nowMs: number,
): FieldFault[] {
  const today = dayOf(nowMs);
  const faults: FieldFault[] = [];
  const fault = (field: string, message: string) => faults.push({ fieldId: `earlier-${field}`, message });
  if (site === '') fault('site', 'Choose the park.');
  if (partner === '') fault('partner', 'Choose whose session it was.');
  const notSure = dayFault(day, sure, today, 'usual');
  if (day === '' || day > today) fault('day', 'Choose the day it took place, today or before.');
  else if (notSure) fault('sure', notSure);
  const span = spanOn(day || today, from, to, zoneIn(setup, site));
  if (!span) fault('to', endWords);
  else if (day !== '' && day <= today && span.end > toInstant(nowMs)) fault('to', 'That is still to come.');
  if (which === '' && there.some(({ body }) => isPlanned(body))) fault('which', 'Was it the one that was planned?');
  return faults;
}

/** Writes it up: the session that was planned, or a new one. */
export function writingUp(
  id: string,
  fields: EarlierFields,
  setup: Setup,
  planned: ShownOf<'session'> | undefined,
): Saying {
  const span = spanOn(fields.day, fields.from, fields.to, zoneIn(setup, fields.site));
  const paper = fields.paper === 'yes';
  const happened = {
    ...(span && { actualStart: span.start, actualEnd: span.end }),
    ...of('team', [openPerson().profile.member]),
    ...(paper && { fromPaper: true }),
    ...(paper && fields.reference && { paperReference: fields.reference }),
  };
  if (planned)
    return patch('session', id, planned.scope, {
      ...happened,
      status: { is: 'running', reopened: reopenedOf(planned.body) },
    });
  return create('session', id, partnerScope(fields.partner), {
    site: fields.site,
    day: fields.day,
    workType: 'outreach',
    ...(span && { plannedStart: span.start, plannedEnd: span.end }),
    ...happened,
    status: { is: 'running', reopened: 0 },
  });
}
