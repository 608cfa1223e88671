import type { Language } from '#domain/people-codes.ts';
import type { AskFrame } from './frame.ts';

/** Where the words of each language are. */
const files: Readonly<Record<Language, () => Promise<{ readonly frame: AskFrame }>>> = {
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

/** The words of a language. */
export const askFrameIn = async (language: Language): Promise<AskFrame> => (await files[language]()).frame;
