import * as v from 'valibot';
import { list, object, text } from '#domain/reports/answer.ts';
import { report } from '#domain/reports/report.ts';
import { type Column, cellsOf, columnsOf, sheetOf } from '#domain/reports/sheet.ts';

/** A report that is in no list of the app: as many rows as somebody asks for, each of somebody; it may fail on the way. */

const line = object({ person: text, said: text });
type Line = v.InferOutput<typeof line>;
const columns: readonly Column<Line>[] = [
  ['person', ({ person }) => person, 'id'],
  ['said', ({ said }) => said],
];
const whole = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number));
const lineAt = (at: number): Line => ({ person: `person-${at % 50}`, said: `=${at} "quoted", and a comma` });

export const manyReport = report({
  name: 'many',
  title: 'Many',
  label: 'Many',
  hint: 'As many as asked for',
  summary: 'Many rows',
  definitions: [['Said', 'What somebody said.']],
  types: ['session'],
  query: {
    rows: whole,
    failAt: v.optional(whole),
    names: v.optional(v.picklist(['no', 'yes']), 'no'),
    reason: v.optional(v.string(), ''),
  },
  answer: { lines: list(line) },
  tables: [{ name: 'many', label: 'Many' }],
  isNamed: ({ names }) => names === 'yes',
  peopleIn: ({ lines }) => lines.map(({ person }) => person),
  fold: async (_read, { rows }) => ({ lines: Array.from({ length: rows }, (_, at) => lineAt(at)) }),
  sheets: ({ lines }) => [sheetOf('many', columns, lines)],
  stream: {
    columns: () => columnsOf(columns),
    async each(_read, { rows, failAt }, take) {
      for (let at = 0; at < rows; at += 100) {
        if (failAt !== undefined && at >= failAt) throw new Error('the disk is gone');
        const some = Array.from({ length: Math.min(100, rows - at) }, (_, n) => lineAt(at + n));
        await take(some.map((each) => ({ cells: cellsOf(columns, each), person: each.person })));
      }
    },
  },
});
