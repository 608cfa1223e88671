import * as v from 'valibot';
import { answers } from '#domain/all-answers.ts';
import { day } from '#domain/records/shapes/fields.ts';
import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import { profiles } from '#domain/reports/disclosure/shown.ts';
import { sheetsOfPack } from '#domain/reports/pack/book.ts';
import { contentsOf } from '#domain/reports/pack/contents.ts';
import type { PackInput } from '#domain/reports/pack/input.ts';
import { paperNames, paperNeeds, papers } from '#domain/reports/pack/papers.ts';
import type { Period } from '#domain/reports/report.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { FileMade } from '#server/answer.ts';
import type { Caller } from '#server/caller.ts';
import { periodQuery } from '#server/fields.ts';
import { paperKinds } from '#server/papers/paper-file.ts';
import type { ReportParts } from '#server/parts.ts';
import { Problem } from '#server/problem.ts';
import { type Route, reportRoute } from '#server/route.ts';
import { ofPartners, writtenForPack } from '#server/written.ts';
import { packInput } from './pack-input.ts';
import { type PeriodAsked, periodOf, versusIn } from './period.ts';
import { partnersFor, readingOf } from './reading.ts';
import { asWorkbook, fileHeaders, notesFor, workbookType } from './report-file.ts';

/** The papers of a period, each in one press: a pack, a return, a committee paper, a report by partner, a poster. */

const query = v.strictObject({
  ...periodQuery,
  profile: v.optional(v.picklist(profiles), 'funder'),
  /** The days it is compared with, both or neither. */
  vsFrom: v.optional(day),
  vsTo: v.optional(day),
});
type PaperQuery = v.InferOutput<typeof query> & PeriodAsked;

type Made = { readonly input: PackInput; readonly period: Period };

/** Gathers what a paper is made from, from one snapshot. @param as the file that leaves, for the log; null where nothing does */
async function gathered(
  { parts, caller, query: asked }: { parts: ReportParts; caller: Caller; query: PaperQuery },
  name: keyof typeof papers,
  as: string | null,
): Promise<Made> {
  const { store, now, note } = parts;
  const { profile } = asked;
  if (caller.only?.reports) throw new Problem(403, 'narrower', 'This token is for single figures, not for papers.');
  if (caller.by === 'export' && !caller.mayName && profile === 'internal')
    throw new Problem(403, 'numbers-only', 'This token gets figures that may be passed on: ask with profile=funder.');
  const period = periodOf(asked, dayOf(now()));
  const vs = versusIn(asked);
  const given: GivenAway[] = [];
  const input = await store.report(async (db) => {
    const all = await partnersFor(db, store.programme, caller.rights);
    const partners = all.filter(({ id }) => caller.only?.partners?.includes(id) ?? true);
    const notes = await notesFor(parts, db, partners, period);
    const today = dayOf(now());
    // What one part of a paper shows, no other part may give away.
    const of = { ...period, programme: store.programme, of: ofPartners(caller, partners) };
    const written = await writtenForPack(db, of, partners, profile);
    return packInput(
      (report) => readingOf(db, store.programme, partners, period, report, today, given),
      notes,
      { ...period, profile, vs },
      written,
      paperNeeds[name],
    );
  });
  const { member, device, token } = caller;
  const detail = { device, as, ...period, profile, ...(token !== undefined && { token }) };
  if (as !== null) note({ actor: member, action: 'export papers', detail }, [], given);
  return { input, period };
}

const shared = { method: 'GET', who: 'export', need: 'coordinator', query } as const;

const paperRoute = (name: keyof typeof papers, words: string, kind: keyof typeof paperKinds): Route =>
  reportRoute({
    ...shared,
    path: `/api/papers/${name}.${kind}`,
    summary: `${words}: the figures of a period as a paper.`,
    answer: paperKinds[kind].type,
    run: async (call) => {
      const { input, period } = await gathered(call, name, `${name}.${kind}`);
      const { type, write } = paperKinds[kind];
      const bytes = write(papers[name](input), toInstant(call.parts.now()));
      return new FileMade(new Uint8Array(bytes), type, fileHeaders(name, period, kind), kind === 'docx');
    },
  });

const bookRoute: Route = reportRoute({
  ...shared,
  path: '/api/papers/pack.xlsx',
  summary: 'The funder’s pack as a workbook: headlines, every table on a sheet of its own, quotes, definitions.',
  answer: workbookType,
  run: async (call) => {
    const { input } = await gathered(call, 'pack', 'pack.xlsx');
    const { notes, definitions } = input;
    return asWorkbook('pack', { title: 'The funder’s pack', notes, definitions, sheets: sheetsOfPack(input) });
  },
});

const contents = answers['GET /api/papers/contents'];

const contentsRoute: Route = reportRoute({
  ...shared,
  path: '/api/papers/contents',
  summary: 'What is in the funder’s pack of a period and what is not, and why.',
  answer: contents,
  run: async (call) => {
    const { input } = await gathered(call, 'pack', null);
    const { notes, comparedWith = null } = input;
    return { dataAsAt: notes.dataAsAt, comparedWith, parts: contentsOf(input) };
  },
});

/** Every paper in every kind, the pack as a workbook, and what is in it. */
export const paperRoutes: readonly Route[] = [
  contentsRoute,
  bookRoute,
  ...paperNames.flatMap(
    ([name, words]) => Object.keys(paperKinds).map((kind) => paperRoute(name, words, kind as keyof typeof paperKinds)), // its own keys
  ),
];
