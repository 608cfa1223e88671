import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { list, number, object, text, truth } from '#domain/reports/answer.ts';
import { narrativeKinds } from './input.ts';

/** What is written for the papers of a period, as a coordinator sees it. */

/** `why`: what the letters from `from` up to `to` may tell. */
const findings = list(object({ from: number, to: number, why: text }));
/** `waits`: left out of papers until somebody says that nobody can be picked out. */
const checked = { text, findings, waits: truth };

const writtenTextSchema = object({ kind: v.picklist(codesOf(narrativeKinds)), ...checked, byName: text, at: text });
/** A line of a debrief; `text` is how it goes out, `said` how the team wrote it. */
const debriefLineSchema = object({
  ...{ source: text, day: text, siteName: text, what: text, said: text, isChosen: truth },
  ...checked,
});
export type WrittenText = v.InferOutput<typeof writtenTextSchema>;
export type DebriefLine = v.InferOutput<typeof debriefLineSchema>;

/** What the server answers about what is written. */
export const writtenAnswers = {
  'GET /api/written': object({ texts: list(writtenTextSchema), debriefs: list(debriefLineSchema) }),
  'PUT /api/written': v.undefined(),
};
