import type { StockLine } from '#domain/stock/lines.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import type { StockView } from '#domain/stock/view.ts';

/** Which notes a delivery was read from, and how much of each is in: the same note is known when it comes again. */

type ReadSource = {
  readonly source: string;
  /** How many of its lines are in, where saving has not come to its end. *Why not what is due: a part of an order may be a whole note.* */
  readonly through: number | null;
};

const sourcesOf = ({ source }: Pick<DeliveryLine, 'source'>): ReadSource[] =>
  source.split(' ').flatMap((each) => {
    const [note = '', through] = each.split('~');
    return note === '' ? [] : [{ source: note, through: through === undefined ? null : Number(through) }];
  });

/** The field takes no more: what was read long ago is forgotten. */
const mostNotes = 3;
const mostLetters = 200;

/** It may come in parts; the last few notes are remembered. @param through how many lines are in; null: all there are */
export function addSource(
  delivery: Pick<DeliveryLine, 'source'> | undefined,
  source: string,
  through: number | null,
): string {
  const others = (delivery ? sourcesOf(delivery) : []).filter((each) => each.source !== source);
  const words = [...others, { source, through }]
    .map((each) => (each.through === null ? each.source : `${each.source}~${each.through}`))
    .slice(-mostNotes);
  while (words.length > 1 && words.join(' ').length > mostLetters) words.shift();
  return words.join(' ');
}

const readOf = (delivery: DeliveryLine, source: string): ReadSource | undefined =>
  sourcesOf(delivery).find((each) => each.source === source);

/**
 * The delivery this note was read into before; of several, the one where saving broke off.
 * @param own the one that is being saved: a second try is nobody's repeat
 */
export function readBefore({ deliveries }: StockView, source: string, own: string): DeliveryLine | undefined {
  const read = deliveries.filter((each) => each.id !== own && readOf(each, source));
  return read.find((each) => readOf(each, source)?.through !== null) ?? read[0];
}

/** The lines of a note that are not in, where saving it broke off; none where it came to its end. */
export function missingOf<Line extends Pick<StockLine, 'line' | 'set'>>(
  good: readonly Line[],
  { source, ranks }: { readonly source: string; readonly ranks: ReadonlyMap<number, number> },
  before: DeliveryLine,
): Line[] {
  const through = readOf(before, source)?.through ?? null;
  if (through === null) return [];
  // What is waited for no more was written down by hand since.
  const allCame = new Set(before.lines.flatMap(({ set, due }) => (due === 0 ? [set] : [])));
  return good.filter(({ line, set }) => (ranks.get(line) ?? 0) > through && !(set !== null && allCame.has(set)));
}
