import type { CellPlace } from './sheets.ts';

/** What became of each row and cell of a workbook, in words. */

/**
 * `refused` blocks. `removed` is what would tell who somebody is or where: it is never asked. `instrument`: a questionnaire of
 * somebody else was recognised.
 */
export type Outcome = 'refused' | 'instrument' | 'removed' | 'leftOut' | 'changed' | 'used';

/** What became of one cell, or of its row. */
export type Finding = CellPlace & { readonly outcome: Outcome; readonly words: string };

/** Says what became of a cell. */
export type Tell = (at: CellPlace, outcome: Outcome, words: string) => void;

/** `Sheet survey, row 4, column C` */
const placeWords = ({ sheet, row, column }: CellPlace): string => `Sheet ${sheet}, row ${row}, column ${column}`;

/** `Sheet survey, row 4, column C: There is no type “colour”.` */
export const sentenceOf = (finding: Finding): string => `${placeWords(finding)}: ${finding.words}`;

/** What somebody wrote, in quotes and short enough to stand in a sentence. */
export const quoted = (text: string): string => `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;

/** `a`, `a and b`, `a, b and c` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** Collects what is said; `refusals` counts what blocks, so that a row can tell whether it came through. */
export function collected(): { readonly findings: Finding[]; readonly note: Tell; readonly refusals: () => number } {
  const findings: Finding[] = [];
  let refused = 0;
  const note: Tell = (at, outcome, words) => {
    findings.push({ ...at, outcome, words });
    if (outcome === 'refused') refused += 1;
  };
  return { findings, note, refusals: () => refused };
}
