import type { Cell } from './csv.ts';
import { fileWords } from './file-name.ts';
import { type Definitions, type Notes, noteLines } from './notes.ts';
import { apart, capital, csvLines, headingWords, type Sheet, type TableColumn } from './sheet.ts';

/**
 * A report as a Frictionless data package: each table as CSV, what its columns hold, and what its words mean, for programs that read
 * figures by themselves (specs.frictionlessdata.io: Data Package and Table Schema, version 1).
 */

/** What stands in place of a figure: nothing, or a code that says why there is none. */
export const missingValues = ['', '<5', '[c]', '[low]', '[x]', '[z]', 'fewer than 5', 'not shown'] as const;
const isMissing = (cell: Cell): boolean =>
  cell === null || cell === undefined || missingValues.some((each) => each === cell);

/** A column as Table Schema describes it. */
export type FieldSchema = {
  readonly name: string;
  readonly title: string;
  readonly type: 'any' | 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime';
  readonly format?: string;
  readonly description?: string;
  readonly constraints?: { readonly enum?: readonly string[]; readonly required?: boolean };
};

/** Whose figures, and what they are called. */
export type PackageHead = {
  /** `wishes`, as its address has it. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly notes: Notes;
  readonly definitions: Definitions;
};

const instantFormat = '%Y-%m-%d %H:%M';
const dayForm = /^\d{4}-\d{2}-\d{2}$/;
const clockForm = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;
const every = (cells: readonly Cell[], form: RegExp) =>
  cells.every((cell) => typeof cell === 'string' && form.test(cell));

function typeOf({ is }: TableColumn, cells: readonly Cell[]): Pick<FieldSchema, 'type' | 'format'> {
  if (is === 'day' && every(cells, dayForm)) return { type: 'date' };
  if (is === 'instant' && every(cells, clockForm)) return { type: 'datetime', format: instantFormat };
  if (cells.length === 0) return { type: is === 'sum' || is === 'change' ? 'number' : 'string' };
  if (cells.every((cell) => typeof cell === 'boolean')) return { type: 'boolean' };
  if (cells.every((cell) => Number.isInteger(cell))) return { type: 'integer' };
  return { type: cells.every((cell) => typeof cell === 'number') ? 'number' : 'string' };
}

/** The codes of a column, where every cell is one: what an older version stored stands as it is. */
function codesIn({ codes }: TableColumn, cells: readonly Cell[]): readonly string[] | undefined {
  const known = codes?.map(([code]) => code);
  return known && cells.every((cell) => known.some((code) => code === cell)) ? known : undefined;
}

/** What the columns of a table hold, as the cells in them say. */
export function fieldsOf({ columns, rows, key = [] }: Sheet, definitions: Definitions): FieldSchema[] {
  return columns.map((column, at) => {
    const cells = rows.map((row) => row[at]).filter((cell) => !isMissing(cell));
    const title = headingWords(column.title);
    const [, description] = definitions.find(([word]) => word.toLowerCase() === title.toLowerCase()) ?? [];
    const codes = codesIn(column, cells);
    const constraints = { ...(codes && { enum: codes }), ...(key.includes(column.title) && { required: true }) };
    return {
      ...{ name: column.title, title, ...typeOf(column, cells) },
      ...(description !== undefined && { description }),
      ...(Object.keys(constraints).length > 0 && { constraints }),
    };
  });
}

/** What columns hold whatever stands in them, for a description of an address. */
export const fieldsOfColumns = (columns: readonly TableColumn[]): FieldSchema[] =>
  columns.map(({ title, is, codes }) => ({
    ...{ name: title, title: headingWords(title), type: is ? kinds[is] : codes ? 'string' : 'any' },
    ...(is === 'instant' && { format: instantFormat }),
    ...(codes && { constraints: { enum: codes.map(([code]) => code) } }),
  }));

const kinds = { day: 'date', instant: 'datetime', id: 'string', sum: 'number', change: 'number' } as const;

/** A table of the same package whose rows are named by one column that this one has too, each value of it being there. */
function foreignKeysOf(sheet: Sheet, others: readonly Sheet[]) {
  const valuesOf = ({ columns, rows }: Sheet, title: string) => {
    const at = columns.findIndex((column) => column.title === title);
    return at < 0 ? null : rows.map((row) => row[at]).filter((cell) => !isMissing(cell));
  };
  return others.flatMap((other) => {
    const [field, ...more] = other.key ?? [];
    const own = other === sheet || field === undefined || more.length > 0 ? null : valuesOf(sheet, field);
    if (field === undefined || !own) return [];
    const there = new Set(valuesOf(other, field));
    return own.every((value) => there.has(value))
      ? [{ fields: field, reference: { resource: fileWords(other.name), fields: field } }]
      : [];
  });
}

function resourceOf(sheet: Sheet, others: readonly Sheet[], definitions: Definitions) {
  const name = fileWords(sheet.name);
  const { key } = sheet;
  const foreignKeys = foreignKeysOf(sheet, others);
  const schema = {
    fields: fieldsOf(sheet, definitions),
    missingValues,
    ...(key && { primaryKey: key }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
  return {
    ...{ profile: 'tabular-data-resource', name, title: capital(sheet.name), path: `${name}.csv` },
    ...{ format: 'csv', mediatype: 'text/csv', encoding: 'utf-8', schema },
  };
}

/** What all rows come to stands in a table of its own: a program that adds up rows must not add it too. */
const tablesOf = (sheet: Sheet): Sheet[] => {
  const { lines, total } = apart(sheet);
  const { columns, key, name } = sheet;
  return [
    { name, columns, rows: lines, totalled: false, ...(key && { key }) },
    ...(total.length > 0 ? [{ name: `${name}-total`, columns, rows: total, totalled: false }] : []),
  ];
};

/** The files of a package, by name. */
export function dataPackageOf(head: PackageHead, sheets: readonly Sheet[]): Readonly<Record<string, string>> {
  const { name, title, summary, notes, definitions } = head;
  const tables = sheets.flatMap(tablesOf);
  const description = {
    ...{ profile: 'tabular-data-package', name: `bandstand-${fileWords(name)}`, title, description: summary },
    ...{ created: notes.dataAsAt, programme: notes.programme, period: { from: notes.from, to: notes.to } },
    resources: tables.map((sheet) => resourceOf(sheet, tables, definitions)),
  };
  return {
    'datapackage.json': `${JSON.stringify(description, null, 2)}\n`,
    'README.md': readme(head),
    ...Object.fromEntries(tables.map((sheet) => [`${fileWords(sheet.name)}.csv`, csvLines(sheet)])),
  };
}

const readme = ({ title, summary, notes, definitions }: PackageHead): string =>
  [
    `# ${title}`,
    `${summary}.`,
    ...noteLines(title, notes, definitions)
      .slice(1)
      .map(([word, meaning]) => `**${word}.** ${meaning}`),
    'A text that a spreadsheet would run has an apostrophe before it.',
  ].join('\n\n');
