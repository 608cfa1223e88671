import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import { fileWords } from '#domain/reports/file-name.ts';
import type { Notes } from '#domain/reports/notes.ts';
import type { Period, Reading, Report } from '#domain/reports/report.ts';
import { apart, type Sheet } from '#domain/reports/sheet.ts';
import { dayOf } from '#domain/time.ts';
import type { Caller } from '#server/caller.ts';
import type { ReportParts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import type { ReportStore } from '#server/store.ts';
import { type PeriodAsked, periodOf, versusIn } from './period.ts';
import { partnersFor, readingOf } from './reading.ts';
import { notesFor } from './report-file.ts';

/** A report that is asked for: whether it may be, what it comes to, and what of it stands in the log. */

/** What is asked, as the address says it. */
export type ReportQuery = PeriodAsked & Readonly<Record<string, unknown>>;
/** The same with the days it means. */
export type DatedQuery = Period & ReportQuery;

/** The figures of a report, from one snapshot, and what stands beside them. */
export type ReportFigures = {
  readonly answer: Readonly<Record<string, unknown>>;
  readonly notes: Notes;
  /** The name of what it is narrowed to; undefined where it is of all. */
  readonly part: string | undefined;
  /** What of it is given away without names, once it leaves as a file. */
  readonly given: readonly GivenAway[];
};

/** With the days its period means today. */
export function dated(query: ReportQuery, { now }: ReportParts): DatedQuery {
  versusIn({ vsFrom: query.vsFrom, vsTo: query.vsTo });
  return { ...query, ...periodOf(query, dayOf(now())) };
}

/** Whether it is asked for with names, or a refusal: they leave the server only with a right to them and a reason. */
export function isNamed(report: Report, { by, mayName }: Caller, asked: DatedQuery): boolean {
  // A spreadsheet passes on what it fetches; who may fetch names may fetch what is as telling.
  if (by === 'export' && !mayName && report.isInternal?.(asked))
    throw new Problem(403, 'numbers-only', 'This token gets figures that may be passed on: ask with profile=funder.');
  if (!report.isNamed?.(asked)) return false;
  if (!mayName) throw new Problem(403, 'numbers-only', 'This token gets numbers, not names.');
  if (!asked.reason) throw new Problem(400, 'invalid', 'reason: say why names are needed');
  return true;
}

/** Refuses what is for our own screens to whoever passes on what it fetches. */
export function refuseOurs({ name, screenIsOurs }: Report, { by, mayName }: Caller): void {
  if (by === 'export' && !mayName && screenIsOurs)
    throw new Problem(403, 'numbers-only', `This token gets figures that may be passed on: /api/exports/${name}.json`);
}

/** Reads in one snapshot what `use` needs of it. @param store the connection it is read on */
export async function readIn<Found>(
  report: Report,
  parts: ReportParts,
  { rights, only }: Caller,
  asked: DatedQuery,
  use: (reading: Reading, notes: () => Promise<Notes>, given: readonly GivenAway[]) => Promise<Found>,
  store: ReportStore = parts.store,
): Promise<Found> {
  if (only?.reports && !only.reports.includes(report.name))
    throw new Problem(403, 'narrower', 'This token is for other figures. Make one for these under Exports.');
  return store.report(async (db) => {
    const all = await partnersFor(db, store.programme, rights);
    const partners = all.filter(({ id }) => only?.partners?.includes(id) ?? true);
    const given: GivenAway[] = [];
    const reading = readingOf(db, store.programme, partners, asked, report, dayOf(parts.now()), given);
    return use(reading, () => notesFor(parts, db, partners, asked), given);
  });
}

/** Its notes alone, and what it is narrowed to. */
export const notesOf = (
  report: Report,
  parts: ReportParts,
  caller: Caller,
  asked: DatedQuery,
): Promise<Omit<ReportFigures, 'answer' | 'given'>> =>
  readIn(report, parts, caller, asked, async (reading, notes) => ({
    part: await report.part?.of(reading, asked),
    notes: await notes(),
  }));

/** Its figures with their notes, from one snapshot. */
export const figuresOf = (
  report: Report,
  parts: ReportParts,
  caller: Caller,
  asked: DatedQuery,
): Promise<ReportFigures> =>
  readIn(report, parts, caller, asked, async (reading, notes, given) => {
    const part = await report.part?.of(reading, asked);
    return { answer: await report.fold(reading, asked), part, notes: await notes(), given };
  });

/** What is handed out: as what, how many rows where that is known, and whom it names. */
type HandedOut = {
  readonly as: string;
  readonly rows?: number | undefined;
  readonly people: readonly string[];
  readonly given?: readonly GivenAway[];
};

/** Every export is in the log with what it was asked for and how many rows it had, and one with names with its reason. */
export function logExport(
  report: Report,
  { note }: ReportParts,
  { member, device, token }: Caller,
  asked: DatedQuery,
  { as, rows, people, given }: HandedOut,
) {
  const named = report.isNamed?.(asked) === true;
  const told = Object.entries(asked).filter(([field, value]) => value !== '' && (named || field !== 'reason'));
  const detail = {
    device,
    as,
    ...(token !== undefined && { token }),
    ...(rows !== undefined && { rows }),
    ...Object.fromEntries(told),
  };
  note({ actor: member, action: `export ${report.name}`, detail }, people, given);
}

/** Whom figures name, where they were asked for with names. */
export const namedIn = (report: Report, asked: DatedQuery, { answer }: ReportFigures): readonly string[] =>
  report.isNamed?.(asked) ? (report.peopleIn?.(answer) ?? []) : [];

/** How many lines some tables have, without what these come to. */
export const rowsIn = (sheets: readonly Sheet[]): number =>
  sheets.reduce((sum, sheet) => sum + apart(sheet).lines.length, 0);

/** What stands over it, and on the cover of its workbook: `Wishes, Windmill Hill`. */
export const titleOf = (report: Report, part: string | undefined): string =>
  report.part ? `${report.title}, ${part ?? report.part.all}` : report.title;

/** `attendance-names`, `boxes-weeks`, `wishes-windmill-hill`: what a file of it is called. */
export const fileOf = (report: Report, part: string | undefined, ...more: readonly (string | false)[]): string =>
  [report.name, fileWords(part ?? ''), ...more].filter(Boolean).join('-');

/** Its tables. */
export const sheetsOf = (report: Report, { answer, part }: ReportFigures, asked: DatedQuery): readonly Sheet[] =>
  report.sheets(answer, asked, part ?? report.part?.all ?? '');
