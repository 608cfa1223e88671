import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, csvLine } from '#domain/reports/csv.ts';

/** A plain reader of RFC 4180, to read back what was written. */
function cellsOf(line: string): string[] {
  const cells = [...line.slice(0, -2).matchAll(/("(?:[^"]|"")*"|[^,"]*)(?:,|$)/gsy)];
  return cells
    .map(([, each = '']) => (each.startsWith('"') ? each.slice(1, -1).replaceAll('""', '"') : each))
    .slice(0, Math.max(1, line.endsWith(',\r\n') ? cells.length : cells.length - 1));
}
const text = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', ' ', '=', '-', '7') });

describe('a line of a table for a spreadsheet', () => {
  test('reads back as what was written', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (cells) => {
        const read = cellsOf(csvLine([...cells, 'end']));
        const guarded = [...cells, 'end'].map((cell) => (/^\s*[=+\-@]|^[\t\r]/.test(cell) ? `'${cell}` : cell));
        expect(read).toEqual(guarded);
      }),
    );
  });

  test('holds nothing that a spreadsheet would run', () => {
    for (const cell of [
      '=1+1',
      '+44',
      '-1',
      '@x',
      '\tx',
      '\rx',
      ' =1',
      '"=1"'.slice(1),
      '\u00A0=1',
      '\u200B=1',
      '\n+1',
      '＝1',
      '＠x',
    ]) {
      const [read = ''] = cellsOf(csvLine([cell, 'end']));
      expect(read.startsWith("'")).toBe(true);
    }
  });

  test('leaves numbers as numbers and nothing as nothing', () => {
    const cells: Cell[] = [-3, 0, null, undefined, true, 'a,b', 'say "no"'];
    expect(csvLine(cells)).toBe('-3,0,,,true,"a,b","say ""no"""\r\n');
  });
});
