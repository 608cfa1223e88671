import { scaleOptions } from '#domain/voice-codes.ts';
import type { FormDocument, FormQuestion } from './form-document.ts';

/** What a form asks for, apart from the schemas that judge it: a page that has to be light needs these and no more. */

/** Most letters of own words; closed answers are all of one size, which they must fit. */
export const mostWords = 700;

/** What is said to a tick. */
export const ticked = 'ok';

/** The names of a question’s answers, in order; none where it is answered otherwise. */
export function optionsOf({ type, options }: Pick<FormQuestion, 'type' | 'options'>): readonly string[] {
  const own = options?.map(({ name }) => name) ?? [];
  return type in scaleOptions ? scaleOptions[type as keyof typeof scaleOptions] : own; // looked up on the line
}

/** Every text a form needs in each of its languages. Hints and what is said of a wrong answer may be left out. */
export const textsNeeded = ({ questions }: Pick<FormDocument, 'questions'>): string[] => [
  'title',
  ...questions.flatMap((each) => [`q:${each.name}`, ...optionsOf(each).map((name) => `o:${each.name}:${name}`)]),
];
