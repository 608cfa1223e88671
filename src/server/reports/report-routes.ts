import * as v from 'valibot';
import { fileWords } from '#domain/reports/file-name.ts';
import type { Notes } from '#domain/reports/notes.ts';
import { answerOf, type Period, type Reading, type Report } from '#domain/reports/report.ts';
import { dayOf } from '#domain/time.ts';
import type { Caller } from '#server/caller.ts';
import { notesQuery, periodQuery } from '#server/fields.ts';
import type { ReportParts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { type PeriodAsked, periodOf } from './period.ts';
import { partnersFor, readingOf } from './reading.ts';
import { asCsv, asNotes, asWorkbook, csvType, notesFor, workbookType } from './report-file.ts';

/** The addresses of a report, made from its value: for a screen, as CSV, as a workbook. */

type Query = PeriodAsked & Readonly<Record<string, unknown>>;
type Asked = Period & Query;

/** The figures of a report, from one snapshot, and what stands beside them. */
type Figures = {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly notes: Notes;
  /** The name of what it is narrowed to; undefined where it is of all. */
  readonly part: string | undefined;
};

/** With the days its period means today. */
const dated = (query: Query, { now }: ReportParts): Asked => ({ ...query, ...periodOf(query, dayOf(now())) });

/** Whether it is asked for with names, or a refusal: they leave the server only with a right to them and a reason. */
function isNamed(report: Report, { mayName }: Caller, asked: Asked): boolean {
  if (!report.isNamed?.(asked)) return false;
  if (!mayName) throw new Problem(403, 'numbers-only', 'This token gets numbers, not names.');
  if (!asked.reason) throw new Problem(400, 'invalid', 'reason: say why names are needed');
  return true;
}

/** Reads in one snapshot what `use` needs of it, with the notes of that moment. */
async function read<Found extends object>(
  report: Report,
  parts: ReportParts,
  { rights }: Caller,
  asked: Asked,
  use: (reading: Reading) => Promise<Found>,
): Promise<Found & Omit<Figures, 'answer'>> {
  const { store } = parts;
  return store.report(async (db) => {
    const partners = await partnersFor(db, store.programme, rights);
    const reading = readingOf(db, store.programme, partners, asked, report, dayOf(parts.now()));
    const part = await report.part?.of(reading, asked);
    return { ...(await use(reading)), part, notes: await notesFor(parts, db, rights, asked) };
  });
}

const figuresOf = (report: Report, parts: ReportParts, caller: Caller, asked: Asked): Promise<Figures> =>
  read(report, parts, caller, asked, async (reading) => ({ answer: await report.fold(reading, asked) }));

/** Every export is in the log with what it was asked for, and one with names with its reason. */
function logExport(
  report: Report,
  { note }: ReportParts,
  { member, device }: Caller,
  asked: Asked,
  { answer, named }: Pick<Figures, 'answer'> & { readonly named: boolean },
) {
  const told = Object.entries(asked).filter(([field, value]) => value !== '' && (named || field !== 'reason'));
  const line = { actor: member, action: `export ${report.name}`, detail: { device, ...Object.fromEntries(told) } };
  note(line, named ? report.peopleIn?.(answer) : []);
}

/** What stands over it, and on the cover of its workbook: `Wishes, Windmill Hill`. */
const headOf = (report: Report, { part, notes }: Omit<Figures, 'answer'>) => ({
  title: report.part ? `${report.title}, ${part ?? report.part.all}` : report.title,
  definitions: [...report.definitions, ...(report.codes ?? [])],
  notes,
});

/** `attendance-names`, `boxes-weeks`, `wishes-windmill-hill`: what a file of it is called. */
const fileOf = (report: Report, part: string | undefined, ...more: readonly (string | false)[]): string =>
  [report.name, fileWords(part ?? ''), ...more].filter(Boolean).join('-');

const sheetsOf = (report: Report, { answer, part }: Figures, asked: Asked) =>
  report.sheets(answer, asked, part ?? report.part?.all ?? '');

const shared = { method: 'GET', who: 'export', need: 'coordinator' } as const;

function screenOf(report: Report): Route {
  return reportRoute({
    ...shared,
    path: `/api/reports/${report.name}`,
    summary: `${report.summary}. For a screen: looked at from a desk, without names, it is no export.`,
    query: v.strictObject({ ...periodQuery, ...report.query }),
    answer: answerOf(report),
    run: async ({ parts, caller, query }) => {
      const asked = dated(query, parts);
      const named = isNamed(report, caller, asked);
      const { answer, notes } = await figuresOf(report, parts, caller, asked);
      if (named || caller.by === 'export') logExport(report, parts, caller, asked, { answer, named });
      return { ...answer, notes, definitions: report.definitions };
    },
  });
}

function csvRoute(report: Report): Route {
  const [first, ...others] = report.tables.map(({ name }) => name);
  const several: v.ObjectEntries =
    others.length > 0 ? { table: v.optional(v.picklist([first ?? '', ...others]), first) } : {};
  const query: v.GenericSchema<unknown, Query & { notes?: '1' | undefined }> = v.strictObject({
    ...periodQuery,
    ...report.query,
    ...several,
    ...notesQuery,
  });
  return reportRoute({
    ...shared,
    path: `/api/exports/${report.name}.csv`,
    summary: `${report.summary}. As CSV${others.length > 0 ? ', one table a file' : ''}; with notes=1 what belongs to it: definitions and how complete it is.`,
    query,
    answer: csvType,
    run: async ({ parts, caller, query: { notes: alone, ...query } }) => {
      const asked = dated(query, parts);
      // They hold no figures, so that no export is logged.
      if (alone) {
        const found = await read(report, parts, caller, asked, async () => ({}));
        return asNotes(fileOf(report, found.part), headOf(report, found));
      }
      const named = isNamed(report, caller, asked);
      const figures = await figuresOf(report, parts, caller, asked);
      const sheets = sheetsOf(report, figures, asked);
      const sheet = sheets.find(({ name }) => name === asked.table) ?? sheets[0];
      if (!sheet) throw new Error('a report has no table');
      logExport(report, parts, caller, asked, { ...figures, named });
      const tableName = sheet !== sheets[0] && sheet.name;
      return asCsv(fileOf(report, figures.part, named && 'names', tableName), sheet, figures.notes);
    },
  });
}

function workbookRoute(report: Report): Route {
  return reportRoute({
    ...shared,
    path: `/api/exports/${report.name}.xlsx`,
    summary: `${report.summary}. As a workbook with every table, its notes and definitions.`,
    query: v.strictObject({ ...periodQuery, ...report.query }),
    answer: workbookType,
    run: async ({ parts, caller, query }) => {
      const asked = dated(query, parts);
      const named = isNamed(report, caller, asked);
      const figures = await figuresOf(report, parts, caller, asked);
      logExport(report, parts, caller, asked, { ...figures, named });
      const book = {
        ...headOf(report, figures),
        definitions: report.definitions,
        sheets: sheetsOf(report, figures, asked),
      };
      return asWorkbook(fileOf(report, figures.part, named && 'names'), book);
    },
  });
}

/** All the addresses of a report. */
export const routesOf = (report: Report): readonly Route[] => [
  screenOf(report),
  csvRoute(report),
  workbookRoute(report),
];
