import type { Language } from '#domain/people-codes.ts';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import type { SaidByLink } from '#domain/voice/feedback/own-phone.ts';
import { partsOf } from '#domain/voice/feedback/sitting.ts';
import { type FormAnswers, questionsPut } from '#domain/voice/forms/conditions.ts';
import type { AnswerAge } from '#domain/voice-codes.ts';
import { withoutUnasked } from '#features/voice/ask/said.ts';
import { formFor } from '#features/voice/phone/asking/pack.ts';
import type { AskedHere } from './server.ts';

/** One visit: what is asked, and what was answered so far. It is in memory and nowhere else. */

export type OneVisit = {
  readonly asked: AskedHere;
  /** Made once, as the page opens, at random: however often it is sent, it is one. */
  readonly id: string;
  /** The id of an answer, by form and question. */
  readonly idOf: (form: string, question: string) => string;
  language: Language;
  age: AnswerAge | null;
  said: FormAnswers;
};

/** @param newId a random id, and never one that tells a time */
export function newVisit(asked: AskedHere, language: Language, newId: () => string): OneVisit {
  const ids = new Map(
    asked.forms.flatMap(({ sha256, document }) =>
      document.questions.map(({ name }) => [`${sha256} ${name}`, newId()] as const),
    ),
  );
  const idOf = (form: string, question: string) => ids.get(`${form} ${question}`) ?? '';
  return { asked, id: newId(), idOf, language, age: null, said: {} };
}

/** Whether an age decides which form is put. It goes nowhere. */
export const asksAge = ({ forms }: AskedHere): boolean =>
  forms.length > 1 && forms.some(({ document }) => document.ages.length > 0);

/** Whether anything is asked before the first question. */
export const hasBeginning = (asked: AskedHere): boolean => asked.languages.length > 1 || asksAge(asked);

export type FormHere = AskedHere['forms'][number];

/** The form of a visit; the first where no age was said. */
export function formOf({ asked, age }: OneVisit): FormHere {
  const form = formFor(asked, age);
  if (!form) throw new Error('a link without a form'); // the server makes none
  return form;
}

/** The questions that are put after what was said. */
export const questionsOf = (visit: OneVisit): readonly FormQuestion[] =>
  questionsPut(formOf(visit).document.questions, visit.said);

/** The texts of its form in the language of a visit. */
export function textsOf(visit: OneVisit): Readonly<Record<string, string>> {
  const { texts } = formOf(visit).document;
  return texts[visit.language] ?? Object.values(texts)[0] ?? {};
}

/** Puts what is said to a question in place of what was; undefined takes it back. */
export function answer(visit: OneVisit, question: string, said: FormAnswers[string] | undefined): void {
  const { [question]: _, ...others } = visit.said;
  visit.said = said ? { ...others, [question]: said } : others;
}

/** What is sent; null where nothing was answered. */
export function answersOf(visit: OneVisit, token: string): SaidByLink | null {
  const { sha256, document } = formOf(visit);
  const parts = partsOf(document.questions, withoutUnasked(document.questions, visit.said));
  if (parts.length === 0) return null;
  const answers = parts.map((part) => ({ id: visit.idOf(sha256, part.question), ...part }));
  return { token, visit: visit.id, form: sha256, answers };
}
