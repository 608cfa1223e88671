import type { Outcome } from '#domain/voice/xlsform/findings.ts';
import type { CellPlace } from '#domain/voice/xlsform/sheets.ts';

/** What an import says of cells. */

/** `survey, row 4, column C` */
export const placeShort = ({ sheet, row, column }: CellPlace): string => `${sheet}, row ${row}, column ${column}`;

/** What became of a row. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  refused: 'In the way',
  instrument: 'Permission needed',
  removed: 'Removed, not asked',
  leftOut: 'Left out',
  changed: 'Changed',
  used: 'Used',
};
