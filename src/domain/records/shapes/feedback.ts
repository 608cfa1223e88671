import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { answerWays, respondents } from '#domain/voice-codes.ts';
import { mostWords } from './asked.ts';
import { day, id, sha256, truth } from './fields.ts';
import { optionName, questionName } from './form-document.ts';
import { besideAnswer } from './voice.ts';

export { mostWords };

/**
 * What was answered to one question of a form. The answers of one person share nothing: no id, no author, no phone, no time but the
 * day. *Why: one id over all of them, a time or an order undoes a promise that nobody will know.*
 */

const ownWords = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'empty'),
  v.maxLength(mostWords, `longer than ${mostWords} characters`),
);

/** An option, a number, a day, or several options: chosen, or in the order they were put. */
const value = v.union([
  optionName,
  v.pipe(v.number('not a number'), v.finite('not a number')),
  v.pipe(v.array(optionName), v.minLength(1, 'nothing chosen'), v.maxLength(60)),
]);

/** What is said to one question, whoever says it. */
export const feedbackSaid = {
  question: questionName,
  /** None of a text: that is words alone. */
  value: v.optional(value),
  /** Their own words, beside an option where the question has room for both. */
  words: v.optional(ownWords),
  /** Their own words may be printed. */
  mayQuote: v.optional(truth),
};

const said = {
  form: sha256,
  ...feedbackSaid,
  respondent: v.picklist(codesOf(respondents)),
  way: v.picklist(codesOf(answerWays)),
};

const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month'));
const beside = { age: v.optional(besideAnswer.age), language: v.optional(besideAnswer.language) };

const saysSomething = ({ value: chosen, words }: { readonly value?: unknown; readonly words?: unknown }) =>
  chosen !== undefined || words !== undefined;
const tellsWho = ({
  age,
  language,
  words,
}: {
  readonly age?: unknown;
  readonly language?: unknown;
  readonly words?: unknown;
}) => [age, language, words].filter((each) => each !== undefined).length > 1;

/** Nobody’s: of a session of which five and more answered, or else of a park and a month. */
export const feedbackBody = v.pipe(
  v.union([
    v.strictObject({ ...said, ...beside, session: id, day }),
    v.strictObject({ ...said, ...beside, site: id, month }),
  ]),
  v.check((body) => saysSomething(body), 'value: missing'),
  v.check((body) => !tellsWho(body), 'age, language, words: only one of them'),
);
export type FeedbackBody = v.InferOutput<typeof feedbackBody>;

/** Somebody’s, who was told so before they answered. */
export const namedFeedbackBody = v.pipe(
  v.strictObject({ ...said, person: id, session: v.optional(id), site: v.optional(id), day }),
  v.check((body) => saysSomething(body), 'value: missing'),
);

/** Where an answer was given: the session, or else the park and the month. */
const placeIn = (body: FeedbackBody): string => ('session' in body ? body.session : `${body.site}:${body.month}`);

/** Answers that may be shown together have one of these: one question of one version, answered in one place. */
export const cellKey = (body: FeedbackBody): string => `${body.form}:${body.question}:${placeIn(body)}`;
