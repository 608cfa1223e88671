import { type Language, languages } from '#domain/people-codes.ts';
import { frame as english } from '#features/voice/frame/en.ts';
import type { AskFrame } from '#features/voice/frame/frame.ts';
import { askFrameIn } from '#features/voice/frame/frames.ts';

/** Which words stand round the form, and which are at hand before any have come. */

/** The first of this phone’s own languages that is offered, else English, else the first there is. */
export function languageFor(offered: readonly Language[]): Language {
  const own = navigator.languages.map((each) => each.toLowerCase().split('-')[0]);
  const known = [...own, 'en'].flatMap((each) => languages.find(([code]) => code === each)?.[0] ?? []);
  return known.find((each) => offered.includes(each)) ?? offered[0] ?? 'en';
}

export const everyLanguage: readonly Language[] = languages.map(([code]) => code);

/** Words, and whose they are. */
export type WordsHere = { readonly language: Language; readonly frame: AskFrame };
export const inEnglish: WordsHere = { language: 'en', frame: english };

/** The words of a language. Where the signal goes before they are here, those before them stay: they are buttons, the form itself is all there. */
export const wordsIn = (language: Language, before: WordsHere): Promise<WordsHere> =>
  askFrameIn(language).then(
    (frame) => ({ language, frame }),
    () => before,
  );
