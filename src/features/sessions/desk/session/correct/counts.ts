import type { SessionAnswer } from '#desk/answers.ts';
import {
  countedAges,
  type Gender,
  genders,
  type Level,
  levels,
  type Newness,
  newnesses,
  type TallyBand,
  wordsOf,
} from '#domain/codes.ts';
import type { AskedCorrection } from '#domain/sessions/corrections/asked.ts';
import type { Faults } from '#forms/faults.ts';
import { whyFault } from './door.ts';

/** How many were counted, by kind, as a form holds it and as it is put right. */

/** People who are alike in what was counted of them. */
export type CountedKind = {
  readonly ageBand: TallyBand;
  readonly gender: Gender;
  readonly newness: Newness;
  readonly level: Level;
};

/** `counts` is what each kind is to be, as typed, by its key. */
export type CountsTyped = { readonly counts: Readonly<Record<string, string>>; readonly why: string };

export const keyOf = ({ ageBand, gender, newness, level }: CountedKind): string =>
  [ageBand, gender, newness, level].join('|');

/** The kind of a key; of ours alone. */
export function kindOf(key: string): CountedKind {
  const [ageBand, gender, newness, level] = key.split('|');
  return { ageBand, gender, newness, level } as CountedKind; // made above
}

/** `10–12, girl / woman, new`: what is not known is left out. */
export const kindWords = ({ ageBand, gender, newness, level }: CountedKind): string =>
  [
    wordsOf(countedAges, ageBand),
    gender === 'NK' ? '' : wordsOf(genders, gender).toLowerCase(),
    newness === 'not known' ? '' : wordsOf(newnesses, newness).toLowerCase(),
    level === 'joined_in' ? '' : wordsOf(levels, level).toLowerCase(),
  ]
    .filter(Boolean)
    .join(', ');

/** The youngest first. */
const placeOf = ({ ageBand }: CountedKind): number => countedAges.findIndex(([band]) => band === ageBand);

export const countsOf = ({ tallies }: SessionAnswer): CountsTyped => ({
  counts: Object.fromEntries(
    tallies.toSorted((a, b) => placeOf(a) - placeOf(b)).map((each) => [keyOf(each), String(each.n)]),
  ),
  why: '',
});

const most = 999;
const numberOf = (typed: string): number | null => (/^\s*\d{0,3}\s*$/.test(typed) ? Number(typed) : null);

export function countsFaults({ counts, why }: CountsTyped, idOf: (key: string) => string): Faults<CountsTyped> {
  return {
    counts: Object.entries(counts).flatMap(([key, typed]) =>
      numberOf(typed) === null ? [{ fieldId: idOf(key), message: `A whole number up to ${most}.` }] : [],
    ),
    why: whyFault(why),
  };
}

/** What is sent: each kind that is to be another number. */
export const countsChanged = (
  { counts }: CountsTyped,
  { tallies }: SessionAnswer,
): NonNullable<AskedCorrection['counts']> =>
  Object.entries(counts).flatMap(([key, typed]) => {
    const was = tallies.find((each) => keyOf(each) === key)?.n ?? 0;
    const is = numberOf(typed) ?? was;
    return is === was ? [] : [{ ...kindOf(key), was, is }];
  });
