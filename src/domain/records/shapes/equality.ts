import * as v from 'valibot';
import { codesOf } from '#domain/codes.ts';
import { equalityNames, equalityQuestion, equalitySpeakers, ratherNot } from '#domain/equality-codes.ts';
import { day, line, uuid4 } from './fields.ts';

const fields = v.strictObject({
  /** The one that stands in the person’s details. */
  equalityKey: uuid4,
  question: v.picklist(equalityNames),
  answer: line,
  /** What a group is made of. */
  detail: v.optional(line),
  /** Their own words. */
  words: v.optional(line),
  by: v.picklist(codesOf(equalitySpeakers)),
  day,
});
export type EqualityBody = v.InferOutput<typeof fields>;

/** Whether it is an answer to its question, with nothing beside it that is not asked there. */
function fits({ question, answer, detail, words }: EqualityBody): boolean {
  if (answer === ratherNot) return detail === undefined && words === undefined;
  const option = equalityQuestion(question).options.find(({ code }) => code === answer);
  if (!option || (words !== undefined && !option.own)) return false;
  return detail === undefined || (option.detail ?? []).some(([code]) => code === detail);
}

/** What one person answered to one question: nothing of who wrote it down, where, or when but for the day. */
export const equalityBody = v.pipe(fields, v.check(fits, 'answer: not one of its question'));
