import { type Language, languages } from '#domain/people-codes.ts';

/** The language to begin in: the one it was sent in, else the first of this phone’s own that is offered, else English. */
export function languageFor(sentIn: Language | null, offered: readonly Language[]): Language {
  const wanted = [sentIn, ...navigator.languages.map((each) => each.toLowerCase().split('-')[0])];
  const known = wanted.flatMap((each) => languages.find(([code]) => code === each)?.[0] ?? []);
  return known.find((each) => offered.includes(each)) ?? 'en';
}

/** All there are words for. */
export const everyLanguage: readonly Language[] = languages.map(([code]) => code);
