import { asSeen } from '#domain/as-seen.ts';
import { wholeNumber } from '#domain/numbers.ts';
import { hashOf } from '#domain/records/canonical.ts';
import type { ReadRow } from '#domain/reports/csv-read.ts';
import { unclear } from '#domain/reports/table.ts';
import { type Columns, noteTable } from './note-table.ts';
import type { Kept } from './sets.ts';

/** A delivery note or an opening stock as a table somebody typed: what each line says, or what is wrong with it. */

/** One line of a delivery note, as it was read: `null` is what somebody still has to say. */
export type StockLine = {
  /** As a spreadsheet counts. */
  readonly line: number;
  /** As it stands there. */
  readonly item: string;
  readonly number: string;
  readonly place: string;
  /** What it was read as; null where it could not be. */
  readonly set: string | null;
  readonly n: number | null;
  readonly holder: string | null;
  /** In words a person can act on; none where the line is good. */
  readonly problems: readonly string[];
  /** Names that nothing here has: somebody can say what they are. */
  readonly unknown: readonly ('item' | 'place')[];
};

type Around = {
  readonly sets: readonly Kept[];
  readonly holders: readonly Kept[];
  /** Where a line goes that names no place. */
  readonly store: string;
};

/** Reads the rows under the headings by the columns that were said; nothing while one is unclear. */
export function readStockLines(rows: readonly ReadRow[], columns: Columns, around: Around): StockLine[] {
  const { heading, item, number, place } = columns;
  if (unclear(noteTable, columns).length > 0) return [];
  const known = { sets: indexOf(around.sets), holders: indexOf(around.holders), store: around.store };
  const width = heading === null ? Number.POSITIVE_INFINITY : (rows[heading]?.cells.length ?? 0);
  return rows.slice(heading === null ? 0 : heading + 1).flatMap((row) => {
    const cell = (at: number | null) => (at === null ? '' : (row.cells[at] ?? '').trim().replace(/\s*\n\s*/g, ' '));
    const typed = { item: cell(item), number: cell(number), place: cell(place) };
    if (typed.item === '' && typed.number === '' && row.fault === undefined) return [];
    return [
      lineOf(
        row,
        typed,
        row.cells.slice(width).some((each) => each.trim() !== ''),
        known,
      ),
    ];
  });
}

type Known = { readonly sets: Index; readonly holders: Index; readonly store: string };
type Typed = Pick<StockLine, 'item' | 'number' | 'place'>;

function lineOf(
  { row, cells, fault }: ReadRow,
  typed: Typed,
  overflows: boolean,
  { sets, holders, store }: Known,
): StockLine {
  const { item, number, place } = typed;
  const [set, other] = named(sets, item);
  const [holder, second] = place === '' ? [store] : named(holders, place);
  const n = wholeNumber(number);
  const read = {
    line: row,
    ...typed,
    set: set !== undefined && other === undefined ? set : null,
    n: typeof n === 'number' ? n : null,
    holder: holder !== undefined && second === undefined ? holder : null,
  };
  // A line that is not written as one says nothing that could be relied on.
  const broken =
    fault ?? (overflows ? 'More cells than headings: is there a comma inside a number or a name?' : undefined);
  if (broken !== undefined) return { ...read, n: null, problems: [broken], unknown: [] };
  // A total often stands in another column than the item.
  if (set === undefined && (item === '' ? cells : [item]).some(isTotal))
    return { ...read, problems: ['This looks like a total, not a thing'], unknown: [] };
  return {
    ...read,
    problems: [
      ...(item === '' ? [noItem] : set === undefined ? [`No set or item is called “${item}”`] : []),
      ...(other === undefined ? [] : [`Two things are called “${item}”: write the code on its label`]),
      ...(typeof n === 'string' ? [n] : []),
      ...(holder === undefined ? [`No place is called “${place}”`] : []),
      ...(second === undefined ? [] : [`Two places are called “${place}”: write the code on its label`]),
    ],
    unknown: [
      ...(item !== '' && set === undefined ? (['item'] as const) : []),
      ...(holder === undefined ? (['place'] as const) : []),
    ],
  };
}

const noItem = 'There is nothing under item. Was it merged with the cell above? Write it in every line';

const isTotal = (item: string): boolean => /^(grand |sub ?)?(total|sum)s?\b/.test(asSeen(item));

/** Ids by name and by the code on the label, both as they are seen; made once, looked up for every line. */
type Index = ReadonlyMap<string, ReadonlySet<string>>;

function indexOf(records: readonly Kept[]): Index {
  const index = new Map<string, Set<string>>();
  for (const { id, body } of records)
    for (const key of [asSeen(String(body.name)), asSeen(String(body.code ?? ''))])
      if (key !== '') index.set(key, (index.get(key) ?? new Set()).add(id));
  return index;
}

const named = (index: Index, words: string): string[] => [...(index.get(asSeen(words)) ?? [])];

/** What a note says, whatever its file looks like: the same note is known by it when it comes again. */
export const contentOf = (lines: readonly Typed[]): string => hashOf(lines.map(saysOf).sort());

/** Where each line stands by what it says, from 1: the same for every file that says the same. By its number in the file. */
export function ranksOf(lines: readonly (Typed & Pick<StockLine, 'line'>)[]): ReadonlyMap<number, number> {
  const said = lines.map((each) => ({ line: each.line, says: saysOf(each) }));
  said.sort((a, b) => (a.says < b.says ? -1 : a.says > b.says ? 1 : a.line - b.line));
  return new Map(said.map(({ line }, at) => [line, at + 1]));
}

function saysOf({ item, number, place }: Typed): string {
  const n = wholeNumber(number);
  return [asSeen(item), typeof n === 'number' ? String(n) : asSeen(number), asSeen(place) || 'store'].join('\t');
}
