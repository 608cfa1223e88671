import { many } from '#domain/many.ts';
import type { Owed } from '#domain/stock/stock.ts';
import { whereWords } from '#features/boxes/places.ts';
import { isBoxSet, type Stock } from '#features/boxes/stock.ts';
import { amountInside, dateWords, personName } from '#features/boxes/words.ts';

/** Parts owed as they are dealt with: to each person, to those not named together, to boxes that still stand here. */
export type OwedGroup = {
  readonly key: string;
  readonly words: string;
  readonly part: string;
  readonly n: number;
  readonly owed: readonly Owed[];
  /** All who are owed one part, at once. */
  readonly everyone: boolean;
};

const sum = (owed: readonly Owed[]): number => owed.reduce((total, { n }) => total + n, 0);

/** Where several are owed the same part there is a line for everyone, first; then the oldest. */
export function owedGroups(stock: Stock): OwedGroup[] {
  const owed = [...stock.owed].sort((a, b) => (a.move.at < b.move.at ? -1 : 1));
  const single = [...Map.groupBy(owed, keyOf)].map(([key, same]) => groupOf(stock, key, same));
  const gone = owed.filter(({ move }) => move.kind === 'given out');
  const everyone = [...Map.groupBy(gone, ({ part }) => part)]
    .filter(([, same]) => new Set(same.map(keyOf)).size > 1)
    .map(([part, same]) => ({
      key: `everyone ${part}`,
      words: `Everyone: ${amountInside(stock, { set: part, n: sum(same) })}`,
      part,
      n: sum(same),
      owed: same,
      everyone: true,
    }));
  return [...everyone, ...single];
}

function keyOf({ move, part }: Owed): string {
  if (move.kind === 'part missing') return `here ${move.from} ${move.set} ${part}`;
  if (move.for.length > 0) return `${move.id} ${part}`;
  return `${move.family === undefined ? 'not named' : 'family'} ${part}`;
}

function groupOf(stock: Stock, key: string, owed: readonly Owed[]): OwedGroup {
  const [first] = owed;
  const part = first?.part ?? '';
  const n = sum(owed);
  return { key, part, n, owed, everyone: false, words: first ? wordsOf(stock, first, owed, n) : '' };
}

function wordsOf(stock: Stock, { move, part }: Owed, owed: readonly Owed[], n: number): string {
  if (move.kind === 'part missing') {
    const boxes = isBoxSet(stock, move.set) ? 'Box' : 'Here';
    return `${boxes} ${whereWords(stock, move.from ?? '')}: ${amountInside(stock, { set: part, n })} missing`;
  }
  const date = dateWords(move.day);
  if (move.for.length > 0)
    return `${move.for.map((id) => personName(stock, id)).join(', ')}: ${amountInside(stock, { set: part, n })} (${date})`;
  const one = amountInside(stock, { set: part, n: owed.length === 1 ? n : 1 });
  if (move.family !== undefined)
    return `${many(owed.length, 'family', 'families')}: ${one}${owed.length === 1 ? ` (${date})` : ''}`;
  return `${owed.length === 1 ? 'Someone' : owed.length} not named: ${one}${owed.length === 1 ? ` (${date})` : ''}`;
}

/** The first `n` parts of what is owed. */
export function oldestFirst(owed: readonly Owed[], n: number): Owed[] {
  let left = n;
  return owed.flatMap((each) => {
    const taken = Math.min(left, each.n);
    left -= taken;
    return taken > 0 ? [{ ...each, n: taken }] : [];
  });
}
