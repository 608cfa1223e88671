import { asSeen } from '#domain/as-seen.ts';
import { type ReadRow, readCsv } from './csv-read.ts';

/** A table that somebody else laid out: what stands between its cells, where its headings are, and which column is which. */

/** What the columns of one kind of table can hold. */
export type TableKind<Role extends string> = {
  readonly roles: readonly Role[];
  /** How spreadsheets call each. */
  readonly names: Readonly<Record<Role, readonly string[]>>;
  /** Names that mean nothing inside other words of a heading: `to`, `n`. */
  readonly alone: readonly string[];
  /** A table may do without these. */
  readonly optional: readonly Role[];
  /** Where the headings are looked for: a row with the first, and in another column one of the others. */
  readonly telling: readonly [first: Role, ...others: Role[]];
};

/** A column by its position; `none` where there is no such column, null where it has to be said which it is. */
export type ColumnsOf<Role extends string> = Readonly<Record<Role, number | null>> & {
  /** Which of the rows holds the headings; null where none does. */
  readonly heading: number | null;
};
/** In place of a column: the table has no such column, and that was said. */
export const none = -1;

const words = (heading: string): string =>
  asSeen(heading)
    .replace(/[^\p{L}\p{N} ]+/gu, '')
    .trim();

/** What a heading may mean. `Quantity` is a number and nothing else; `Item no.` may be either of two. */
function meant<Role extends string>({ roles, names, alone }: TableKind<Role>, heading: string): Role[] {
  const whole = words(heading);
  const exact = roles.filter((role) => names[role].includes(whole));
  if (exact.length > 0) return exact;
  return roles.filter((role) =>
    names[role].some((name) => !alone.includes(name) && ` ${whole} `.includes(` ${name} `)),
  );
}

/** The columns of a row of headings that may be meant by a role. */
export const candidates = <Role extends string>(
  kind: TableKind<Role>,
  headings: readonly string[],
  role: Role,
): number[] => headings.flatMap((heading, at) => (meant(kind, heading).includes(role) ? [at] : []));

/** How far down headings are looked for. */
const farthest = 30;

/** Where the headings are: the first row in which two columns may be what tells the kind. */
function headingIn<Role extends string>(kind: TableKind<Role>, rows: readonly ReadRow[]): number | null {
  const [first, ...others] = kind.telling;
  const at = rows.slice(0, farthest).findIndex(({ cells }) => {
    const known = candidates(kind, cells, first);
    const beside = others.flatMap((role) => candidates(kind, cells, role));
    return known.some((one) => beside.some((other) => other !== one));
  });
  return at < 0 ? null : at;
}

/** The rows of a table in which anything stands. A line `sep=;`, which a spreadsheet hides, is no row. */
export function tableIn<Role extends string>(kind: TableKind<Role>, text: string): ReadRow[] {
  const plain = text.replace(/^\uFEFF/, '');
  const [line, said] = /^"?sep=(.)"?[^\r\n]*(?:\r\n|\n|\r|$)/i.exec(plain) ?? [''];
  const read = (delimiter: string) =>
    readCsv(plain.slice(line.length), delimiter).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (said !== undefined) return read(said);
  const tables = ['\t', ';', ',', '|'].map(read);
  const most = (rows: readonly ReadRow[]) => Math.max(0, ...rows.slice(0, farthest).map(({ cells }) => cells.length));
  return (
    tables.find((rows) => headingIn(kind, rows) !== null) ??
    tables.reduce((best, rows) => (most(rows) > most(best) ? rows : best), [])
  );
}

/** The columns as their headings say, where only one can be meant; else null, and somebody has to say. */
export function proposed<Role extends string>(
  kind: TableKind<Role>,
  rows: readonly ReadRow[],
  heading: number | null = headingIn(kind, rows),
): ColumnsOf<Role> {
  const headings = heading === null ? [] : (rows[heading]?.cells ?? []);
  const only = (role: Role): number | null => {
    const [first, second] = candidates(kind, headings, role);
    if (first === undefined) return kind.optional.includes(role) ? none : null;
    return second === undefined && meant(kind, headings[first] ?? '').length === 1 ? first : null;
  };
  const found = Object.fromEntries(kind.roles.map((role) => [role, only(role)]));
  return { ...(found as Record<Role, number | null>), heading }; // one for each
}

/** What has to be said before anything is read: a column that is not known, or one that was said to be two things. */
export const unclear = <Role extends string>({ roles, optional }: TableKind<Role>, columns: ColumnsOf<Role>): Role[] =>
  roles.filter((role, at) => {
    const own = columns[role];
    const before = roles.slice(0, at).some((other) => own !== none && columns[other] === own);
    return own === null || before || (own === none && !optional.includes(role));
  });

/** How many columns there are. */
export const widthOf = (rows: readonly ReadRow[]): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
