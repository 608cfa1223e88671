import { fact, patch, type Saying } from '#domain/records/say.ts';
import { partnerOf, privateScope, programmeScope } from '#domain/records/scopes.ts';
import { toInstant } from '#domain/time.ts';
import type { Respondent } from '#domain/voice-codes.ts';
import type { Indicator } from './indicator.ts';
import { type Assessment, standing } from './said.ts';

/** What is said of indicators. Phone, hand-over, demo and tests say the same. */

/** Who is asked, when and how. */
export type Assessing = {
  readonly person: { readonly id: string; readonly scope: string };
  readonly when: 'start' | 'end';
  readonly in: 'oneToOne' | 'group';
  readonly respondent: Respondent;
  readonly day: string;
  readonly session?: string | undefined;
};

/** A statement as it is put: with the answers that a new one takes the place of, and nothing of what they say. */
export type Put = { readonly id: string; readonly statement: string; readonly replaces: readonly string[] };

/**
 * The statements to put, each with what stands of it by the same respondent at the same time: a parent’s answer never takes the
 * place of their child’s.
 * @param own what was said of this person, by whatever badge
 */
export const toPut = (
  indicators: readonly Indicator[],
  own: readonly Assessment[],
  { when, respondent }: Pick<Assessing, 'when' | 'respondent'>,
): Put[] =>
  indicators.map(({ id, statement }) => ({
    ...{ id, statement },
    replaces: standing(own)
      .filter(({ body }) => body.indicator === id && body.when === when && body.respondent === respondent)
      .map((each) => each.id),
  }));

/** GivenAnswers by indicator, 1 to 5. One that was skipped is not in it: what was said before stands. */
export type GivenAnswers = Readonly<Record<string, number>>;

/** What one person answered, a fact for each statement. */
export function assess(
  { person, session, ...asked }: Assessing,
  put: readonly Put[],
  answers: GivenAnswers,
  newId: () => string,
  nowMs: number,
): Saying[] {
  const scope = privateScope(partnerOf(person.scope) ?? '');
  return put.flatMap(({ id: indicator, replaces }) => {
    const answer = answers[indicator];
    if (answer === undefined) return [];
    const said = { person: person.id, indicator, answer, ...asked, ...(session && { session }) };
    return fact('assessment', newId(), scope, { ...said, at: toInstant(nowMs), replaces: [...replaces] });
  });
}

/** Puts one a place up or down: says the places that change, and of those that had none theirs. */
export function move(indicators: readonly Indicator[], id: string, by: -1 | 1): Saying[] {
  const from = indicators.findIndex((each) => each.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= indicators.length) return [];
  const next = indicators.toSpliced(from, 1).toSpliced(to, 0, ...indicators.slice(from, from + 1));
  return next.flatMap((each, order) =>
    each.order === order ? [] : patch('indicator', each.id, programmeScope, { order }),
  );
}
