import { csvLine } from '#domain/csv.ts';
import { storeOf } from '#domain/stock.ts';
import { readStockLines, type StockLine } from '#domain/stock-lines.ts';
import type { StockView } from '#domain/stock-view.ts';
import { openPlaces, openSets } from './boxes-words.ts';

/** A pasted or chosen table, read. */

export type ReadTable = {
  readonly lines: readonly StockLine[];
  /** The SHA-256 of the text: the same file twice is known by it. */
  readonly source: string;
};

/** What is read in, for whom and from whom. */
export type Note = ReadTable & { readonly partner: string; readonly supplier: string };

/** Null where the first line is no heading we know. The reader of CSV is fetched when somebody first reads one. */
export async function readTable(text: string, view: StockView, partner: string): Promise<ReadTable | null> {
  const { default: reader } = await import('papaparse');
  // Empty lines stay, so that a line has the number it has in the spreadsheet.
  const { data } = reader.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: delimiterIn(text) });
  const holders = openPlaces(view, partner).map(({ id, name, code }) => ({ id, body: { name, code } }));
  const lines = readStockLines(data, { sets: openSets(view), holders, store: storeOf(partner) });
  return lines && { lines, source: await hashOfText(text) };
}

/** What stands between the cells, by the headings: they hold no comma themselves, and a file's other lines may. */
function delimiterIn(text: string): string {
  const heading = text.trimStart().split('\n', 1)[0] ?? '';
  return ['\t', ';'].find((each) => heading.includes(each)) ?? ',';
}

async function hashOfText(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The headings, and a line for each thing there is, to be filled in. */
export function templateOf(view: StockView): string {
  const sets = openSets(view).map(({ body }) => csvLine([String(body.name), null, 'Store']));
  return [
    '\uFEFF',
    csvLine(['item', 'number', 'place']),
    ...(sets.length > 0 ? sets : [csvLine(['Football', 12, 'Store'])]),
  ].join('');
}

/** Lines that add to the same thing in the same place as one before them; not wrong, but worth a look. */
export function repeatedIn(lines: readonly StockLine[]): ReadonlyMap<number, number> {
  const first = new Map<string, number>();
  const repeated = new Map<number, number>();
  for (const { line, set, holder } of lines) {
    if (set === null || holder === null) continue;
    const key = `${set}|${holder}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else repeated.set(line, before);
  }
  return repeated;
}
