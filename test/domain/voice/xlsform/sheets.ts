import { sentenceOf } from '#domain/voice/xlsform/findings.ts';
import { readXlsform, type XlsformRead } from '#domain/voice/xlsform/read.ts';
import type { SheetCell, Workbook } from '#domain/voice/xlsform/sheets.ts';

/** Workbooks as the tests write them: a cell for each bar. */

/** `| type | name |` line by line; empty lines are empty rows. */
export const rowsOf = (text: string): SheetCell[][] =>
  text
    .replace(/^\n/, '')
    .replace(/\n[ \t]*$/, '')
    .split('\n')
    .map((line) =>
      line.trim() === ''
        ? []
        : line
            .trim()
            .replace(/^\||\|$/g, '')
            .split('|')
            .map((cell) => cell.trim()),
    );

/** The sheets of a form, each as a text of bars. */
export const workbookOf = (sheets: Readonly<Record<string, string>>): Workbook =>
  Object.fromEntries(Object.entries(sheets).map(([name, text]) => [name, rowsOf(text)]));

/** Reads sheets that are written with bars. */
export const readSheets = (sheets: Readonly<Record<string, string>>, file = 'form'): XlsformRead =>
  readXlsform(workbookOf(sheets), file);

/** The sentences of one outcome. */
export const sentences = ({ findings }: XlsformRead, outcome: XlsformRead['findings'][number]['outcome']): string[] =>
  findings.filter((each) => each.outcome === outcome).map(sentenceOf);
