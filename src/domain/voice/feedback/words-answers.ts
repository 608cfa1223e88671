import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { answerWays, respondents, wordsVerdicts } from '#domain/voice-codes.ts';

/** What the server answers a coordinator about somebody’s own words, and about answers with a name. */

const said = {
  /** The answer’s id. */
  answer: text,
  partner: text,
  partnerName: text,
  form: text,
  question: text,
  respondent: v.picklist(codesOf(respondents)),
  way: v.picklist(codesOf(answerWays)),
  words: text,
  mayQuote: truth,
};

export const wordsAnswers = {
  /** Those of cells alone: four others answered the same question there. */
  'GET /api/voice/words': object({
    words: list(
      object({
        ...said,
        /** The session and its day, or the month where only that is kept. */
        session: v.nullable(text),
        day: v.nullable(text),
        month: text,
        site: text,
        siteName: text,
        /** The option the words stand beside; empty where there is none. */
        beside: text,
        pointedOut: list(object({ from: number, to: number, why: text })),
        read: v.nullable(
          object({
            verdict: v.picklist(codesOf(wordsVerdicts)),
            says: v.nullable(text),
            idea: v.nullable(text),
            facts: list(text),
          }),
        ),
      }),
    ),
  }),
  /** Said by somebody who was told that their name stands with it; of partners whose families this reader may know. */
  'GET /api/voice/named': object({
    answers: list(
      object({
        answer: text,
        partner: text,
        person: text,
        called: text,
        form: text,
        question: text,
        said: text,
        words: text,
        /** It is about safety and the like, and not the first of its answers. */
        worrying: truth,
        day: text,
        siteName: text,
      }),
    ),
  }),
} as const satisfies Record<string, v.GenericSchema>;
