import { asSeen } from '#domain/as-seen.ts';
import { wordsOf } from '#domain/codes.ts';
import { type Language, languages, languagesInEnglish } from '#domain/people-codes.ts';
import { listed, quoted, type Tell } from './findings.ts';
import { placeFor, type SheetColumn, type SheetTable } from './sheets.ts';

/** Which languages a workbook is written in, and which column holds which. */

const names: ReadonlyMap<string, Language> = new Map([
  ...languages.flatMap(([code, own]): [string, Language][] => [
    [code, code],
    [asSeen(own), code],
  ]),
  ...languagesInEnglish.map(([code, english]): [string, Language] => [asSeen(english), code]),
  ['punjabi', 'pa'],
]);

/** The language a heading names: `Română (ro)`, `ro`, `Romanian (ron)`; null for one that forms are not put in. */
function languageNamed(words: string): Language | null {
  const [, name = '', code = ''] = /^(.*?)\s*(?:\(([^()]*)\))?$/s.exec(words.trim()) ?? [];
  const [primary = ''] = (code || name).toLowerCase().split(/[-_]/); // `en-GB` is English
  return names.get(primary.trim()) ?? names.get(asSeen(name)) ?? null;
}

/** `Romanian` */
export const inEnglish = (language: Language): string => wordsOf(languagesInEnglish, language);

/** `English (en)`, as a heading names it. */
export const headingFor = (language: Language): string => `${wordsOf(languages, language)} (${language})`;

/** The columns of texts, by sheet, role and language. */
export type LanguageColumns = {
  /** In the order of our own list. */
  readonly all: readonly Language[];
  readonly columnOf: (sheet: string, role: string, language: Language) => SheetColumn | undefined;
};

/** What is put before whoever answers, in columns that may be there once for each language. */
export const textRoles: readonly string[] = ['label', 'hint', 'constraint_message'];

type TextColumn = SheetColumn & { readonly table: SheetTable; readonly filled: number };

/** Finds out; what cannot be told is said. @param otherwise what `default_language` names, if anything */
export function languagesIn(tables: readonly SheetTable[], otherwise: string | null, note: Tell): LanguageColumns {
  const columns = tables.flatMap((table) => textColumns(table));
  const named = columns.filter(({ language }) => language !== null && languageNamed(language) !== null);
  const byKey = new Map<string, SheetColumn>();
  const found = new Set<Language>();
  for (const column of columns) {
    const language = languageOf(column, otherwise, named.length > 0, note);
    if (language === null) continue;
    const key = keyOf(column.table.sheet, column.role, language);
    const before = byKey.get(key);
    if (before)
      note(
        headOf(column),
        'refused',
        `${quoted(column.words)} and ${quoted(before.words)} are both ${inEnglish(language)}. Keep one of them.`,
      );
    else byKey.set(key, column);
    found.add(language);
  }
  const survey = tables.find(({ sheet }) => sheet === 'survey');
  const all = languages.map(([code]) => code).filter((code) => found.has(code));
  const hasLabels = (language: Language) => byKey.has(keyOf('survey', 'label', language));
  if (survey) sayWhatLacks(survey, columns, all, hasLabels, note);
  return {
    all: all.filter(hasLabels),
    columnOf: (sheet, role, language) => byKey.get(keyOf(sheet, role, language)),
  };
}

const keyOf = (sheet: string, role: string, language: Language): string => `${sheet} ${role} ${language}`;
const headOf = ({ table, letter }: TextColumn) => ({ sheet: table.sheet, row: table.heading, column: letter });

function textColumns(table: SheetTable): TextColumn[] {
  return table.columns
    .filter(({ role }) => textRoles.includes(role))
    .map((column) => ({
      ...{ ...column, table },
      filled: table.rows.filter(({ cells }) => cells.some((cell) => cell.column === column)).length,
    }))
    .filter(({ filled }) => filled > 0);
}

/** The language of one column; null where it is not read, which is said. */
function languageOf(column: TextColumn, otherwise: string | null, others: boolean, note: Tell): Language | null {
  const { role, language, words, filled } = column;
  if (language === null && others) {
    const example = `${role}::${headingFor('en')}`;
    note(headOf(column), 'refused', `${quoted(words)} names no language, and other columns do. Write ${example}.`);
    return null;
  }
  const named = language ?? otherwise ?? 'en';
  const code = languageNamed(named);
  if (code === null) {
    const cells = filled === 1 ? 'one cell' : `${filled} cells`;
    note(
      headOf(column),
      'leftOut',
      `${quoted(words)}: forms are not put in ${quoted(named)} here. Left out: ${cells}.`,
    );
  } else if (language === null && role === 'label') {
    const why = otherwise === null ? '' : ', the default language in settings';
    note(headOf(column), 'changed', `${quoted(words)} names no language: it is taken as ${inEnglish(code)}${why}.`);
  }
  return code;
}

/** Each language needs its labels in survey; without any there is nothing to put. */
function sayWhatLacks(
  survey: SheetTable,
  columns: readonly TextColumn[],
  found: readonly Language[],
  hasLabels: (language: Language) => boolean,
  note: Tell,
): void {
  const [first] = columns;
  if (!first) note(placeFor(survey, 'label'), 'refused', 'No labels: write what is asked in a column “label”.');
  if (!first) return;
  const ours = listed(languagesInEnglish.map(([, words]) => words));
  if (found.length === 0) note(headOf(first), 'refused', `No column is in a language that forms are put in: ${ours}.`);
  for (const language of found.filter((each) => !hasLabels(each))) {
    const column = columns.find((each) => languageNamed(each.language ?? '') === language) ?? first;
    const heading = `label::${headingFor(language)}`;
    note(
      headOf(column),
      'refused',
      `${inEnglish(language)} is listed here, and survey has no labels in it: add ${heading}.`,
    );
  }
}
