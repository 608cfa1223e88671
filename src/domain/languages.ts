import { wordsOf } from './codes.ts';
import { type Language, languagesInEnglish, languages as names } from './people-codes.ts';

/** How the languages of what is handed over are written and heard. */

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
export const languagesOnScreen: readonly LanguageOnScreen[] = names.map(([code, name]) => ({
  code,
  name,
  ...written[code],
}));
/** One of them. */
export const languageOnScreen = (code: Language): LanguageOnScreen => ({
  code,
  name: names.find(([each]) => each === code)?.[1] ?? code,
  ...written[code],
});

/** "Romanian" */
export const inEnglish = (language: Language): string => wordsOf(languagesInEnglish, language);

/** Written by every computer: the others are called as English calls them. */
const isAtHand = (name: string): boolean => /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}]+$/u.test(name);

/** "Română", "Panjabi": in its own letters where they are at hand. */
export function languageAtHand(language: Language): string {
  const own = wordsOf(names, language);
  return isAtHand(own) ? own : inEnglish(language);
}
