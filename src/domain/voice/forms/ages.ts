import type { FormDocument, Instrument } from '#domain/records/shapes/form-document.ts';
import type { AnswerAge, FaceScale } from '#domain/voice-codes.ts';

/** Ages a form may be put to: what a scale and an instrument are valid for. */

/** The youngest and the oldest of an age; null where it is open. */
export function yearsOf(age: AnswerAge): { readonly from: number; readonly to: number | null } {
  if (age === '16-up') return { from: 16, to: null };
  const [from = 0, to = 0] = age.split('-').map(Number);
  return { from, to };
}

/** From which age five faces say something: under 8 none does, and under 11 only those from plain to very happy. */
const youngestFor: Readonly<Record<FaceScale, number>> = { happy: 8, good: 11 };

/** "under 8", of a scale. */
export const tooYoungFor = (scale: FaceScale): string => `under ${youngestFor[scale]}`;

type Asked = Pick<FormDocument, 'respondents' | 'ages'>;

/** The ages of young people a form is put to; all of them where it names none, none where it is put to grown-ups. */
function agesAsked({ respondents, ages }: Asked, all: readonly AnswerAge[]): readonly AnswerAge[] {
  if (!respondents.includes('youngPerson')) return [];
  return ages.length > 0 ? ages : all;
}

/** Whether a scale of faces is put to somebody who is too young for it. */
export const isTooYoung = (form: Asked, scale: FaceScale, all: readonly AnswerAge[]): boolean =>
  agesAsked(form, all).some((age) => yearsOf(age).from < youngestFor[scale]);

/** Ages an instrument is not valid for and is put to all the same. */
export const outsideOf = (form: Asked, { from, to }: Instrument, all: readonly AnswerAge[]): AnswerAge[] =>
  agesAsked(form, all).filter((age) => {
    const years = yearsOf(age);
    return years.from < (from ?? 0) || (to !== null && (years.to ?? Number.POSITIVE_INFINITY) > to);
  });

/** "16 and over", "10 to 15" */
export function wordsOfYears({ from, to }: Pick<Instrument, 'from' | 'to'>): string {
  if (from === null && to === null) return 'any age';
  if (to === null) return `${from} and over`;
  return from === null ? `up to ${to}` : `${from} to ${to}`;
}
