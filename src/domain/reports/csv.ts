/** CSV as RFC 4180 has it: UTF-8 with a byte-order mark for Excel, CRLF, and harmless to a spreadsheet that runs formulas. */

/** A value of a table; null and undefined are an empty cell. */
export type Cell = string | number | boolean | null | undefined;

/** A cell that a spreadsheet would run (`=`, `+`, `-`, `@` first, also full-width or behind what is not seen) gets an apostrophe. */
function cell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = String(value);
  const safe = /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Goes before a file, so that a spreadsheet reads it as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** One row with its line end: `a,"b, c",3\r\n`. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}
