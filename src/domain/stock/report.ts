import { sameIn } from '#domain/people/alias.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { list } from '#domain/reports/answer.ts';
import { definitions } from '#domain/reports/notes.ts';
import { isOurs, profileQuery, report } from '#domain/reports/report.ts';
import { type Column, columnsOf, sheetOf } from '#domain/reports/sheet.ts';
import { boxReport, boxReportFields, type OwnerLine, type WeekLine } from './given.ts';
import { type PlaceLine, placeLineSchema, placeLines } from './given-places.ts';
import { toMovement, toOnePeople } from './stock.ts';
import { targetsIn, toTarget } from './targets.ts';

/** Boxes given out, as tables: columns in a fixed order, with names that a spreadsheet's formulas can rely on. */

type Figures = Omit<OwnerLine, 'partner'>;

/** Who got them. Somebody outside is told of boxes: how many people got one is mostly a number of few. */
const toWhom: readonly Column<Figures>[] = [
  ['boxes_to_somebody_named', ({ named }) => named],
  ['people', ({ people }) => people],
  ['families', ({ families }) => families],
];
const ownerColumns: readonly Column<Figures>[] = [
  ['partner', ({ name }) => name],
  ['under_10s', ({ under10 }) => under10],
  ['over_10s', ({ over10 }) => over10],
  ['boxes', ({ boxes }) => boxes],
  ['other_things', ({ other }) => other],
  ['target', ({ target }) => target],
  ['incomplete', ({ incomplete }) => incomplete],
  ['parts_owed', ({ partsOwed }) => partsOwed],
  ...toWhom,
  ['first_box', ({ first }) => first, 'day'],
  ['last_box', ({ last }) => last, 'day'],
  ['weeks', ({ weeks }) => weeks],
];

const ownerColumnsOutside = ownerColumns.filter((column) => !toWhom.includes(column));

const weekColumns: readonly Column<WeekLine>[] = [
  ['week_from', ({ week }) => week, 'day'],
  ['under_10s', ({ under10 }) => under10, 'sum'],
  ['over_10s', ({ over10 }) => over10, 'sum'],
  ['boxes', ({ boxes }) => boxes, 'sum'],
  ['boxes_so_far', ({ soFar }) => soFar],
];

const placeColumns: readonly Column<PlaceLine>[] = [
  ['partner', ({ partner }) => partner],
  ['month', ({ month }) => month, 'day'],
  ['site', ({ site }) => site],
  ['kind', ({ kind }) => kind],
  ['set', ({ set }) => set],
  ['given_out', ({ n }) => n, 'sum'],
];

/** People and families of all partners are different people: their line is no sum of the ones above it. */
export const allPartners = 'All partners';

/** T11: boxes given out. */
export const boxesReport = report({
  name: 'boxes',
  title: 'Boxes given out',
  label: 'Boxes',
  hint: 'Given out, by owner, week and park',
  summary: 'Boxes given out: by owner (the last row all), by week (adding up), and by park, month and set',
  definitions: definitions.boxes,
  types: ['movement', 'transfer', 'target', 'set', 'site', 'session', 'alias'],
  query: profileQuery,
  answer: { ...boxReportFields, places: list(placeLineSchema) },
  tables: [
    { name: 'partners', label: 'By owner', columns: columnsOf(ownerColumnsOutside) },
    { name: 'weeks', label: 'By week', columns: columnsOf(weekColumns) },
    { name: 'parks', label: 'By park and month', columns: columnsOf(placeColumns) },
  ],
  glance: [
    ...['partner', 'week_from', 'month', 'site', 'kind', 'set', 'under_10s', 'over_10s', 'boxes', 'boxes_so_far'],
    ...['other_things', 'target', 'people', 'families', 'given_out'],
  ],
  isInternal: isOurs,
  screenIsOurs: true,
  async fold(read, { from, to }) {
    const same = sameIn(await read.rows('alias'), 'person');
    const movements = [...(await read.rows('movement')), ...(await read.rows('transfer'))].map((row) =>
      toOnePeople(toMovement(row), same),
    );
    const aimedAt = (await read.rows('target')).flatMap((row) => toTarget(row, partnerOf(row.scope) ?? '') ?? []);
    const around = { sets: await read.rows('set'), partners: read.partners, from, to };
    const found = boxReport({ ...around, movements, targets: targetsIn(aimedAt, from, to) });
    // A partner that has left and gave nothing out in the period has no line.
    const gone = new Set(read.partners.flatMap(({ id, closed }) => (closed ? id : [])));
    const owners = found.owners.filter(
      ({ partner, boxes, other, target }) => !gone.has(partner) || boxes + other > 0 || target !== null,
    );
    const named = new Set(movements.flatMap(({ kind, session }) => (kind === 'given out' && session) || []));
    const sites = new Map((await read.rows('site')).map(({ id, body }) => [id, body.name]));
    const siteOf = new Map((await read.sessionsById([...named])).map(({ id, body }) => [id, body.site]));
    const siteName = (session = '') => sites.get(siteOf.get(session) ?? '') ?? siteOf.get(session) ?? '';
    return { ...found, owners, places: placeLines(movements, { ...around, siteName }) };
  },
  sheets: ({ owners, all, weeks, places }, asked) => [
    sheetOf<Figures>('partners', isOurs(asked) ? ownerColumns : ownerColumnsOutside, owners, {
      ...all,
      name: allPartners,
    }),
    sheetOf('weeks', weekColumns, weeks),
    sheetOf('parks', placeColumns, places),
  ],
});
