import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { type FormAnswers, questionsPut } from '#domain/voice/forms/conditions.ts';

/** What was answered so far, as every page that asks looks at it. */

/** Whether nothing was answered to a question yet. */
export const isOpen = (said: FormAnswers[string] | undefined): boolean =>
  said === undefined ||
  ((said.value === undefined || said.value === '' || (Array.isArray(said.value) && said.value.length === 0)) &&
    (said.words ?? '').trim() === '');

/** What was answered to a question that is not put any more is not said. */
export function withoutUnasked(questions: readonly FormQuestion[], said: FormAnswers): FormAnswers {
  const put = new Set(questionsPut(questions, said).map(({ name }) => name));
  return Object.fromEntries(Object.entries(said).filter(([name]) => put.has(name)));
}

/** A number as people type it, with a comma or a point; undefined while it is none. */
export function numberIn(typed: string, fraction: boolean): number | undefined {
  const plain = typed.trim().replace(',', '.');
  if (!(fraction ? /^-?\d{1,9}(\.\d{1,6})?$/ : /^-?\d{1,9}$/).test(plain)) return undefined;
  return Number(plain);
}
