import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { sentenceOf } from '#domain/voice/xlsform/findings.ts';
import { readXlsform, type XlsformRead } from '#domain/voice/xlsform/read.ts';
import type { SheetCell, Workbook } from '#domain/voice/xlsform/sheets.ts';

/** Workbooks as the tests write them: a bar between two cells, a line for each row. */

/** Sheets by name: `| type | name |` line by line. An empty line is an empty row; `#3`, `#true` and `#2026-11-22` are no text. */
export type Sheets = Readonly<Record<string, string>>;

function cellIn(text: string): SheetCell {
  if (/^#-?\d+(\.\d+)?$/.test(text)) return Number(text.slice(1));
  if (/^#\d{4}-\d\d-\d\d$/.test(text)) return new Date(`${text.slice(1)}T00:00:00.000Z`);
  if (text === '#true' || text === '#false') return text === '#true';
  return text === '' ? null : text;
}

const rowIn = (line: string): SheetCell[] =>
  line === ''
    ? []
    : line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cellIn(cell.trim()));

export const workbookIn = (sheets: Sheets): Workbook =>
  Object.fromEntries(
    Object.entries(sheets).map(([name, text]) => [
      name,
      text
        .replace(/^\n/, '')
        .replace(/\n[ \t]*$/, '')
        .split('\n')
        .map((line) => rowIn(line.trim())),
    ]),
  );

/** The sheets as the bytes of a real file, written by a program that is not ours. */
export async function fileOf(sheets: Sheets): Promise<Uint8Array> {
  const cell = (value: SheetCell) =>
    value instanceof Date ? { value, type: Date, format: 'dd/mm/yyyy' } : value === null ? null : { value };
  const pages = Object.entries(workbookIn(sheets)).map(([sheet, rows]) => ({
    ...{ sheet, data: rows.map((cells) => cells.map(cell)) as SheetData }, // of the types it knows
  }));
  return writeExcelFile(pages).toBuffer();
}

/** Reads sheets without a file. */
export const readSheets = (sheets: Sheets, file = 'form'): XlsformRead => readXlsform(workbookIn(sheets), file);

/** The sentences of one outcome. */
export const sentences = ({ findings }: XlsformRead, outcome: XlsformRead['findings'][number]['outcome']): string[] =>
  findings.filter((each) => each.outcome === outcome).map(sentenceOf);
