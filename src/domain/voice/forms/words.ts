import { wordsOf } from '#domain/codes.ts';
import type { Condition, FormQuestion, Operand } from '#domain/records/shapes/form-document.ts';
import { faceScales, questionTypes } from '#domain/voice-codes.ts';
import type { FormTexts } from './draft.ts';

/** What stands in a form, in plain words for whoever writes it. */

/** What a question is called on screen: its English wording, else its name. */
export const questionWords = (name: string, texts: FormTexts): string => texts[`q:${name}`] ?? name;

/** What an answer is called on screen. */
export const optionWords = (question: string, option: string, texts: FormTexts): string =>
  texts[`o:${question}:${option}`] ?? option;

/** "Five faces, from plain to very happy (8 to 10)" */
export function typeWords({ type, scale }: Pick<FormQuestion, 'type' | 'scale'>): string {
  const words = wordsOf(questionTypes, type);
  return scale ? `${words}: ${wordsOf(faceScales, scale)}` : words;
}

const signs = { '=': 'is', '!=': 'is not', '<': 'is under', '<=': 'is at most', '>': 'is over', '>=': 'is at least' };

function operandWords(of: Operand, texts: FormTexts): string {
  if ('is' in of) return of.is === '' ? 'left out' : String(of.is);
  if ('of' in of) return `“${questionWords(of.of, texts)}”`;
  const [a, b] = ('plus' in of ? of.plus : of.minus).map((each) => operandWords(each, texts));
  return `${a} ${'plus' in of ? 'and' : 'less'} ${b}`;
}

/** A condition in plain words: “Would you come again?” is No. */
export function conditionWords(of: Condition, texts: FormTexts): string {
  if ('all' in of) return of.all.map((each) => conditionWords(each, texts)).join(' and ');
  if ('any' in of) return of.any.map((each) => conditionWords(each, texts)).join(' or ');
  if ('not' in of) return `not (${conditionWords(of.not, texts)})`;
  if ('has' in of) return `“${questionWords(of.has[0], texts)}” is ${optionWords(...of.has, texts)}`;
  const [a, sign, b] = of.compare;
  return `${operandWords(a, texts)} ${signs[sign]} ${operandWords(b, texts)}`;
}

/** Where a text stands, in words: ‘the question “Did you feel safe?”’. */
export function placeWords(place: string, texts: FormTexts): string {
  const [kind, question = '', option = ''] = place.split(':');
  if (kind === 'o') return `the answer “${optionWords(question, option, texts)}”`;
  const words = `“${questionWords(question, texts)}”`;
  if (kind === 'q') return `the question ${words}`;
  if (kind === 'h') return `the help under ${words}`;
  if (kind === 'c') return `what is said of a wrong answer to ${words}`;
  return kind === 'title' ? 'the title' : 'the words at the start';
}
