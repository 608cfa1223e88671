import type { Instrument } from '#domain/records/shapes/form-document.ts';

/** Questionnaires that belong to somebody: their titles are known, their questions do not ship. */

/** One that a title was recognised as. */
export type KnownInstrument = Pick<Instrument, 'name' | 'owner' | 'from' | 'to'>;

/** Patterns of titles in small letters, their words parted by one space. */
const known: readonly (readonly [title: RegExp, KnownInstrument])[] = [
  [
    /strengths? (and )?difficult|\bs ?d ?q/,
    { name: 'Strengths and Difficulties Questionnaire (SDQ)', owner: 'Youthinmind', from: null, to: null },
  ],
  ...['10', '27', '52', ''].map((size): readonly [RegExp, KnownInstrument] => [
    new RegExp(`kid ?screen( index| short)? ?${size}(?!\\d)`),
    { name: size === '' ? 'KIDSCREEN' : `KIDSCREEN-${size}`, owner: 'The KIDSCREEN Group', from: 8, to: 18 },
  ]),
  [
    /\bons ?(4|four)\b|\bons personal well ?being|personal well ?being (ons|questions)/,
    { name: 'ONS4 personal well-being', owner: 'Office for National Statistics', from: null, to: null },
  ],
];

/** The questionnaire a title or an id is one of, however it is spelt: `kid-screen 27`, `S.D.Q.`; null for any other. */
export function instrumentIn(...titles: readonly string[]): KnownInstrument | null {
  for (const title of titles) {
    const plain = title
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('&', ' and ')
      .replace(/[^\p{L}\p{N}]+/gu, ' ');
    const found = known.find(([pattern]) => pattern.test(plain));
    if (found) return found[1];
  }
  return null;
}
