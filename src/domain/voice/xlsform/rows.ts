import { quoted, type Tell } from './findings.ts';
import { textRoles } from './languages.ts';
import { alsoColumn, pictureColumn, typeColumn } from './own.ts';
import { type CellPlace, cellOf, type FilledCell, placeFor, type SheetRow, type SheetTable } from './sheets.ts';
import { type RowType, typeIn } from './types.ts';

/** What each row of survey is, before anything in it is read; and the cells that nothing here reads. */

/** A row of survey whose type is known. */
export type TypedRow = {
  readonly row: SheetRow;
  readonly at: CellPlace;
  readonly type: RowType;
  readonly name: FilledCell | undefined;
};

/** Tells the rows; one that is switched off, has no type or is never asked is said and goes no further. */
export function rowsIn(survey: SheetTable, note: Tell): TypedRow[] {
  return survey.rows.flatMap((row): TypedRow[] => {
    const [cell, off] = [cellOf(row, 'type'), cellOf(row, 'disabled')];
    if (off && /^(yes|true|true\(\)|1)$/i.test(off.text)) {
      note(off.at, 'leftOut', 'This row is switched off under “disabled”.');
      return [];
    }
    if (!cell) {
      note(placeFor(survey, 'type', row.row), 'refused', 'This row has no type. Write one, or empty the row.');
      return [];
    }
    const type = typeIn(cell.text);
    if (type.is === 'refused') note(cell.at, 'refused', type.why);
    if (type.is === 'removed')
      note(cell.at, 'removed', `${quoted(cell.text)} would tell who, where or when somebody is.`);
    else sayUnread(row, type.is === 'refused', note);
    return [{ row, at: cell.at, type, name: cellOf(row, 'name') }];
  });
}

/** Roles that are read, by sheet. */
export const readRoles: Readonly<Record<string, ReadonlySet<string>>> = {
  survey: new Set([
    ...textRoles,
    ...['type', 'name', 'required', 'relevant', 'constraint', 'disabled'],
    typeColumn,
    alsoColumn,
  ]),
  choices: new Set(['list_name', 'name', 'label', pictureColumn]),
};

/** Columns without which a form would mean something else. */
const blocking: Readonly<Record<string, string>> = {
  calculation: 'Nothing is calculated in a form. Empty this cell.',
  choice_filter: 'Answers are not filtered by earlier ones. Empty this cell, or write a list for each case.',
  repeat_count: 'Questions that repeat are not possible. Empty this cell.',
};

const unused: Readonly<Record<string, string>> = {
  appearance: 'How a question looks is up to Bandstand.',
  default: 'No answer is filled in beforehand.',
  read_only: 'Every question can be answered.',
  required_message: 'Bandstand says this in its own words.',
  guidance_hint: 'Only hints that everybody sees are used.',
  ...Object.fromEntries(
    ['image', 'big_image', 'audio', 'video'].map((each) => [each, 'Pictures, sound and films are not taken over.']),
  ),
};

/** Says of each cell that nothing reads why it is left out. @param blocked the row is refused already */
export function sayUnread({ cells }: SheetRow, blocked: boolean, note: Tell): void {
  for (const { at, column } of cells) {
    const { role, words } = column;
    if (readRoles[at.sheet]?.has(role)) continue;
    if (words === '') note(at, 'leftOut', 'No heading stands over it.');
    else if (at.sheet === 'survey' && Object.hasOwn(blocking, role)) {
      if (!blocked) note(at, 'refused', blocking[role] ?? '');
    } else note(at, 'leftOut', unused[role] ?? `The column ${quoted(words)} is not used here.`);
  }
}
