import { asSeen } from '#domain/as-seen.ts';
import { type FormDocument, type Instrument, textsNeeded } from '#domain/records/shapes/form-document.ts';

/** Questionnaires somebody else owns: how they are recognised, what they need, and that they stay as they are. */

/** Titles whose items do not come with the app: whoever brings one says where the owner’s permission is. */
const titles = [
  ...['SDQ', 'Strengths and Difficulties', 'KIDSCREEN', 'WEMWBS', 'SWEMWBS', 'Warwick-Edinburgh', 'Rosenberg'],
  ...['Outcomes Star', 'GAD-7', 'PHQ-9', 'CORE-10', 'YP-CORE', 'RCADS'],
].map((title) => [asSeen(title), title] as const);

/** The questionnaire a title names, as far as it is known here. */
export function instrumentNamed(title: string): string | undefined {
  const seen = ` ${asSeen(title).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return titles.find(([each]) => seen.includes(` ${each.replace(/[^\p{L}\p{N}]+/gu, ' ')} `))?.[1];
}

/** Whether an instrument is used only with its owner’s permission: all but those of an open licence. */
export const needsPermission = ({ licence }: Instrument): boolean =>
  !/^(open government licence|cc0|cc[ -]by|creative commons)/i.test(licence.trim());

/** What is locked of an instrument: its questions in order, and each text it has in a language of both. */
export function isAsBefore(before: FormDocument, after: FormDocument): boolean {
  if (JSON.stringify(before.questions) !== JSON.stringify(after.questions)) return false;
  const places = ['intro', ...textsNeeded(before), ...before.questions.map(({ name }) => `h:${name}`)];
  return Object.entries(before.texts).every(([language, texts]) => {
    const now = after.texts[language as keyof typeof after.texts]; // a language of a document
    return now === undefined || places.every((place) => texts[place] === now[place]);
  });
}
