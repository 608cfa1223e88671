import type { AgeBand, TallyBand } from '#domain/codes.ts';
import { fewest } from '#domain/reports/small-cells.ts';
import { type AnswerAge, answerAges } from '#domain/voice-codes.ts';

/** What may stand beside answers, as the phone knows it when it is handed over: ages and languages of which it knows five who are there. */

/** Ages that lie wholly in one that is answered; of 10 to 12 nobody knows which. */
const ofPeople: Readonly<Partial<Record<AgeBand, AnswerAge>>> = {
  '00-07': '00-07',
  '08-09': '08-10',
  '13-15': '13-15',
  '16-17': '16-up',
  '18-19': '16-up',
  '20-24': '16-up',
};
const ofCounts: Readonly<Partial<Record<TallyBand, AnswerAge>>> = { '13-15': '13-15', '16-19': '16-up' };

/** The age somebody would answer with. @param years where they are known */
export function answerAgeOf(band: AgeBand, years: number | null): AnswerAge | null {
  if (years === null) return ofPeople[band] ?? null;
  if (years < 8) return '00-07';
  if (years <= 10) return '08-10';
  if (years <= 12) return '11-12';
  return years <= 15 ? '13-15' : '16-up';
}

/** Values of which there are five and more, in the order of the list. */
export function sharedByFive<T extends string>(all: readonly T[], values: readonly (T | null)[]): T[] {
  return all.filter((each) => values.filter((value) => value === each).length >= fewest);
}

/** Ages of which five are there. @param counted people counted by eye, by band */
export function agesKnown(
  people: readonly (AnswerAge | null)[],
  counted: Readonly<Partial<Record<TallyBand, number>>>,
): AnswerAge[] {
  const unnamed = (Object.keys(ofCounts) as TallyBand[]).flatMap((band) =>
    Array.from({ length: Math.max(0, counted[band] ?? 0) }, () => ofCounts[band] ?? null),
  ); // its own keys
  return sharedByFive(
    answerAges.map(([code]) => code),
    [...people, ...unnamed],
  );
}
