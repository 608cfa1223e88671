import { languageAtHand } from '#domain/languages.ts';
import { type Language, languages, type WordingStyle } from '#domain/people-codes.ts';

/** What a wording is called on the screens of the desk. */

type Named = { readonly language: Language; readonly style: WordingStyle };

/** "Română", "Panjabi", "English, Easy Read": in its own letters where they are at hand. */
export const nameOf = ({ language, style }: Named): string =>
  `${languageAtHand(language)}${style === 'easy' ? ', Easy Read' : ''}`;

/** Which wordings there may be, in the order they are shown. */
export const kinds = [
  { language: 'en', style: 'plain' },
  { language: 'en', style: 'easy' },
  ...languages.filter(([code]) => code !== 'en').map(([language]) => ({ language, style: 'plain' as const })),
] as const satisfies readonly { language: Language; style: WordingStyle }[];
export type Kind = (typeof kinds)[number];

/** Where things of wordings stand at the desk. */
export const wordingsPath = '/desk/consents/wordings';
export const draftPath = (id: string, part?: string): string =>
  `${wordingsPath}/draft/${id}${part === undefined ? '' : `?part=${part}`}`;
export const versionPath = (sha256: string): string => `${wordingsPath}/version/${sha256}`;
