import type { Language } from '#domain/people-codes.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import type { BesideAnswer, Putting } from '#domain/voice/feedback/sitting.ts';
import type { FormAnswers } from '#domain/voice/forms/conditions.ts';
import type { AnswerAge } from '#domain/voice-codes.ts';
import type { ToldThen } from './told.ts';

/** What is put to whoever holds the phone, as JSON: in somebody else’s hands it is all there is. */

/** One version of a form, in the languages that somebody has approved. */
export type PutForm = {
  readonly sha256: string;
  readonly document: FormDocument;
  /** Answers to it that leave the phone together. */
  readonly group: string;
};

export type AskPack = {
  readonly putting: Omit<Putting, 'form'>;
  /** The park, by its name. */
  readonly park: string;
  /** For each age its own, or one for everybody. */
  readonly forms: readonly PutForm[];
  readonly languages: readonly [Language, ...Language[]];
  /** What may be kept beside answers: the phone knew five of it. */
  readonly ages: readonly AnswerAge[];
  readonly besideLanguages: readonly Language[];
  /** When the session is over, as planned, epoch ms; null where there is none. */
  readonly endsMs: number | null;
  /** Where and when the answer is told: the next session here, an instant in its time zone. */
  readonly tell: ToldThen | null;
  /** Who answers, where the form is one with a name. */
  readonly person: { readonly id: string; readonly called: string } | null;
};

/** What one person answered, once they press *Done*. */
export type OneSaid = {
  /** Random, made as they begin: said twice it is one. */
  readonly sitting: string;
  readonly form: PutForm;
  readonly said: FormAnswers;
  readonly beside: BesideAnswer;
};

/** Whether an age decides which form is put, or is kept beside the answers. */
export const asksAge = ({ forms }: AskPack): boolean =>
  forms.some(({ document }) => document.ages.length > 0 || document.keeps === 'age') &&
  (forms.length > 1 || forms.some(({ document }) => document.keeps === 'age' && document.ages.length !== 1));

/** Forms of one title, as whoever draws them has them. */
type Forms<Form extends Pick<PutForm, 'document'> = Pick<PutForm, 'document'>> = { readonly forms: readonly Form[] };

/** The ages there are forms for, in order. */
export function agesAsked({ forms }: Forms, all: readonly AnswerAge[]): AnswerAge[] {
  return all.filter((age) => forms.some(({ document }) => document.ages.length === 0 || document.ages.includes(age)));
}

/** The form for somebody of an age; without one, the first. */
export const formFor = <Form extends Pick<PutForm, 'document'>>(
  { forms }: Forms<Form>,
  age: AnswerAge | null,
): Form | undefined =>
  (age === null ? undefined : forms.find(({ document }) => document.ages.includes(age))) ??
  forms.find(({ document }) => document.ages.length === 0) ??
  forms[0];

/** What may stand beside what somebody says. */
export function besideOf(
  { ages, besideLanguages }: AskPack,
  { document }: PutForm,
  age: AnswerAge | null,
  language: Language,
): BesideAnswer {
  if (document.keeps === 'age') return age !== null && ages.includes(age) ? { age } : {};
  return document.keeps === 'language' && besideLanguages.includes(language) ? { language } : {};
}
