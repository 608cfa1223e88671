import type { FormQuestion } from '#domain/records/shapes/form-document.ts';
import { type FaceScale, faceScales, type QuestionType, scaleOptions } from '#domain/voice-codes.ts';

/**
 * Columns of our own, so that a form that was saved as XLSForm comes back as it was. Other programs pass over columns they do not
 * know; none of the names has colons, which would make a language or a part of an XForm of it.
 */

/** `faces good`, `again`: how `select_one` is put here. */
export const typeColumn = 'bandstand_type';
/** `sensitive words`: what is true of a question. */
export const alsoColumn = 'bandstand_also';
/** A drawing of the app beside an answer, by its name. */
export const pictureColumn = 'bandstand_picture';

/** Settings of our own: `bandstand_keeps`. Titles and introductions end in their language: `bandstand_title_ro`. */
export const settingNames = {
  ...{
    respondents: 'bandstand_respondents',
    ages: 'bandstand_ages',
    named: 'bandstand_named',
    keeps: 'bandstand_keeps',
  },
  ...{ title: 'bandstand_title_', intro: 'bandstand_intro_' },
  instrument: {
    ...{ name: 'bandstand_instrument', owner: 'bandstand_owner', licence: 'bandstand_licence' },
    ...{ permission: 'bandstand_permission', from: 'bandstand_from', to: 'bandstand_to' },
  },
} as const;

/** What may be true of a question beside being required. */
export const alsoWords = ['sensitive', 'words', 'quote', 'idea'] as const;

/** Types that others know as `select_one`. */
const ownTypes = ['faces', 'again', 'thisOrThat', 'yesNo', 'agree'] as const satisfies readonly QuestionType[];
type OwnType = (typeof ownTypes)[number];

/** A type as the column says it: `faces good`. */
export const ownTypeText = ({ type, scale }: Pick<FormQuestion, 'type' | 'scale'>): string =>
  ownTypes.some((each) => each === type) ? [type, ...(scale ? [scale] : [])].join(' ') : '';

/** What the column says; null for what it cannot mean. */
export function ownTypeIn(text: string): { readonly type: OwnType; readonly scale?: FaceScale } | null {
  const [name, scale, ...more] = text.split(/\s+/);
  const type = ownTypes.find((each) => each === name);
  const found = faceScales.find(([code]) => code === scale)?.[0];
  if (!type || more.length > 0 || (scale !== undefined && !found) || (type === 'faces') !== (found !== undefined))
    return null;
  return { type, ...(found && { scale: found }) };
}

/** The answers such a type has to have; null where they are written for each question. */
export const answersOf = (type: OwnType): readonly string[] | null =>
  type === 'thisOrThat' ? null : scaleOptions[type];
