import type { Moving } from './actions.ts';
import { type Giving, owedIn } from './giving.ts';
import { isBoxSet, partnerName, progress, type Stock } from './stock.ts';
import { amountInside, amountWords, listed, many, whoWords } from './words.ts';

/** What the button of giving out says and does, in words. */

const totalOf = (all: readonly Giving[]): number =>
  all.reduce((sum, { n }) => sum + (typeof n === 'number' ? n : 0), 0);

/** `Give out`, `Give out 3`, `Give out, 1 part owed` */
export function giveWords(all: readonly Giving[]): string {
  const owed = all.reduce((sum, each) => sum + owedIn(each), 0);
  const n = totalOf(all);
  return `Give out${n > 1 ? ` ${n}` : ''}${owed > 0 ? `, ${many(owed, 'part')} owed` : ''}`;
}

/** `Refocus Project box 95 of 120 · you can undo this`; single things are no boxes and are not numbered. */
export function footWords(stock: Stock, all: readonly Giving[], today: string): string {
  const boxes = totalOf(all.filter(({ set }) => set !== undefined && isBoxSet(stock, set)));
  if (boxes === 0) return 'You can undo this';
  const { given: before, of } = progress(stock, today);
  const numbers = boxes === 1 ? `box ${before + 1}` : `boxes ${before + 1} to ${before + boxes}`;
  return `${partnerName(stock)} ${numbers}${of === null ? '' : ` of ${of}`} · you can undo this`;
}

/** What was done: `Over-10s set given to Jakub W`. */
export function given(stock: Stock, all: readonly Giving[], moves: readonly Moving[]): string {
  const [first] = moves;
  if (!first) return '';
  const people = [...new Set(all.flatMap(({ getting }) => getting.people))];
  const who = whoWords(stock, { for: people, ...(first.family !== undefined && { family: first.family }) });
  const same = moves.every(({ set }) => set === first.set);
  const sum = { set: first.set, n: moves.reduce((total, { n }) => total + n, 0) };
  const what = same ? amountWords(stock, sum) : listed(moves.map(({ set, n }) => amountInside(stock, { set, n })));
  return `${what.charAt(0).toLocaleUpperCase('en-GB')}${what.slice(1)} given to ${who}`;
}
