import { wholeNumber } from './numbers.ts';
import type { Kept } from './sets.ts';

/** A delivery note or an opening stock as a table somebody typed: what each line says, or what is wrong with it. */

export type StockLine = {
  /** As a spreadsheet counts: the headings are line 1. */
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
};

const headings = {
  item: ['item', 'set', 'what', 'description', 'product', 'code'],
  number: ['number', 'quantity', 'qty', 'n', 'count', 'how many'],
  place: ['place', 'where', 'holder', 'to'],
} as const;

const plain = (words: string): string =>
  words
    .trim()
    .toLocaleLowerCase('en-GB')
    .replace(/[\s_-]+/g, ' ');

/** Which column is which, by its heading; null where no item or number column is there. */
export function columnsOf(heading: readonly string[]): { item: number; number: number; place: number } | null {
  const find = (names: readonly string[]) => heading.findIndex((each) => names.includes(plain(each)));
  const [item, number, place] = [find(headings.item), find(headings.number), find(headings.place)];
  return item < 0 || number < 0 ? null : { item, number, place };
}

type Around = {
  readonly sets: readonly Kept[];
  readonly holders: readonly Kept[];
  /** Where a line goes that names no place. */
  readonly store: string;
};

/** Reads a table with its headings; null where it has none we know. Empty lines are left out. */
export function readStockLines(table: readonly (readonly string[])[], around: Around): StockLine[] | null {
  const columns = columnsOf(table[0] ?? []);
  if (!columns) return null;
  return table.slice(1).flatMap((cells, at) => {
    const cell = (column: number) => (column < 0 ? '' : (cells[column] ?? '').trim());
    const [item, number, place] = [cell(columns.item), cell(columns.number), cell(columns.place)];
    if (item === '' && number === '') return [];
    const set = findNamed(around.sets, item);
    const holder = place === '' ? around.store : findNamed(around.holders, place);
    const n = wholeNumber(number);
    const problems = [
      ...(set === null ? [item === '' ? 'Nothing stands under item' : `No set or item is called “${item}”`] : []),
      ...(typeof n === 'string' ? [n] : []),
      ...(holder === null ? [`No place is called “${place}”`] : []),
    ];
    return [{ line: at + 2, item, number, place, set, n: typeof n === 'number' ? n : null, holder, problems }];
  });
}

/** By its name or the code on its label. */
function findNamed(records: readonly Kept[], words: string): string | null {
  const wanted = plain(words);
  const found = records.find(
    ({ body }) => plain(String(body.name)) === wanted || plain(String(body.code ?? '')) === wanted,
  );
  return wanted === '' ? null : (found?.id ?? null);
}
