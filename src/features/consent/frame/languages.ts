import type { Language, WordingStyle } from '#domain/people-codes.ts';
import type { Frame } from './frame.ts';

/** Where the words of the pages that are handed over are, language by language. */

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
