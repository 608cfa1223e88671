import { many } from '#domain/many.ts';
import { isBoxSet, partnerName, progress, type Stock } from '#features/boxes/stock.ts';
import { amountInside, amountWords, listed, whoWords } from '#features/boxes/words.ts';
import { type Given, type Giving, owedIn } from './giving.ts';

/** What the button of giving out says and does, in words. */

const totalOf = (all: readonly Giving[]): number =>
  all.reduce((sum, { n }) => sum + (typeof n === 'number' ? n : 0), 0);

/** `Give out`, `Give out 3`, `Give out, 1 part owed` */
export function giveWords(all: readonly Giving[]): string {
  const owed = all.reduce((sum, each) => sum + owedIn(each), 0);
  const n = totalOf(all);
  return `Give out${n > 1 ? ` ${n}` : ''}${owed > 0 ? `, ${many(owed, 'part')} owed` : ''}`;
}

/** `Refocus Project box 95 of 120`; single things are no boxes and have no number. */
export function footWords(stock: Stock, all: readonly Giving[], today: string): string {
  const boxes = totalOf(all.filter(({ set }) => set !== undefined && isBoxSet(stock, set)));
  if (boxes === 0) return '';
  const { given: before, of } = progress(stock, today);
  const numbers = boxes === 1 ? `box ${before + 1}` : `boxes ${before + 1} to ${before + boxes}`;
  return `${partnerName(stock)} ${numbers}${of === null ? '' : ` of ${of}`}`;
}

/** What was done: `Over-10s set given to Jakub W`. */
export function given(stock: Stock, all: readonly Giving[], moves: readonly Given[]): string {
  const [first] = moves;
  if (!first) return '';
  const people = [...new Set(all.flatMap(({ recipients }) => recipients.people))];
  const who = whoWords(stock, { for: people, ...(first.family !== undefined && { family: first.family }) });
  const same = moves.every(({ set }) => set === first.set);
  const sum = { set: first.set, n: moves.reduce((total, { n }) => total + n, 0) };
  const what = same ? amountWords(stock, sum) : listed(moves.map(({ set, n }) => amountInside(stock, { set, n })));
  return `${what.charAt(0).toLocaleUpperCase('en-GB')}${what.slice(1)} given to ${who}`;
}

/** `Refocus Project: 95 of 120 boxes given out, 25 to go.` */
export function progressWords(stock: Stock, today: string): string {
  const { given: out, of } = progress(stock, today);
  if (of === null) return out === 0 ? '' : `${partnerName(stock)}: ${many(out, 'box', 'boxes')} given out.`;
  return `${partnerName(stock)}: ${out} of ${of} boxes given out${out < of ? `, ${of - out} to go` : ''}.`;
}
