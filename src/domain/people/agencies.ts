import { isClosed } from '#domain/records/row.ts';
import { list, object, text } from '#domain/reports/answer.ts';
import { report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';

/** Who else can help, as a table to print or to hand on. */

const fields = { name: text, helpsWith: text, phone: text, hours: text, notes: text };
const line = object(fields);

const columns: readonly Column<Record<keyof typeof fields, string>>[] = [
  ['agency', ({ name }) => name],
  ['helps_with', ({ helpsWith }) => helpsWith],
  ['phone', ({ phone }) => phone],
  ['hours', ({ hours }) => hours],
  ['notes', ({ notes }) => notes],
];

/** The open agencies, as a coordinator exports them. */
export const agenciesReport = report({
  name: 'agencies',
  title: 'Agencies',
  label: 'Agencies',
  hint: 'Who else can help',
  summary: 'Who else can help: the open agencies, A to Z',
  definitions: [['Agency', 'Where the team sends somebody it cannot help itself.']],
  undated: true,
  types: ['agency'],
  query: {},
  answer: { lines: list(line) },
  tables: [{ name: 'agencies', label: 'Agencies', columns: columnsOf(columns) }],
  async fold(read) {
    const open = (await read.rows('agency')).filter((each) => !isClosed(each)).map(({ body }) => body);
    const lines = open.map(({ name, helpsWith, phone, hours, notes }) => ({
      ...{ name, helpsWith: helpsWith ?? '', phone: phone ?? '' },
      ...{ hours: hours ?? '', notes: notes ?? '' },
    }));
    return { lines: lines.sort((a, b) => a.name.localeCompare(b.name, 'en-GB')) };
  },
  sheets: ({ lines }) => [sheetOf('agencies', columns, lines)],
});
