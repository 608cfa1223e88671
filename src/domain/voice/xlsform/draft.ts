import type { BodyOf } from '#domain/records/body.ts';
import { problemInSize } from '#domain/records/records.ts';
import { elementsOf } from '#domain/records/say.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';

/** A form that was read, as the fields of a draft. */

/** What a workbook says of a form: a document but for what only a version has. */
export type FormRead = Omit<FormDocument, 'schema' | 'form' | 'version' | 'follows'>;

/** The fields of a draft. @param name as the team calls it */
export function draftOf(form: FormRead, name: string): BodyOf<'form'> {
  const texts = Object.entries(form.texts).flatMap(([language, said]) =>
    Object.entries(said).map(([key, words]) => [`${language}:${key}`, words] as const),
  );
  return {
    ...{ name, named: form.named, keeps: form.keeps, status: 'active' },
    ...(form.instrument && { instrument: form.instrument }),
    ...elementsOf(
      'question',
      form.questions.map(({ name: key, ...settings }, at) => [key, { at, ...settings }]),
    ),
    ...elementsOf('text', texts),
    ...elementsOf(
      'respondent',
      form.respondents.map((each) => [each, true]),
    ),
    ...elementsOf(
      'age',
      form.ages.map((each) => [each, true]),
    ),
  };
}

/** Whether a draft is more than one record may hold. */
export const isTooMuch = (draft: BodyOf<'form'>): boolean => problemInSize('form', { ...draft }) !== null;

/** The document a form that was read becomes: its first version. */
export const firstVersion = (form: FormRead, id: string): FormDocument => ({
  ...{ schema: 1, form: id, version: 1, follows: null },
  ...form,
});
