import { type Language, languages as names, type WordingStyle } from '#domain/people-codes.ts';
import type { Frame } from './frame.ts';

/** The languages of the pages that are handed over: how each is written, and where its words are. */

/** A font that is no part of the app's first download. */
export type ScriptFont = 'gurmukhi' | 'nastaliq';

export type LanguageOnScreen = {
  readonly code: Language;
  /** In its own letters. */
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly font: ScriptFont | null;
  /** Whether phones usually bring a voice that reads it without signal. Where none is expected, somebody records it. */
  readonly voice: boolean;
};

const written: Readonly<Record<Language, Omit<LanguageOnScreen, 'code' | 'name'>>> = {
  en: { dir: 'ltr', font: null, voice: true },
  pa: { dir: 'ltr', font: 'gurmukhi', voice: false },
  ro: { dir: 'ltr', font: null, voice: true },
  pl: { dir: 'ltr', font: null, voice: true },
  sk: { dir: 'ltr', font: null, voice: true },
  bg: { dir: 'ltr', font: null, voice: true },
  lt: { dir: 'ltr', font: null, voice: false },
  ur: { dir: 'rtl', font: 'nastaliq', voice: false },
  yo: { dir: 'ltr', font: null, voice: false },
};

/** All of them, in the order they are offered. */
export const languages: readonly LanguageOnScreen[] = names.map(([code, name]) => ({ code, name, ...written[code] }));
/** One of them. */
export const languageOnScreen = (code: Language): LanguageOnScreen => ({
  code,
  name: names.find(([each]) => each === code)?.[1] ?? code,
  ...written[code],
});

const files: Readonly<Record<Language, () => Promise<{ readonly frame: Frame }>>> = {
  en: () => import('./en.ts'),
  pa: () => import('./pa.ts'),
  ro: () => import('./ro.ts'),
  pl: () => import('./pl.ts'),
  sk: () => import('./sk.ts'),
  bg: () => import('./bg.ts'),
  lt: () => import('./lt.ts'),
  ur: () => import('./ur.ts'),
  yo: () => import('./yo.ts'),
};

/** The words of a language. Easy Read has its own in English; elsewhere the plain ones are used. */
export async function frameIn(language: Language, style: WordingStyle = 'plain'): Promise<Frame> {
  const file = language === 'en' && style === 'easy' ? import('./en-easy.ts') : files[language]();
  return (await file).frame;
}
