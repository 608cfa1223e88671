/**
 * A table as text, read row by row. A quotation mark without a partner costs its own row and no other: that row is kept as it
 * stands, with what is wrong with it, and the rows after it are read as rows.
 */

/** One row of a file as its cells stand there; a row may have fewer cells than the one above it. */
export type ReadRow = {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What is wrong with how it is written, in words. */
  readonly fault?: string | undefined;
};

/** How the table is laid out. @param width of its widest row so far: a line with as many cells is a row of its own */
type Layout = { readonly delimiter: string; readonly width: number };

type Parsed = { readonly cells: readonly string[]; readonly lines: number };

/** Reads every row, the empty ones too. @param delimiter what stands between the cells */
export function readCsv(text: string, delimiter: string): ReadRow[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const rows: ReadRow[] = [];
  let width = 2;
  for (let at = 0; at < lines.length; ) {
    const parsed = rowAt(lines, at, { delimiter, width });
    const row = rows.length + 1;
    rows.push(parsed ? { row, cells: parsed.cells } : { row, cells: lines[at]?.split(delimiter) ?? [], fault: stray });
    at += parsed?.lines ?? 1;
    width = Math.max(width, parsed?.cells.length ?? 0);
  }
  return rows;
}

const stray = 'A quotation mark begins here and has no end: take it out or close it';

/** The row that begins on a line; null where its quotation marks do not pair, or pair only by swallowing what looks like rows. */
function rowAt(lines: readonly string[], at: number, layout: Layout): Parsed | null {
  const { delimiter } = layout;
  const cells: string[] = [];
  let line = at;
  let rest = lines[at] ?? '';
  for (;;) {
    if (!/^ *"/.test(rest)) {
      const end = rest.indexOf(delimiter);
      cells.push(end < 0 ? rest : rest.slice(0, end));
      if (end < 0) return { cells, lines: line - at + 1 };
      rest = rest.slice(end + 1);
      continue;
    }
    const quoted = quotedAt(lines, line, rest.slice(rest.indexOf('"') + 1), layout);
    if (!quoted) return null;
    cells.push(quoted.cell);
    line = quoted.line;
    if (quoted.rest === '') return { cells, lines: line - at + 1 };
    rest = quoted.rest.slice(1);
  }
}

type Quoted = { readonly cell: string; readonly line: number; readonly rest: string };

/** A cell in quotation marks, from after the first of them; it may go on over several lines. */
function quotedAt(lines: readonly string[], from: number, start: string, layout: Layout): Quoted | null {
  const { delimiter, width } = layout;
  let cell = '';
  for (let line = from, rest = start; ; line += 1, rest = lines[line] ?? '') {
    const [, inside = '', after] = /^((?:[^"]|"")*)(?:"(.*))?$/s.exec(rest) ?? [];
    cell += inside.replaceAll('""', '"');
    if (after !== undefined) {
      const closes = after.trim() === '' || after.trimStart().startsWith(delimiter);
      return closes ? { cell, line, rest: after.trim() === '' ? '' : after.trimStart() } : null;
    }
    // The line it begins on is its own; one it would go over is not, where that is a row as it stands.
    const isRow = line > from && rest.split(delimiter).length >= width;
    if (isRow || line + 1 >= lines.length) return null;
    cell += '\n';
  }
}
