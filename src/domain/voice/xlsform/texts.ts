import type { Language } from '#domain/people-codes.ts';
import { listed, type Tell } from './findings.ts';
import { inEnglish, type LanguageColumns } from './languages.ts';
import { placeFor, type SheetRow, type SheetTable } from './sheets.ts';

/** What a row says in each language of the form. */

export type TextsOfRow = ReadonlyMap<Language, string>;

/** More than fits a screen, and what a form holds at most. */
export const longestText = 2000;

const called: Readonly<Record<string, string>> = {
  label: 'label',
  hint: 'hint',
  constraint_message: 'message for a wrong answer',
};

/** Reads them; a language that lacks one is named, as is a text that cannot be shown. Empty where nothing stands there. */
export function textsIn(
  table: SheetTable,
  row: SheetRow,
  role: string,
  languages: LanguageColumns,
  note: Tell,
): TextsOfRow {
  const cells = languages.all.map((language) => {
    const column = languages.columnOf(table.sheet, role, language);
    return { language, column, cell: row.cells.find((cell) => cell.column.letter === column?.letter) };
  });
  const there = cells.filter(({ cell }) => cell !== undefined);
  if (there.length === 0) return new Map();
  for (const { language, column } of cells.filter(({ cell }) => cell === undefined)) {
    const place = placeFor(table, role, row.row);
    const others = listed(there.map((each) => inEnglish(each.language)));
    note(
      { ...place, column: column?.letter ?? place.column },
      'refused',
      `The ${called[role]} is there in ${others} and not in ${inEnglish(language)}.`,
    );
  }
  return new Map(
    there.flatMap(({ language, cell }) => {
      if (!cell) return [];
      const wrong = faultIn(cell.text);
      if (wrong !== null) note(cell.at, 'refused', wrong);
      return [[language, cell.text] as const];
    }),
  );
}

function faultIn(text: string): string | null {
  if (text.length > longestText) return `It is ${text.length.toLocaleString('en-GB')} letters long; at most 2,000 fit.`;
  return /\$\{[^}]*\}/.test(text)
    ? 'It puts an earlier answer into the text. That is not possible: write the words.'
    : null;
}
