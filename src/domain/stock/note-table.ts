import { asSeen } from '#domain/as-seen.ts';
import { type ReadRow, readCsv } from '#domain/reports/csv-read.ts';

/** A table that somebody else laid out: what stands between its cells, where its headings are, and which column is which. */

/** What the columns of a delivery note can hold. */
export const roles = ['item', 'number', 'place'] as const;
export type Role = (typeof roles)[number];

/** A column by its position; `none` where there is no such column, null where it has to be said which it is. */
export type Columns = Readonly<Record<Role, number | null>> & {
  /** Which of the rows holds the headings; null where none does. */
  readonly heading: number | null;
};
/** In place of a column: the note has no such column, and that was said. */
export const none = -1;

const names: Readonly<Record<Role, readonly string[]>> = {
  item: [
    'item',
    'items',
    'set',
    'what',
    'description',
    'product',
    'article',
    'equipment',
    'thing',
    'name',
    'code',
    'sku',
  ],
  number: [
    'number',
    'quantity',
    'qty',
    'n',
    'no',
    'count',
    'how many',
    'amount',
    'units',
    'pieces',
    'delivered',
    'received',
  ],
  place: ['place', 'where', 'holder', 'to', 'location', 'into'],
};

const words = (heading: string): string =>
  asSeen(heading)
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .trim();

/** What a heading may mean. `Quantity` is a number and nothing else; `Item no.` may be either of two. */
function meant(heading: string): Role[] {
  const whole = words(heading);
  const exact = roles.filter((role) => names[role].includes(whole));
  if (exact.length > 0) return exact;
  // `to` and `n` inside other words of a heading mean nothing.
  return roles.filter((role) =>
    names[role].some((name) => !['n', 'to'].includes(name) && ` ${whole} `.includes(` ${name} `)),
  );
}

/** The columns of a row of headings that may be meant by a role. */
export const candidates = (headings: readonly string[], role: Role): number[] =>
  headings.flatMap((heading, at) => (meant(heading).includes(role) ? [at] : []));

/** How far down headings are looked for. */
const farthest = 30;

/** Where the headings are: the first row in which one column may be the item and another the number. */
function headingIn(rows: readonly ReadRow[]): number | null {
  const at = rows.slice(0, farthest).findIndex(({ cells }) => {
    const [items, numbers] = [candidates(cells, 'item'), candidates(cells, 'number')];
    return items.some((item) => numbers.some((number) => number !== item));
  });
  return at < 0 ? null : at;
}

/** The rows of a table in which anything stands. A line `sep=;`, which a spreadsheet hides, is no row. */
export function tableIn(text: string): ReadRow[] {
  const plain = text.replace(/^\uFEFF/, '');
  const [line, said] = /^"?sep=(.)"?[^\r\n]*(?:\r\n|\n|\r|$)/i.exec(plain) ?? [''];
  const read = (delimiter: string) =>
    readCsv(plain.slice(line.length), delimiter).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (said !== undefined) return read(said);
  const tables = ['\t', ';', ',', '|'].map(read);
  const most = (rows: readonly ReadRow[]) => Math.max(0, ...rows.slice(0, farthest).map(({ cells }) => cells.length));
  return (
    tables.find((rows) => headingIn(rows) !== null) ??
    tables.reduce((best, rows) => (most(rows) > most(best) ? rows : best), [])
  );
}

/** The columns as their headings say, where only one can be meant; else null, and somebody has to say. */
export function proposed(rows: readonly ReadRow[], heading: number | null = headingIn(rows)): Columns {
  const headings = heading === null ? [] : (rows[heading]?.cells ?? []);
  const only = (role: Role): number | null => {
    const [first, second] = candidates(headings, role);
    if (first === undefined) return role === 'place' ? none : null;
    return second === undefined && meant(headings[first] ?? '').length === 1 ? first : null;
  };
  return { heading, item: only('item'), number: only('number'), place: only('place') };
}

/** What has to be said before anything is read: a column that is not known, or one that was said to be two things. */
export const unclear = (columns: Columns): Role[] =>
  roles.filter((role, at) => {
    const own = columns[role];
    const before = roles.slice(0, at).some((other) => own !== none && columns[other] === own);
    return own === null || before || (own === none && role !== 'place');
  });

/** How many columns there are. */
export const widthOf = (rows: readonly ReadRow[]): number => Math.max(0, ...rows.map(({ cells }) => cells.length));
