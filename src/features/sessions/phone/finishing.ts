import { openPerson } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { numberOrNone } from '#domain/numbers.ts';
import { create, patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, teamScope } from '#domain/records/scopes.ts';
import { reopenedOf } from '#domain/sessions/session.ts';
import { of } from '#features/sessions/actions.ts';
import { endKnown } from './ended-at.tsx';

/** What is asked at the end of a session. `endedAt` is a time of day at the site; empty means now, where that can be. */
export type Finishing = {
  readonly endedAt: string;
  readonly wentWell: string;
  readonly different: string;
  readonly needsRaised: string;
  readonly mood: number;
  readonly offSite: boolean;
  readonly noIncidents: boolean;
  readonly noConcerns: boolean;
  readonly minutesLost: string;
};

/** The form as it begins: what was answered before, so that finishing again changes only what is changed. */
export function answersSoFar(
  { body }: ShownOf<'session'>,
  debrief: ShownOf<'debrief'> | null,
  zone: string,
  nowMs: number,
): Finishing {
  return {
    endedAt: endKnown(body, zone, nowMs),
    wentWell: debrief?.body.wentWell ?? '',
    different: debrief?.body.different ?? '',
    needsRaised: debrief?.body.needsRaised ?? '',
    mood: debrief?.body.mood ?? 0,
    offSite: body.everyoneOffSite === true,
    noIncidents: body.noIncidents === true,
    noConcerns: body.noConcerns === true,
    minutesLost: String(body.minutesLost ?? ''),
  };
}

/** A day at most; null where nobody said, and in words what is wrong with it. */
export const minutesIn = (typed: string): number | string | null =>
  typed.trim() === '' ? null : numberOrNone(typed, 1440);

/** The session's end and the team's answers in one save. A tick taken away takes the answer back: it is not answered. */
export function finishing(
  session: ShownOf<'session'>,
  fields: Finishing,
  endedAt: string,
  mayDebrief: boolean,
): Saying[] {
  const partner = partnerOf(session.scope);
  const { body } = session;
  // A tick taken away is null: not answered.
  const tick = <Field extends 'everyoneOffSite' | 'noIncidents' | 'noConcerns'>(field: Field, ticked: boolean) =>
    ticked === (body[field] === true) ? {} : { [field]: ticked || null };
  const minutes = minutesIn(fields.minutesLost);
  const lost = typeof minutes === 'number' ? minutes : null;
  const ended = patch('session', session.id, session.scope, {
    status: { is: 'finished', reopened: reopenedOf(body) },
    actualEnd: endedAt,
    ...tick('everyoneOffSite', fields.offSite),
    ...tick('noIncidents', fields.noIncidents),
    ...tick('noConcerns', fields.noConcerns),
    ...(lost !== (body.minutesLost ?? null) && { minutesLost: lost }),
  });
  const { wentWell, different, needsRaised, mood } = fields;
  const texts = Object.fromEntries(
    Object.entries({ wentWell, different, needsRaised }).filter(([, text]) => text.trim() !== ''),
  );
  if (!mayDebrief || partner === null || (Object.keys(texts).length === 0 && mood === 0)) return [ended];
  // Its id is made from the session's, so that two phones that debrief one session fill one debrief.
  const debrief = create('debrief', `debrief:${session.id}`, teamScope(partner), {
    session: session.id,
    day: body.day,
    ...texts,
    ...(mood > 0 && { mood }),
    ...of('doneBy', [openPerson().profile.member]),
  });
  return [ended, debrief];
}
