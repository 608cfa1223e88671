import { optionsOf, ticked } from '#domain/records/shapes/asked.ts';
import type { AnswerValue, FormQuestion } from '#domain/records/shapes/form-document.ts';
import { isDay } from '#domain/time.ts';

type Said = { readonly value?: AnswerValue | undefined; readonly words?: string | undefined };

/** Whether something is an answer to a question, with nothing beside it that is not asked there. */
export function fitsQuestion(question: FormQuestion, { value, words }: Said): boolean {
  const { type } = question;
  if (type === 'note') return false;
  if (type === 'text') return value === undefined && words !== undefined;
  if (words !== undefined && question.words !== true) return false;
  // Words stand beside an answer, or alone where somebody chose none.
  return value === undefined ? words !== undefined : isValueOf(question, value);
}

function isValueOf(question: FormQuestion, value: AnswerValue): boolean {
  const { type, fraction } = question;
  const options = optionsOf(question);
  if (type === 'number') return typeof value === 'number' && (fraction === true || Number.isInteger(value));
  if (type === 'day') return typeof value === 'string' && isDay(value);
  if (type === 'acknowledge') return value === ticked;
  if (type === 'severalOf' || type === 'rank')
    return (
      Array.isArray(value) && new Set(value).size === value.length && value.every((each) => options.includes(each))
    );
  return typeof value === 'string' && options.includes(value);
}
