import type { Shielded } from '#domain/reports/small-cells.ts';
import type { AnsweredQuestion } from '#domain/voice/feedback/answered.ts';

/** What a question's answers come to, in a sentence. */

const numberOf = (people: Shielded): number => (typeof people === 'number' ? people : -1);

/** How many people, in words that do not say a small number. */
export const peopleWords = (people: Shielded): string =>
  people === 'few' ? 'fewer than 5' : people === 'hidden' ? 'not shown' : String(people);

/** "46 of 120 chose Brilliant, more than anything else." */
export function sentenceOf({
  lines,
  n,
  type,
  inWords,
}: Pick<AnsweredQuestion, 'lines' | 'n' | 'type' | 'inWords'>): string {
  if (type === 'text') return `${inWords} said something in their own words.`;
  const known = lines.filter(({ people }) => typeof people === 'number');
  if (known.length === 0) return `${n} answered. What they said is not shown: it would tell of too few.`;
  const most = Math.max(...known.map(({ people }) => numberOf(people)));
  const best = known.filter(({ people }) => numberOf(people) === most).map(({ words }) => words);
  const verb = type === 'rank' ? 'put first' : 'chose';
  if (best.length > 1) return `${best.join(' and ')}: ${most} each of ${n}.`;
  return `${most} of ${n} ${verb} ${best[0] ?? ''}${known.length === 1 ? '' : ', more than anything else'}.`;
}
