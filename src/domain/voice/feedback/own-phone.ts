import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { languages } from '#domain/people-codes.ts';
import { feedbackSaid } from '#domain/records/shapes/feedback.ts';
import { id, sha256, uuid4 } from '#domain/records/shapes/fields.ts';
import type { FormDocument } from '#domain/records/shapes/form-document.ts';
import { list, object, stored, text } from '#domain/reports/answer.ts';
import { respondents } from '#domain/voice-codes.ts';

/** Answering on one’s own phone, by a link that stands in a code: what is made, what the page is given, what it sends. */

/** What a link is made from. */
export const askedByLink = v.strictObject({
  session: id,
  respondent: v.picklist(codesOf(respondents)),
  forms: v.pipe(v.array(sha256), v.minLength(1), v.maxLength(10)),
});

const token = v.pipe(v.string(), v.minLength(20), v.maxLength(100));

/** What the page asks with. */
export const openedByLink = v.strictObject({ token });

/** What one person says. `visit` and the ids are made by the page as it opens, at random: said twice it is one. */
export const saidByLink = v.strictObject({
  token,
  visit: uuid4,
  form: sha256,
  answers: v.pipe(v.array(v.strictObject({ id: uuid4, ...feedbackSaid })), v.minLength(1), v.maxLength(100)),
});
export type SaidByLink = v.InferOutput<typeof saidByLink>;

export const ownPhoneAnswers = {
  'POST /api/voice/links': object({ id: text, token: text, closesAt: text }),
  /** The forms in the languages that somebody has approved, and where the answer is told. */
  'POST /api/voice/link': object({
    park: text,
    respondent: v.picklist(codesOf(respondents)),
    languages: list(v.picklist(codesOf(languages))),
    forms: list(object({ sha256: text, document: stored<FormDocument>() })),
    tell: v.nullable(object({ at: text, zone: text })),
    closesAt: text,
  }),
  'POST /api/voice/link/answer': v.undefined(),
} as const satisfies Record<string, v.GenericSchema>;
