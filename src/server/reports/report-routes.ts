import * as v from 'valibot';
import { objectsSchema, tablesAsObjects } from '#domain/reports/as-objects.ts';
import { answerOf, type Report } from '#domain/reports/report.ts';
import type { Sheet } from '#domain/reports/sheet.ts';
import type { FileMade } from '#server/answer.ts';
import { notesQuery, periodQuery } from '#server/fields.ts';
import { type FileType, type ReportCall, type Route, reportRoute } from '#server/route.ts';
import {
  type DatedQuery,
  dated,
  figuresOf,
  fileOf,
  isNamed,
  logExport,
  namedIn,
  notesOf,
  type ReportFigures,
  type ReportQuery,
  refuseOurs,
  rowsIn,
  sheetsOf,
  titleOf,
} from './asked.ts';
import { asCsv, asNotes, asPackage, asWorkbook, csvType, packageType, workbookType } from './report-file.ts';
import { rowByRow } from './row-by-row.ts';

/** The addresses of a report, made from its value: for a screen, as CSV, as a workbook, as JSON, as a data package. */

const shared = { method: 'GET', who: 'export', need: 'coordinator' } as const;

/** What a report can be asked for, whatever it is answered as. */
const queryOf = (report: Report, more: v.ObjectEntries = {}) =>
  v.strictObject({ ...periodQuery, ...report.query, ...more });

function screenOf(report: Report): Route {
  return reportRoute({
    ...shared,
    path: `/api/reports/${report.name}`,
    summary: `${report.summary}. For a screen: looked at from a desk, without names, it is no export.`,
    query: queryOf(report),
    answer: answerOf(report),
    run: async ({ parts, caller, query }) => {
      const asked = dated(query, parts);
      refuseOurs(report, caller);
      const named = isNamed(report, caller, asked);
      const figures = await figuresOf(report, parts, caller, asked);
      if (named || caller.by === 'export') {
        const rows = rowsIn(sheetsOf(report, figures, asked));
        logExport(report, parts, caller, asked, {
          ...{ as: 'screen', rows, people: namedIn(report, asked, figures) },
          given: figures.given,
        });
      }
      return { ...figures.answer, notes: figures.notes, definitions: report.definitions };
    },
  });
}

function csvRoute(report: Report): Route {
  const [first, ...others] = report.tables.map(({ name }) => name);
  const several = { table: v.optional(v.picklist([first ?? '', ...others]), first) };
  const query: v.GenericSchema<unknown, ReportQuery & { notes?: '1' | undefined }> = queryOf(report, {
    ...(others.length > 0 && several),
    ...notesQuery,
  });
  return reportRoute({
    ...shared,
    path: `/api/exports/${report.name}.csv`,
    summary: `${report.summary}. As CSV${others.length > 0 ? ', one table a file' : ''}; with notes=1 what belongs to it: definitions and how complete it is.`,
    query,
    answer: csvType,
    tables: report.tables,
    run: async ({ parts, caller, query: { notes: alone, ...query } }) => {
      const asked = dated(query, parts);
      // They hold no figures, so that no export is logged.
      if (alone) {
        const { part, notes } = await notesOf(report, parts, caller, asked);
        const definitions = [...report.definitions, ...(report.codes ?? [])];
        return asNotes(fileOf(report, part), { title: titleOf(report, part), notes, definitions });
      }
      const named = isNamed(report, caller, asked);
      if (report.stream?.isFor?.(asked) ?? report.stream) return rowByRow(report, report.stream, parts, caller, asked);
      const figures = await figuresOf(report, parts, caller, asked);
      const sheets = sheetsOf(report, figures, asked);
      const sheet = sheets.find(({ name }) => name === asked.table) ?? sheets[0];
      if (!sheet) throw new Error('a report has no table');
      const people = namedIn(report, asked, figures);
      logExport(report, parts, caller, asked, { as: 'csv', rows: rowsIn([sheet]), people, given: figures.given });
      const tableName = sheet !== sheets[0] && sheet.name;
      return asCsv(fileOf(report, figures.part, named && 'names', tableName), sheet, figures.notes);
    },
  });
}

/** All of a report, read, logged and handed to `write`. */
async function whole<Written>(
  report: Report,
  { parts, caller, query }: ReportCall<ReportQuery>,
  as: string,
  write: (
    name: string,
    figures: ReportFigures,
    sheets: readonly Sheet[],
    asked: DatedQuery,
  ) => Written | Promise<Written>,
): Promise<Written> {
  const asked = dated(query, parts);
  const named = isNamed(report, caller, asked);
  const figures = await figuresOf(report, parts, caller, asked);
  const sheets = sheetsOf(report, figures, asked);
  logExport(report, parts, caller, asked, {
    ...{ as, rows: rowsIn(sheets), people: namedIn(report, asked, figures) },
    given: figures.given,
  });
  return write(fileOf(report, figures.part, named && 'names'), figures, sheets, asked);
}

type WholeFile = {
  readonly ending: string;
  readonly words: string;
  readonly type: FileType;
  readonly write: (report: Report, name: string, figures: ReportFigures, sheets: readonly Sheet[]) => Promise<FileMade>;
};

const wholeFiles: readonly WholeFile[] = [
  {
    ending: 'xlsx',
    words: 'As a workbook with every table, its notes and definitions',
    type: workbookType,
    // Its cells are in words, so that no codes need to be explained.
    write: (report, name, { part, notes }, sheets) =>
      asWorkbook(name, { title: titleOf(report, part), notes, definitions: report.definitions, sheets }),
  },
  {
    ending: 'zip',
    words: 'As a Frictionless data package: each table as CSV, what its columns hold, notes and definitions',
    type: packageType,
    write: async (report, name, { part, notes }, sheets) =>
      asPackage(name, sheets, {
        ...{ name: report.name, title: titleOf(report, part), summary: report.summary, notes },
        definitions: [...report.definitions, ...(report.codes ?? [])],
      }),
  },
];

const fileRoute = (report: Report, { ending, words, type, write }: WholeFile): Route =>
  reportRoute({
    ...shared,
    path: `/api/exports/${report.name}.${ending}`,
    summary: `${report.summary}. ${words}.`,
    query: queryOf(report),
    answer: type,
    run: (call) => whole(report, call, ending, (name, figures, sheets) => write(report, name, figures, sheets)),
  });

const jsonRoute = (report: Report): Route =>
  reportRoute({
    ...shared,
    path: `/api/exports/${report.name}.json`,
    summary: `${report.summary}. As JSON: each row an object.`,
    query: queryOf(report),
    answer: objectsSchema,
    run: (call) =>
      whole(report, call, 'json', (_name, { part, notes }, sheets) => ({
        ...{ title: titleOf(report, part), notes, tables: tablesAsObjects(sheets) },
        definitions: [...report.definitions, ...(report.codes ?? [])],
      })),
  });

/** All the addresses of a report. */
export const routesOf = (report: Report): readonly Route[] => [
  screenOf(report),
  csvRoute(report),
  jsonRoute(report),
  ...wholeFiles.map((each) => fileRoute(report, each)),
];
