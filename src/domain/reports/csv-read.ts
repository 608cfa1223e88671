/**
 * A table as text, read row by row. A quotation mark without a partner costs its own row and no other: that row is kept as it
 * stands, with what is wrong with it, and the rows after it are read as rows.
 */

export type ReadRow = {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** What is wrong with how it is written, in words. */
  readonly fault?: string | undefined;
};

type Parsed = { readonly cells: readonly string[]; readonly lines: number };

/** Reads every row, the empty ones too. @param delimiter what stands between the cells */
export function readCsv(text: string, delimiter: string): ReadRow[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  const rows: ReadRow[] = [];
  for (let at = 0; at < lines.length; ) {
    const parsed = rowAt(lines, at, delimiter);
    const row = rows.length + 1;
    rows.push(parsed ? { row, cells: parsed.cells } : { row, cells: lines[at]?.split(delimiter) ?? [], fault: stray });
    at += parsed?.lines ?? 1;
  }
  return rows;
}

const stray = 'A quotation mark begins here and has no end: take it out or close it';

/** The row that begins on a line; null where its quotation marks do not pair, or pair only by swallowing what looks like rows. */
function rowAt(lines: readonly string[], at: number, delimiter: string): Parsed | null {
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
    const quoted = quotedAt(lines, line, rest.slice(rest.indexOf('"') + 1), delimiter);
    if (!quoted) return null;
    cells.push(quoted.cell);
    line = quoted.line;
    if (quoted.rest === '') return { cells, lines: line - at + 1 };
    rest = quoted.rest.slice(1);
  }
}

type Quoted = { readonly cell: string; readonly line: number; readonly rest: string };

/** A cell in quotation marks, from after the first of them; it may go on over several lines. */
function quotedAt(lines: readonly string[], from: number, start: string, delimiter: string): Quoted | null {
  let cell = '';
  for (let line = from, rest = start; ; line += 1, rest = lines[line] ?? '') {
    const [, inside = '', after] = /^((?:[^"]|"")*)(?:"(.*))?$/s.exec(rest) ?? [];
    cell += inside.replaceAll('""', '"');
    if (after !== undefined) {
      const closes = after.trim() === '' || after.trimStart().startsWith(delimiter);
      const swallows = line > from && cell.includes(delimiter);
      return closes && !swallows ? { cell, line, rest: after.trim() === '' ? '' : after.trimStart() } : null;
    }
    if (line + 1 >= lines.length) return null;
    cell += '\n';
  }
}
