import { wordsOf } from '#domain/codes.ts';
import type { InForce } from '#domain/people/consents/in-force.ts';
import { type InForceState, type Purpose, purposes } from '#domain/people-codes.ts';
import { plainDay, spanOf } from '#domain/time.ts';

/** What is said of permissions, the same words on every screen. */

/** `Photos for us` */
export const purposeWords = (purpose: Purpose): string => wordsOf(purposes, purpose);

/** A few of them in one sentence: `photos for us and messages`. */
export const purposesInWords = (asked: readonly Purpose[]): string =>
  new Intl.ListFormat('en-GB').format(asked.map((each) => purposeWords(each).toLocaleLowerCase('en-GB')));

const isPhoto = (purpose: Purpose): boolean => purpose === 'photoInternal' || purpose === 'photoPublic';

/** How a purpose stands: `Given until 12 May`, `No photos`, `Withdrawn 3 Oct`. */
export function stateWords(purpose: Purpose, { state, until, limits, givers }: InForce, today: string): string {
  const withdrawn = givers.flatMap(({ decisions }) =>
    decisions.filter(({ body }) => body.decision === 'withdrawn').map(({ body }) => body.day),
  );
  const words: Readonly<Record<InForceState, string>> = {
    given: until ? `Given until ${plainDay(until, today)}` : 'Given',
    pending: limits ? 'No, limits to be read' : 'Waiting for a parent',
    refused: isPhoto(purpose) ? 'No photos' : 'No',
    withdrawn: `Withdrawn ${plainDay(withdrawn.sort().at(-1) ?? today, today)}`,
    ranOut: until ? `Ran out ${plainDay(until, today)}` : 'Ran out',
    differ: 'No, parents differ',
    twoAnswers: 'Two answers, ask again',
    asked: 'Asked',
    never: 'Not asked',
  };
  return words[state];
}

/** `20 Nov 2026, 15:00 GMT`: what is printed of a moment names its zone. */
export const momentWords = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ timeZone, timeZoneName: 'short' },
  }).format(new Date(instant));

/** What a phone’s clock was out by, where that is a minute or more: `the phone’s clock was 3 h fast`. */
export function clockWords(offsetMs: number | undefined): string | null {
  if (offsetMs === undefined) return 'the phone did not know whether its clock was right';
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  return minutes < 1 ? null : `the phone’s clock was ${spanOf(minutes)} ${offsetMs < 0 ? 'fast' : 'slow'}`;
}
