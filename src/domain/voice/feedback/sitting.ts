import type { Language } from '#domain/people-codes.ts';
import { answersScope } from '#domain/records/scopes.ts';
import type { AnswerGiven, AnswerOfType } from '#domain/records/shapes/answers.ts';
import type { FeedbackBody } from '#domain/records/shapes/feedback.ts';
import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { type FormAnswers, questionsPut } from '#domain/voice/forms/conditions.ts';
import type { AnswerAge, AnswerWay, Respondent } from '#domain/voice-codes.ts';

/** What one person answered to a form, taken apart into answers that share nothing. */

/** Where, to whom and how a form is put; the same for everybody the phone is passed to. */
export type Putting = {
  readonly partner: string;
  /** The version, by its hash. */
  readonly form: string;
  readonly respondent: Respondent;
  readonly way: AnswerWay;
  readonly site: string;
  /** The session and its day; none where people are asked apart from one: then only the month is kept. */
  readonly session: string | null;
  readonly day: string;
};

/** What is kept beside an answer where five share it. Never both. */
export type BesideAnswer = { readonly age?: AnswerAge; readonly language?: Language };

/**
 * The same answers thrice, under the same ids, since what may be kept is decided when they are sent: with what stands beside them, without
 * it, and of the park and the month alone.
 */
export type HeldAnswers = Readonly<Record<HeldAs, readonly AnswerGiven[]>>;
export type HeldAs = 'beside' | 'session' | 'month';

/** The questions of a form, and what was answered. */
export type AnsweredForm = { readonly questions: readonly FormQuestion[]; readonly said: FormAnswers };

type Around = { readonly session: string; readonly day: string } | { readonly site: string; readonly month: string };
type Part = Pick<FeedbackBody, 'question' | 'value' | 'words' | 'mayQuote'>;

/** Words as they are kept: without what no keyboard writes, and which would take six bytes a letter in a box that they must fit. */
const plain = (words: string): string =>
  words
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim();

/** What counts of what was said: answers to questions that are put, in the shape each is kept in. */
export function partsOf(questions: readonly FormQuestion[], said: FormAnswers): Part[] {
  return questionsPut(questions, said).flatMap(({ name, quote }): Part[] => {
    const { value, words = '', mayQuote } = said[name] ?? {};
    const own = plain(words);
    const isOpen = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isOpen && own === '') return [];
    return [
      {
        question: name,
        ...(!isOpen && { value: typeof value === 'object' ? [...value] : value }),
        ...(own !== '' && { words: own, ...(quote && mayQuote === true && { mayQuote }) }),
      },
    ];
  });
}

/** What somebody says who is not named. @param newId a random id, and never one that tells a time */
export function feedbackSays(
  { partner, session, day, site, ...put }: Putting,
  { questions, said }: AnsweredForm,
  beside: BesideAnswer,
  newId: () => string,
): HeldAnswers {
  const parts = partsOf(questions, said).map((part) => ({ id: newId(), part }));
  const { form, respondent, way } = put;
  const answers = (around: Around): AnswerOfType<'feedback'>[] =>
    parts.map(({ id, part }) => ({
      ...{ id, type: 'feedback', scope: answersScope(partner) },
      body: { form, ...part, respondent, way, ...around },
    }));
  const ofMonth = answers({ site, month: day.slice(0, 7) });
  if (session === null) return { beside: ofMonth, session: ofMonth, month: ofMonth };
  const ofSession = answers({ session, day });
  // Own words can be somebody’s own: neither age nor language stands beside them.
  const withBeside = ofSession.map((answer) =>
    answer.body.words === undefined ? { ...answer, body: { ...answer.body, ...beside } } : answer,
  );
  return { beside: withBeside, session: ofSession, month: ofMonth };
}

/** What somebody says who was told that their name stands with it. */
export function namedFeedbackSays(
  { partner, form, respondent, way, site, session, day }: Putting,
  { questions, said }: AnsweredForm,
  person: string,
  newId: () => string,
): AnswerOfType<'namedFeedback'>[] {
  return partsOf(questions, said).map((part) => ({
    ...{ id: newId(), type: 'namedFeedback', scope: answersScope(partner) },
    body: { form, ...part, respondent, way, person, day, site, ...(session !== null && { session }) },
  }));
}
