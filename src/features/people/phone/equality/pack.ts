import type { Setup } from '#db/setup.ts';
import { type EqualityQuestionName, type EqualitySpeaker, ratherNot } from '#domain/equality-codes.ts';
import { type EqualitySaid, equalityAsked } from '#domain/people/equality/asking.ts';
import { mayHandIn } from '#domain/records/access.ts';
import { equalityScope, partnerOf } from '#domain/records/scopes.ts';
import { dayOf, shortDay } from '#domain/time.ts';

/** What is asked of whom, as the worker’s page and the page that is handed over share it. */

/** All that the form knows in somebody else’s hands. */
export type EqualityPack = {
  readonly person: { readonly id: string; readonly scope: string };
  readonly called: string;
  readonly by: Extract<EqualitySpeaker, 'self' | 'parent'>;
  readonly asked: readonly EqualityQuestionName[];
};

/** What was answered so far, by question. */
export type SaidSoFar = Readonly<Partial<Record<EqualityQuestionName, EqualitySaid>>>;

/** Whether the programme asks anything, and this person may. @param scope of the young person */
export const asksEquality = ({ programme, rights }: Setup, scope: string): boolean =>
  equalityAsked(programme?.body).length > 0 && mayHandIn(rights, equalityScope(partnerOf(scope) ?? ''));

export const askedOnWords = (day: string): string => `Asked on ${shortDay(day, dayOf(Date.now()))}`;

/** One answer for each question that was put: whoever answers none would rather not say. */
export const saidToEach = (asked: readonly EqualityQuestionName[], said: SaidSoFar) =>
  asked.map((name) => [name, said[name] ?? { answer: ratherNot }] as const);
