import * as v from 'valibot';
import { partnerOf } from '#domain/records/scopes.ts';
import { fileWords } from '#domain/reports/file-name.ts';
import { definitions, type Notes } from '#domain/reports/notes.ts';
import { type BoxReport, boxReport } from '#domain/stock/given.ts';
import { type PlaceLine, placeLines } from '#domain/stock/given-places.ts';
import { boxSheets, boxTables } from '#domain/stock/report.ts';
import { toMovement } from '#domain/stock/stock.ts';
import { targetsIn, toTarget } from '#domain/stock/targets.ts';
import { allParks, wishSheet } from '#domain/voice/report.ts';
import { standingWishes, toWish, type Wish, type WishLine, wishLines } from '#domain/voice/wishes.ts';
import type { Caller } from '#server/caller.ts';
import { idField, notesQuery, periodQuery } from '#server/fields.ts';
import { namesOf } from '#server/members.ts';
import type { ReportParts } from '#server/parts.ts';
import { periodOf } from '#server/reports/period.ts';
import { asCsv, asNotes, asWorkbook, logExport, notesAlone, notesFor } from '#server/reports/report-file.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { partnersFor, readStockRows, readWishRows, sessionsById } from '#server/stock-rows.ts';

/** Boxes given out (T11) and wishes (T12), as files and for the screen, from one reading of the records. */

const boxQuery = v.strictObject({ ...periodQuery, table: v.optional(v.picklist(boxTables), 'partners') });
const boxCsvQuery = v.strictObject({ ...boxQuery.entries, ...notesQuery });
const wishQuery = v.strictObject({ ...periodQuery, site: v.optional(idField) });
const wishCsvQuery = v.strictObject({ ...wishQuery.entries, ...notesQuery });

const aboutBoxes = { title: 'Boxes given out', definitions: definitions.boxes } as const;

type Boxes = { readonly report: BoxReport; readonly places: readonly PlaceLine[]; readonly notes: Notes };

async function readBoxes(
  parts: ReportParts,
  { rights }: Caller,
  asked: v.InferOutput<typeof boxQuery>,
): Promise<Boxes> {
  const period = periodOf(asked);
  const { store } = parts;
  return store.report(async (db) => {
    const partners = await partnersFor(db, store.programme, rights);
    const rows = await readStockRows(db, store.programme, partners);
    const movements = rows.movements.map(toMovement);
    const targets = rows.targets.flatMap((row) => toTarget(row, partnerOf(row.scope) ?? '') ?? []);
    const around = { sets: rows.sets, partners, ...period };
    const found = boxReport({ ...around, movements, targets: targetsIn(targets, period.from, period.to) });
    // A partner that has left and gave nothing out in the period has no line.
    const gone = new Set(partners.flatMap(({ id, closed }) => (closed ? id : [])));
    const owners = found.owners.filter(
      ({ partner, boxes, other, target }) => !gone.has(partner) || boxes + other > 0 || target !== null,
    );
    const sites = await namesOf(db, store.programme, 'site');
    const named = new Set(movements.flatMap(({ kind, session }) => (kind === 'given out' && session) || []));
    const sessions = await sessionsById(db, store.programme, [...named], partners);
    const siteOf = new Map(sessions.map(({ id, body }) => [id, String(body.site)]));
    const siteName = (session = '') => sites.get(siteOf.get(session) ?? '') ?? siteOf.get(session) ?? '';
    return {
      report: { ...found, owners },
      places: placeLines(movements, { ...around, siteName }),
      notes: await notesFor(parts, db, rights, period),
    };
  });
}

type Wishes = {
  readonly lines: readonly WishLine[];
  readonly notes: Notes;
  /** The name of the one park they are of; undefined where they are of all. */
  readonly site: string | undefined;
};

async function readWishes(
  parts: ReportParts,
  { rights }: Caller,
  asked: v.InferOutput<typeof wishQuery>,
): Promise<Wishes> {
  const period = periodOf(asked);
  const { store } = parts;
  return store.report(async (db) => {
    const partners = await partnersFor(db, store.programme, rights);
    const all = standingWishes((await readWishRows(db, store.programme, partners)).map(toWish));
    const ofPeriod = all.filter(({ day }) => day >= period.from && day <= period.to);
    const sessions = await sessionsById(
      db,
      store.programme,
      ofPeriod.flatMap(({ session }) => session ?? []),
      partners,
    );
    const siteOf = new Map(sessions.map(({ id, body }) => [id, body.site]));
    const isThere = ({ site, session }: Wish) => (site ?? siteOf.get(session ?? '')) === asked.site;
    const wishes = asked.site === undefined ? ofPeriod : ofPeriod.filter(isThere);
    const sets = await namesOf(db, store.programme, 'set');
    const activities = await namesOf(db, store.programme, 'activity');
    const nameOf = (id: string) => sets.get(id) ?? activities.get(id) ?? id;
    const { site } = asked;
    return {
      lines: wishLines(wishes, nameOf),
      notes: await notesFor(parts, db, rights, period),
      site: site && ((await namesOf(db, store.programme, 'site')).get(site) ?? site),
    };
  });
}

const shared = { method: 'GET', who: 'export', need: 'coordinator' } as const;

const boxesCsv = reportRoute({
  ...shared,
  path: '/api/exports/boxes.csv',
  query: boxCsvQuery,
  summary:
    'Boxes given out, as CSV, one table a file: table=partners (by owner, the last row all), weeks (adding up), or parks (by park, month and set).',
  run: async ({ parts, caller, query: { notes, ...query } }) => {
    if (notes) return notesAlone(parts, caller, query, 'boxes', aboutBoxes);
    const { report, places } = await readBoxes(parts, caller, query);
    const { from, to, table } = query;
    logExport(parts, caller, 'boxes', { from, to, table });
    const name = table === 'partners' ? 'boxes' : `boxes-${table}`;
    return asCsv(name, boxSheets(report, places)[table], query);
  },
});

const boxesXlsx = reportRoute({
  ...shared,
  path: '/api/exports/boxes.xlsx',
  query: v.strictObject(periodQuery),
  summary: 'Boxes given out, as a workbook with every table.',
  run: async ({ parts, caller, query }) => {
    const { report, places, notes } = await readBoxes(parts, caller, { ...query, table: 'partners' });
    logExport(parts, caller, 'boxes', { from: query.from, to: query.to });
    const sheets = Object.values(boxSheets(report, places));
    return asWorkbook('boxes', { ...aboutBoxes, sheets, notes });
  },
});

const boxesReport = reportRoute({
  ...shared,
  path: '/api/reports/boxes',
  query: v.strictObject(periodQuery),
  summary: 'Boxes given out for the screen: by owner, by week, by park. Looked at from a desk it is no export.',
  run: async ({ parts, caller, query }) => {
    const { report, places, notes } = await readBoxes(parts, caller, { ...query, table: 'partners' });
    if (caller.by === 'export') logExport(parts, caller, 'boxes', { from: query.from, to: query.to });
    return { ...report, places, notes, definitions: definitions.boxes };
  },
});

const logWishes = (parts: ReportParts, caller: Caller, { from, to, site }: v.InferOutput<typeof wishQuery>) =>
  logExport(parts, caller, 'wishes', { from, to, site });

const aboutWishes = (site: string = allParks) => ({ title: `Wishes, ${site}`, definitions: definitions.wishes });

/** `wishes`, or `wishes-windmill-hill` where they are of one park. */
const wishFile = (site: string | undefined): string => ['wishes', fileWords(site ?? '')].filter(Boolean).join('-');

const wishesCsv = reportRoute({
  ...shared,
  path: '/api/exports/wishes.csv',
  query: wishCsvQuery,
  summary: 'What young people wish for, as CSV: one row per wish, by age set; of one park with site.',
  run: async ({ parts, caller, query: { notes: alone, ...query } }) => {
    const { lines, notes, site } = await readWishes(parts, caller, query);
    if (alone) return asNotes(wishFile(site), { ...aboutWishes(site), notes });
    logWishes(parts, caller, query);
    return asCsv(wishFile(site), wishSheet(lines, site), query);
  },
});

const wishesXlsx = reportRoute({
  ...shared,
  path: '/api/exports/wishes.xlsx',
  query: wishQuery,
  summary: 'What young people wish for, as a workbook.',
  run: async ({ parts, caller, query }) => {
    const { lines, notes, site } = await readWishes(parts, caller, query);
    logWishes(parts, caller, query);
    return asWorkbook(wishFile(site), { ...aboutWishes(site), sheets: [wishSheet(lines, site)], notes });
  },
});

const wishesReport = reportRoute({
  ...shared,
  path: '/api/reports/wishes',
  query: wishQuery,
  summary: 'What young people wish for, for the screen. Looked at from a desk it is no export.',
  run: async ({ parts, caller, query }) => {
    const { lines, notes } = await readWishes(parts, caller, query);
    if (caller.by === 'export') logWishes(parts, caller, query);
    return { lines, notes, definitions: definitions.wishes };
  },
});

export const boxReportRoutes: readonly Route[] = [
  boxesCsv,
  boxesXlsx,
  boxesReport,
  wishesCsv,
  wishesXlsx,
  wishesReport,
];
