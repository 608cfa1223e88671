import type { AgeBand } from '#domain/codes.ts';
import {
  type EqualityOption,
  type EqualityQuestionName,
  type EqualitySpeaker,
  equalityNames,
  equalityQuestion,
  ratherNot,
} from '#domain/equality-codes.ts';
import { ageOn } from '#domain/people/consents/ages.ts';
import { detailsId } from '#domain/people/family.ts';
import { type Badge, bandOn } from '#domain/people/person.ts';
import type { ChangeOf } from '#domain/records/body.ts';
import { create, type Saying } from '#domain/records/say.ts';
import { equalityScope, partnerOf, privateScope } from '#domain/records/scopes.ts';
import type { AnswerOfType } from '#domain/records/shapes/answers.ts';

/** Whom which equality questions are put to, and what is said when they have answered. */

const fromSixteen: ReadonlySet<AgeBand> = new Set<AgeBand>(['16-17', '18-19', '20-24', '25+']);

/** Whether somebody is known to be 16: where an age is not known, they are asked as a child is. */
function isSixteen({ born, badge }: Aged, day: string): boolean {
  if (born) return ageOn(born, day) >= 16;
  if (typeof badge.yearOfBirth === 'number') return ageOn(String(badge.yearOfBirth), day) >= 16;
  return fromSixteen.has(bandOn(day, badge));
}

/** What is known of an age. */
export type Aged = { readonly born: string | null | undefined; readonly badge: Badge };

/** What a programme asks, in the order it is asked; nothing unless somebody switched it on. */
export const equalityAsked = (programme: ChangeOf<'programme'> | undefined): EqualityQuestionName[] =>
  equalityNames.filter((name) => programme?.[`askEquality/${name}`] === true);

/** What is put to somebody of what a programme asks. */
export const equalityFor = (asked: readonly EqualityQuestionName[], aged: Aged, day: string): EqualityQuestionName[] =>
  asked.filter((name) => !equalityQuestion(name).from || isSixteen(aged, day));

/** What was answered to one question; `answer` is empty until something was. */
export type EqualitySaid = { readonly answer: string; readonly detail?: string; readonly words?: string };

/** The option somebody chose; undefined before, and where they would rather not say. */
export const optionOf = (name: EqualityQuestionName, answer: string): EqualityOption | undefined =>
  equalityQuestion(name).options.find(({ code }) => code === answer);

type Sitting = {
  readonly person: { readonly id: string; readonly scope: string };
  readonly by: EqualitySpeaker;
  readonly day: string;
  readonly said: readonly (readonly [EqualityQuestionName, EqualitySaid])[];
};

/** The key of somebody who has answered. Made as new even where there are details, so that it can be said in a hand-over: two are one. */
export const equalityAnswered = ({ id, scope }: Sitting['person'], equalityKey: string): Saying =>
  create('details', detailsId(id), privateScope(partnerOf(scope) ?? ''), { person: id, equalityKey });

/**
 * What somebody answered: the one thing that names them, and the answers, which go another way.
 * @param newKey a random id, and never one that tells a time
 */
export function equalitySays(
  { person, by, day, said }: Sitting,
  newKey: () => string,
): { readonly sayings: readonly Saying[]; readonly answers: readonly AnswerOfType<'equality'>[] } {
  const equalityKey = newKey();
  const scope = equalityScope(partnerOf(person.scope) ?? '');
  const answers = said.map(([question, each]): AnswerOfType<'equality'> => {
    const { detail, words } = whatFits(question, each);
    const body = {
      equalityKey,
      question,
      answer: each.answer,
      ...(detail && { detail }),
      ...(words && { words }),
      by,
      day,
    };
    return { id: newKey(), type: 'equality', scope, body };
  });
  return { sayings: [equalityAnswered(person, equalityKey)], answers };
}

/** What belongs to the answer that stands: a detail or words of one that was chosen before stay out of it. */
function whatFits(name: EqualityQuestionName, { answer, detail, words }: EqualitySaid): Partial<EqualitySaid> {
  const option = answer === ratherNot ? undefined : optionOf(name, answer);
  const fits = option?.detail?.some(([code]) => code === detail);
  const own = option?.own && words?.trim();
  return { ...(fits && detail && { detail }), ...(own && { words: own }) };
}
