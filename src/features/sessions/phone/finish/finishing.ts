import { openPerson } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { numberOrNone } from '#domain/numbers.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { create, patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import { reopenedOf } from '#domain/sessions/session.ts';
import { of } from '#features/sessions/actions.ts';
import type { Faults } from '#forms/faults.ts';
import { changedFields, filledFields } from '#forms/fields.ts';
import { endFrom, endKnown } from './ended-at.tsx';

/** What is asked at the end of a session. `endedAt` is a time of day at the site; empty means now, where that can be. */
export type Finishing = {
  readonly endedAt: string;
  readonly wentWell: string;
  readonly different: string;
  readonly needsRaised: string;
  readonly mood: number;
  readonly offSite: boolean;
  /** When that was ticked here, at the site: for whoever fills this in. It is no part of the record, which says only that it was. */
  readonly offSiteAt: string;
  readonly noIncidents: boolean;
  readonly noConcerns: boolean;
  readonly minutesLost: string;
};

/** The four questions of it. */
export type DebriefFields = Pick<Finishing, 'wentWell' | 'different' | 'needsRaised' | 'mood'>;

/** What was answered of them so far. */
export const debriefSoFar = (debrief: ShownOf<'debrief'> | null): DebriefFields => ({
  wentWell: debrief?.body.wentWell ?? '',
  different: debrief?.body.different ?? '',
  needsRaised: debrief?.body.needsRaised ?? '',
  mood: debrief?.body.mood ?? 0,
});

/** The form as it begins: what was answered before, so that finishing again changes only what is changed. */
export function answersSoFar(
  { body }: ShownOf<'session'>,
  debrief: ShownOf<'debrief'> | null,
  zone: string,
  nowMs: number,
): Finishing {
  return {
    endedAt: endKnown(body, zone, nowMs),
    ...debriefSoFar(debrief),
    offSite: body.everyoneOffSite === true,
    offSiteAt: '',
    noIncidents: body.noIncidents === true,
    noConcerns: body.noConcerns === true,
    minutesLost: String(body.minutesLost ?? ''),
  };
}

/** A day at most; null where nobody said, and in words what is wrong with it. */
export const minutesIn = (typed: string): number | string | null =>
  typed.trim() === '' ? null : numberOrNone(typed, 1440);

/** What is wrong with what was typed. */
export function finishFaults(
  fields: Finishing,
  body: BodyOf<'session'>,
  zone: string,
  nowMs: number,
): Faults<Finishing> {
  const found = endFrom(body, fields.endedAt, zone, nowMs);
  const minutes = minutesIn(fields.minutesLost);
  return {
    endedAt: 'problem' in found ? found.problem : undefined,
    minutesLost: typeof minutes === 'string' ? minutes : undefined,
  };
}

type Finished = {
  readonly session: ShownOf<'session'>;
  readonly debrief: ShownOf<'debrief'> | null;
  readonly fields: Finishing;
  /** What stood in the fields: only what differs is said, so that nothing another phone said meanwhile is put back. */
  readonly opened: Finishing;
  readonly endedAt: string;
  readonly mayDebrief: boolean;
};

/** The session's end and the team's answers in one save. A tick taken away takes the answer back: it is not answered. */
export function finishing(finished: Finished): Saying[] {
  const { session, fields, opened, endedAt, mayDebrief } = finished;
  const minutes = minutesIn(fields.minutesLost);
  const ended = patch('session', session.id, session.scope, {
    status: { is: 'finished', reopened: reopenedOf(session.body) },
    actualEnd: endedAt,
    ...(fields.offSite !== opened.offSite && { everyoneOffSite: fields.offSite || null }),
    ...(fields.noIncidents !== opened.noIncidents && { noIncidents: fields.noIncidents || null }),
    ...(fields.noConcerns !== opened.noConcerns && { noConcerns: fields.noConcerns || null }),
    ...(fields.minutesLost !== opened.minutesLost && { minutesLost: typeof minutes === 'number' ? minutes : null }),
  });
  return mayDebrief ? [ended, ...debriefing(finished)] : [ended];
}

type Debriefed = Pick<Finished, 'session' | 'debrief'> & {
  readonly fields: DebriefFields;
  readonly opened: DebriefFields;
};

/** The team's answers; nothing where none of them changed. */
export function debriefing({ session, debrief, fields, opened }: Debriefed): Saying[] {
  const partner = partnerOf(session.scope);
  const answers = ({ wentWell, different, needsRaised, mood }: DebriefFields) => ({
    ...{ wentWell, different, needsRaised },
    mood: mood > 0 ? mood : undefined,
  });
  const changed = changedFields(filledFields(answers(opened)), answers(fields));
  if (partner === null || Object.keys(changed).length === 0) return [];
  // Its id is made from the session's, so that two phones that debrief one session fill one debrief.
  const [id, scope] = [`debrief:${session.id}`, teamScope(partner)];
  const said = { ...changed, ...of('doneBy', [openPerson().profile.member]) };
  return debrief
    ? [patch('debrief', id, scope, said)]
    : [create('debrief', id, scope, { session: session.id, day: session.body.day, ...said })];
}
