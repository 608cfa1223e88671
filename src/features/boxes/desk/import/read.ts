import { asSeen } from '#domain/as-seen.ts';
import { csvLine } from '#domain/reports/csv.ts';
import type { ReadRow } from '#domain/reports/csv-read.ts';
import { proposed } from '#domain/reports/table.ts';
import { contentOf, ranksOf, readStockLines, type StockLine } from '#domain/stock/lines.ts';
import { type Columns, noteTable } from '#domain/stock/note-table.ts';
import { openPlaces } from '#domain/stock/places.ts';
import { storeOf } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import { openSets } from '#features/boxes/desk/words.ts';

/** A note, read by what was said about it. */

/** A thing that is not there yet, and is made when the note is saved. */
export type NewThing = { readonly id: string; readonly name: string; readonly code: string };

/** What somebody said about a note while looking at it. */
export type NoteSaid = {
  /** Undefined: as its headings say. */
  readonly columns?: Columns | undefined;
  /** What a name means that nothing here has: the id of a set, or of a new thing. By the name as it is seen. */
  readonly items: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, string>>;
  readonly fresh: readonly NewThing[];
  readonly leaveOut: boolean;
  /** Of a note that was read in before: all of it once more, or only what is missing. */
  readonly again?: 'all' | 'rest' | undefined;
};

export const nothingSaid: NoteSaid = { items: {}, places: {}, fresh: [], leaveOut: false };

export type Note = {
  readonly rows: readonly ReadRow[];
  readonly columns: Columns;
  readonly lines: readonly StockLine[];
  /** Says the same for every note that says the same. */
  readonly source: string;
  /** In which order its lines are saved: by the number of the line. */
  readonly ranks: ReadonlyMap<number, number>;
};

/** The lines of a table, in the light of what was said about it. */
export function readNote(rows: readonly ReadRow[], said: NoteSaid, view: StockView, partner: string): Note {
  const columns = said.columns ?? proposed(noteTable, rows);
  const fresh = said.fresh.map(({ id, name, code }) => ({ id, body: { name, code } }));
  const called = (answers: Readonly<Record<string, string>>) =>
    Object.entries(answers).flatMap(([name, id]) => (id === '' ? [] : [{ id, body: { name } }]));
  const sets = openSets(view);
  const holders = openPlaces(view, partner).map(({ id, name, code }) => ({ id, body: { name, code } }));
  const around = {
    sets: [...sets, ...called(said.items).filter(({ id }) => [...sets, ...fresh].some((set) => set.id === id))],
    holders: [...holders, ...called(said.places).filter(({ id }) => holders.some((place) => place.id === id))],
    store: storeOf(partner),
  };
  const lines = readStockLines(rows, columns, around);
  return { rows, columns, lines, source: contentOf(lines), ranks: ranksOf(lines) };
}

/** The first name of each that nothing here has, as it is written. */
export function unknownIn(rows: readonly ReadRow[], said: NoteSaid, view: StockView, partner: string) {
  const { lines } = readNote(rows, { ...said, items: {}, places: {} }, view, partner);
  const of = (which: 'item' | 'place') =>
    [
      ...Map.groupBy(
        lines.filter(({ unknown }) => unknown.includes(which)),
        (line) => asSeen(line[which]),
      ),
    ].map(([key, same]) => ({ key, name: same[0]?.[which] ?? key, on: same.map(({ line }) => line) }));
  return { items: of('item'), places: of('place') };
}

/** The headings, and a line for each thing there is, to be filled in. */
export function templateOf(view: StockView): string {
  const sets = openSets(view).map(({ body }) => csvLine([body.name, null, 'Store']));
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
