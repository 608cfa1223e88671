import { languageOnScreen } from '#domain/languages.ts';
import {
  type HandedWording,
  purposesOf,
  type SittingShown,
  type SittingSoFar,
} from '#domain/people/consents/sitting.ts';
import type { Language, WordingStyle } from '#domain/people-codes.ts';
import type { Frame } from '#features/consent/frame/frame.ts';
import type { SoundOf } from '#phone/hand-over/read-aloud.ts';

/** What the pages of a sitting share. */

/** What every page is given. */
export type PageProps = {
  readonly sitting: SittingShown;
  readonly so: SittingSoFar;
  readonly wording: HandedWording;
  /** The words around it, in the language on the screen. */
  readonly frame: Frame;
  readonly shown: { readonly language: Language; readonly style: WordingStyle };
  /** English in place of the giver’s language, so that the worker can see where they are; null where it is English already. */
  readonly inEnglish: { readonly on: boolean; readonly toggle: () => void } | null;
  readonly change: (changed: Partial<SittingSoFar>) => void;
  readonly go: (page: string) => void;
  /** The bytes of a recording, where there are any here. */
  readonly soundOf?: SoundOf | undefined;
};

/** The pages of a sitting, in order. */
export const pagesOf = (sitting: SittingShown, wording: HandedWording): string[] => [
  'language',
  ...purposesOf(sitting, wording),
  ...(sitting.giver.isSelf ? [] : ['says']),
  'check',
  'agree',
];

/** The direction and language of what is on the screen. */
export const written = ({ language }: PageProps['shown']): { lang: string; dir: 'ltr' | 'rtl' } => ({
  lang: language,
  dir: languageOnScreen(language).dir,
});

/** Names in a sentence of the language on the screen: `Amira and Adil`, `Amira și Adil`. */
export const namesIn = (children: readonly { readonly called: string }[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(children.map(({ called }) => called));

/** Everybody a sitting is about. */
export const namesOf = ({ children }: SittingShown, { language }: PageProps['shown']): string =>
  namesIn(children, language);
