import { ageBands, wordsOf } from '#domain/codes.ts';
import { ageWords } from '#domain/people/born.ts';
import type { InForceState, NeedKind, Purpose } from '#domain/people-codes.ts';
import type { RegisterLine } from '#domain/sessions/people/list.ts';
import { dayOf } from '#domain/time.ts';
import type { IconName } from '#ui/icon.tsx';

/** What the desk says of somebody, the same words in table, card and panel. */

/** The five that stand in the list; the others are on the page. */
export const listed: readonly (readonly [Purpose, IconName])[] = [
  ['takePart', 'ball'],
  ['emergencyCare', 'medical'],
  ['photoInternal', 'camera'],
  ['contact', 'phone'],
  ['sharePartners', 'link'],
];

/** `12`, `11 or 12`, `10–12`; nothing where nobody knows. */
export function ageOf({ born, band }: Pick<RegisterLine, 'born' | 'band'>): string {
  if (born !== '') return ageWords(born, dayOf(Date.now()));
  return band === 'NK' ? '' : wordsOf(ageBands, band);
}

/** What somebody should look at, in words with an icon. */
type LineFlag = { readonly icon: IconName; readonly words: string };

const needWords: Partial<Record<NeedKind, string>> = { allergy: 'Allergy', medical: 'Medical', medicine: 'Medicine' };
const again: readonly RegisterLine['toDo'][number][] = ['ranOut', 'askAgain', 'twoAnswers', 'soon'];

/** The most pressing first. */
export function flagsOf({ needs, toDo, double }: RegisterLine): LineFlag[] {
  const need = needs.map((kind) => needWords[kind] ?? 'A need')[0];
  const flags: (LineFlag | false)[] = [
    need !== undefined && { icon: 'medical', words: need },
    toDo.includes('differ') && { icon: 'differ', words: 'Settle' },
    toDo.includes('limits') && { icon: 'eye', words: 'Limits' },
    toDo.some((each) => again.includes(each)) && { icon: 'undo', words: 'Ask again' },
    double && { icon: 'people', words: 'Same child?' },
  ];
  return flags.filter((each) => each !== false);
}

/** The states of the key, in the order of the picture. */
export const keyed: readonly InForceState[] = [
  ...(['given', 'refused', 'withdrawn', 'ranOut', 'asked', 'differ', 'pending', 'twoAnswers', 'never'] as const),
];
