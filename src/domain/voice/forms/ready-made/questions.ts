import type { Condition, FormQuestion, Instrument } from '#domain/records/shapes/form-document.ts';

/** Questions that several ready-made forms ask. */

/** Own words stay with the answer, and a count below five is never shown. */
export const safe: FormQuestion = {
  name: 'safe',
  type: 'oneOf',
  options: [{ name: 'yes' }, { name: 'mostly' }, { name: 'no' }],
  sensitive: true,
  words: true,
};

/** One thing to change: it joins the ideas a coordinator answers. */
export const change: FormQuestion = { name: 'change', type: 'text', idea: true };
/** The same, and whether their words may be printed. */
export const printedChange: FormQuestion = { ...change, quote: true };

/** The personal wellbeing questions of the Office for National Statistics. Each is read by itself: they are never added up. */
export const ons4: Omit<Instrument, 'from' | 'to'> = {
  name: 'ONS4',
  owner: 'Office for National Statistics',
  licence: 'Open Government Licence v3.0',
  permission: '',
};

const fromZeroToTen = (name: string): Condition => ({
  all: [{ compare: [{ of: name }, '>=', { is: 0 }] }, { compare: [{ of: name }, '<=', { is: 10 }] }],
});

/** In their owner's order; under 16 the last one is not asked. */
export const ons4Questions: readonly FormQuestion[] = ['satisfied', 'worthwhile', 'happy', 'anxious'].map((name) => ({
  name,
  type: 'number',
  mustBe: fromZeroToTen(name),
}));
