import * as v from 'valibot';
import type { Language } from '#domain/people-codes.ts';
import type { BodyOf } from '#domain/records/body.ts';
import { formDocument } from '#domain/records/shapes/form-document.ts';
import { listsIn } from './choices.ts';
import { draftOf, type FormRead, firstVersion, isTooMuch } from './draft.ts';
import { collected, type Finding, listed, quoted, type Tell } from './findings.ts';
import { instrumentIn, type KnownInstrument } from './instruments.ts';
import { inEnglish, languagesIn } from './languages.ts';
import type { QuestionRead } from './question.ts';
import { readRoles, rowsIn, type TypedRow } from './rows.ts';
import { type SettingsRead, settingsIn } from './settings.ts';
import {
  type CellPlace,
  placeFor,
  type SheetColumn,
  type SheetTable,
  sheetNames,
  tableIn,
  type Workbook,
} from './sheets.ts';
import { questionsIn } from './survey.ts';

/**
 * Reads a form that was written in a spreadsheet the way XLSForm has it. Of every row it says what became of it; nothing is left
 * out in silence. What is refused blocks: then there is no draft.
 */

/** What was read of a workbook. */
export type XlsformRead = {
  /** Sheet by sheet, from the top. */
  readonly findings: readonly Finding[];
  /** A questionnaire of somebody else that its title names: a permission is needed. */
  readonly instrument: KnownInstrument | null;
  /** What would be put, and the draft of it; null while something is in the way. */
  readonly made: { readonly form: FormRead; readonly draft: BodyOf<'form'> } | null;
};

/** Rows of one sheet; beyond that it is no form. */
const mostRows = 5000;

/** A cell whose value could not be read. */
type Unread = CellPlace & { readonly words: string };

/**
 * Reads a workbook. @param file what the file is called, without its ending: a form without a title is called so
 * @param unread cells that stand there as empty ones and are not: each blocks
 */
export function readXlsform(workbook: Workbook, file: string, unread: readonly Unread[] = []): XlsformRead {
  const { findings, note, refusals } = collected();
  for (const { words, sheet, ...at } of unread)
    if (isOfForm(sheet)) note({ ...at, sheet: sheet.trim().toLowerCase() }, 'refused', words);
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map((name) => tableIn(workbook, name));
  sayOtherSheets(workbook, note);
  const said = settingsIn(settings, note);
  const instrument = said.instrument ?? instrumentIn(file);
  if (instrument) note(said.titleAt, 'instrument', instrumentWords(instrument));
  const done = (made: XlsformRead['made']): XlsformRead => ({ findings: inOrder(findings), instrument, made });
  if (!survey || survey.rows.length === 0) {
    const lacks = survey
      ? 'There is nothing under the headings of survey.'
      : 'There is no sheet called survey with questions in it.';
    note(survey ? placeFor(survey, 'type') : { sheet: 'survey', row: 1, column: 'A' }, 'refused', lacks);
    return done(null);
  }
  for (const table of [survey, choices])
    if (table && table.rows.length > mostRows) {
      note(
        placeFor(table, '', table.heading),
        'refused',
        `${table.sheet} has ${table.rows.length} rows: at most 5,000 are read.`,
      );
      return done(null);
    }
  if (!columnsAreRight(survey, choices, note)) return done(null);
  const languages = languagesIn([survey, ...(choices ? [choices] : [])], said.defaultLanguage, note);
  if (languages.all.length === 0) return done(null);
  const rows = rowsIn(survey, note);
  const lists = listsIn(choices, usedLists(rows), languages, note);
  const around = { survey, languages, lists, instrument: instrument !== null, note };
  const questions = questionsIn(rows, around, refusals);
  if (questions.length === 0 && refusals() === 0)
    note(placeFor(survey, 'type'), 'refused', 'No row of survey asks anything.');
  if (refusals() > 0) return done(null);
  const name = nameIn(said, file, languages.all, note);
  const form = formOf(questions, said, name, languages.all);
  const draft = draftOf(form, name);
  const wrong =
    problemIn(form) ??
    (isTooMuch(draft) ? 'The form is larger than a draft can be: take out questions or languages' : null);
  if (wrong !== null) note(placeFor(survey, 'type'), 'refused', `${wrong}.`);
  return done(wrong === null ? { form, draft } : null);
}

const instrumentWords = ({ name, owner }: KnownInstrument): string =>
  `This is ${name}. It belongs to somebody else (${owner}): say where their permission is filed.`;

/** The sheets of a form, by the name they go by. */
const order = ['survey', 'choices', 'settings'];
const isOfForm = (sheet: string): boolean => order.includes(sheet.trim().toLowerCase());
const rank = (sheet: string): number => (order.includes(sheet) ? order.indexOf(sheet) : order.length);
const columnRank = (column: string): string => column.padStart(4, ' ');

const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) => rank(a.sheet) - rank(b.sheet) || a.row - b.row || (columnRank(a.column) < columnRank(b.column) ? -1 : 1),
  );

function sayOtherSheets(workbook: Workbook, note: Tell): void {
  const seen = new Set<string>();
  for (const sheet of sheetNames(workbook)) {
    const plain = sheet.trim().toLowerCase();
    const at = { sheet: sheet.trim(), row: 1, column: 'A' };
    if (!isOfForm(sheet))
      note(at, 'leftOut', `Of a form only survey, choices and settings are read, not ${quoted(sheet)}.`);
    else if (seen.has(plain)) note(at, 'refused', `Two sheets are called ${plain}. Keep one of them.`);
    seen.add(plain);
  }
}

/** Says which columns are not there, or are there twice; whether the rest can be read. */
function columnsAreRight(survey: SheetTable, choices: SheetTable | undefined, note: Tell): boolean {
  const needed = [
    ...['type', 'name'].map((role) => ({ table: survey, role })),
    ...(choices && choices.rows.length > 0 ? ['list_name', 'name'].map((role) => ({ table: choices, role })) : []),
  ];
  const lacks = needed.filter(({ table, role }) => !table.columns.some((column) => column.role === role));
  for (const { table, role } of lacks)
    note(placeFor(table, role), 'refused', `No heading of ${table.sheet} is ${quoted(role)}.`);
  const doubles = [survey, ...(choices ? [choices] : [])].map((table) => sayDoubleColumns(table, note));
  return lacks.length === 0 && !doubles.includes(true);
}

function sayDoubleColumns({ sheet, heading, columns }: SheetTable, note: Tell): boolean {
  const doubles = columns.flatMap((column, at) => {
    const isSame = (each: SheetColumn) => each.role === column.role && each.language === column.language;
    const first = readRoles[sheet]?.has(column.role) ? columns.slice(0, at).find(isSame) : undefined;
    return first ? [{ column, first }] : [];
  });
  for (const { column, first } of doubles)
    note(
      { sheet, row: heading, column: column.letter },
      'refused',
      `${quoted(column.words)} stands in column ${first.letter} already.`,
    );
  return doubles.length > 0;
}

const usedLists = (rows: readonly TypedRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ type }) => (type.is === 'question' && type.list !== undefined ? [type.list] : [])));

/** What the form is called. A workbook has one title, whatever its languages. */
function nameIn(
  { title, titleAt, id, texts }: SettingsRead,
  file: string,
  written: readonly Language[],
  note: Tell,
): string {
  const name = title ?? ((id ?? file).slice(0, 200).toWellFormed().trim() || 'A form');
  if (title === null) note(titleAt, 'changed', `There is no form_title: the form is called ${quoted(name)}.`);
  const bare = written.filter((language) => texts.get(language)?.title === undefined);
  if (written.length > 1 && bare.length > 0)
    note(
      titleAt,
      'changed',
      `The title stands as it is in ${listed(bare.map(inEnglish))}: put it into each language in the draft.`,
    );
  return name;
}

/** Who answers and what is kept is decided in the draft; until then the least is kept. */
function formOf(
  questions: readonly QuestionRead[],
  said: SettingsRead,
  name: string,
  languages: readonly Language[],
): FormRead {
  const { respondents = ['youngPerson'], ages = [], named = false, keeps = 'nothing', instrument = null } = said.own;
  const texts = languages.map((language) => {
    const own = said.texts.get(language) ?? {};
    const spoken = questions.flatMap(({ question, texts: of, answers }) => [
      ...(['q', 'h', 'c'] as const).map((key) => [`${key}:${question.name}`, of[key].get(language)] as const),
      ...answers.map((each) => [`o:${question.name}:${each.name}`, each.texts.get(language)] as const),
    ]);
    const written = spoken.flatMap(([key, words]) => (words === undefined ? [] : [[key, words] as const]));
    return [language, { title: name, ...own, ...Object.fromEntries(written) }] as const;
  });
  return {
    ...{ respondents, ages, named, keeps, instrument },
    questions: questions.map(({ question }) => question),
    texts: Object.fromEntries(texts),
  };
}

/** What no single cell shows: the whole is held against the shape of a form. */
function problemIn(form: FormRead): string | null {
  const parsed = v.safeParse(formDocument, firstVersion(form, 'read'));
  return parsed.success ? null : `The form as a whole cannot be made: ${parsed.issues[0]?.message ?? 'not valid'}`;
}
