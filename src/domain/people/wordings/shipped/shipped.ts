import { codesOf } from '#domain/codes.ts';
import type { QuestionPart, WholePart } from '#domain/people/wordings/blocks.ts';
import { type Controller, type Draft, isSourceDraft, usually, usualMonths } from '#domain/people/wordings/draft.ts';
import { type Language, type Purpose, purposes, type WordingStyle } from '#domain/people-codes.ts';

/**
 * The wordings a programme begins from. English is ready to be read and approved; the other languages were written by a machine
 * and cannot be signed before somebody who speaks the language has read them. Each is a file of its own, fetched when it is asked for.
 */

/** What is said of one question. Partners are named by the programme, not here. */
type Question = Readonly<Record<Exclude<QuestionPart, 'data' | 'recipients'>, string>> & {
  readonly data: readonly string[];
  readonly recipients?: readonly string[];
};

/** All texts of one language and style. */
export type ShippedTexts = {
  readonly questions: Readonly<Record<Purpose, Question>>;
  readonly whole: Readonly<Record<WholePart, string>>;
};

/** Which there are. */
export const shippedKinds = [
  { language: 'en', style: 'plain', machine: false },
  { language: 'en', style: 'easy', machine: false },
  { language: 'pa', style: 'plain', machine: true },
  { language: 'ro', style: 'plain', machine: true },
  { language: 'pl', style: 'plain', machine: true },
  { language: 'sk', style: 'plain', machine: true },
  { language: 'bg', style: 'plain', machine: true },
  { language: 'lt', style: 'plain', machine: true },
  { language: 'ur', style: 'plain', machine: true },
  { language: 'yo', style: 'plain', machine: true },
] as const satisfies readonly Shipped[];
type Shipped = { readonly language: Language; readonly style: WordingStyle; readonly machine: boolean };

const files: Readonly<Record<string, () => Promise<{ readonly texts: ShippedTexts }>>> = {
  'en plain': () => import('./en.ts'),
  'en easy': () => import('./en-easy.ts'),
  'pa plain': () => import('./pa.ts'),
  'ro plain': () => import('./ro.ts'),
  'pl plain': () => import('./pl.ts'),
  'sk plain': () => import('./sk.ts'),
  'bg plain': () => import('./bg.ts'),
  'lt plain': () => import('./lt.ts'),
  'ur plain': () => import('./ur.ts'),
  'yo plain': () => import('./yo.ts'),
};

/** The texts of a language and style; undefined where none are shipped. */
export async function shippedTexts(language: Language, style: WordingStyle): Promise<ShippedTexts | undefined> {
  return (await files[`${language} ${style}`]?.())?.texts;
}

/** What a new draft holds that begins from shipped texts: everything but who reads it. */
export function draftFrom(
  { language, style }: Pick<Shipped, 'language' | 'style'>,
  { questions, whole }: ShippedTexts,
  from: { readonly controllers: readonly Controller[]; readonly translates: string | undefined },
): Draft & { readonly language: Language; readonly style: WordingStyle } {
  const asked = codesOf(purposes);
  const texts = asked.flatMap((purpose) =>
    Object.entries(questions[purpose]).map(([part, said]) => [`text/${purpose}:${part}`, textOf(said)]),
  );
  const names = from.controllers.map(({ name }) => name).join('\n');
  const source = isSourceDraft({ language, style });
  const how = asked.flatMap((purpose) => [
    [`asks/${purpose}`, true],
    [`gillick/${purpose}`, usually[purpose].gillick],
    [`blocks/${purpose}`, usually[purpose].blocks],
    [`basis/${purpose}`, usually[purpose].basis],
  ]);
  return {
    ...{ language, style, machine: shippedKinds.some((each) => each.machine && each.language === language) },
    ...(source ? { months: usualMonths, ...Object.fromEntries(how) } : { translates: from.translates }),
    ...Object.fromEntries(texts),
    ...(source && names !== '' && { 'text/sharePartners:recipients': names }),
    ...Object.fromEntries(Object.entries(whole).map(([part, said]) => [`text/all:${part}`, said])),
  };
}

const textOf = (said: string | readonly string[]): string => (typeof said === 'string' ? said : said.join('\n'));
