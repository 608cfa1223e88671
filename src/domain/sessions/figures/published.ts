import { codesOf } from '#domain/codes.ts';
import { firstOf } from '#domain/periods.ts';
import type { RowOf } from '#domain/records/body.ts';
import type { PublishedFigure, WholeLists } from '#domain/reports/disclosure/sums-between.ts';
import type { Period } from '#domain/reports/report.ts';
import type { KnownAround } from '#domain/sessions/known.ts';
import { addDays } from '#domain/time.ts';
import { comerCodes, type FigureColumns, type FigureRows, type FiguresAsked } from './asked.ts';
import { notRecorded } from './cube.ts';
import { all, cellKey } from './table.ts';

/** What the figures of a table are of, so that they can be set against those of other files. */

type Group = PublishedFigure['group'];
type Measure = PublishedFigure['measure'];

/** All codes of what people are; over these, parts come to a whole. */
export const wholeLists: WholeLists = {
  age: codesOf(comerCodes.age),
  gender: codesOf(comerCodes.gender),
  how: codesOf(comerCodes.how),
};

/** The days of a month that lie in a period. */
export function monthIn(month: string, { from, to }: Period): Period {
  const [first, last] = [`${month}-01`, addDays(firstOf(`${month}-01`, 1), -1)];
  return { from: first > from ? first : from, to: last < to ? last : to };
}

/** The parks that lie in each ward, by the code of its row. */
export type ParksOfWards = ReadonlyMap<string, readonly string[]>;

export const parksOfWards = (sites: readonly RowOf<'site'>[], { wardOf }: Pick<KnownAround, 'wardOf'>): ParksOfWards =>
  new Map(
    [...Map.groupBy(sites, ({ id }) => wardOf(id) || notRecorded)].map(([ward, own]) => [
      ward,
      own.map(({ id }) => id),
    ]),
  );

/**
 * What a code of a row or column narrows a figure to. A session may be of several activities and workers: each of these is or is not,
 * by itself. Who is new is so in a period, and in no part of it.
 */
function narrowed(kind: FigureRows | FigureColumns, code: string, { from }: Period, wards: ParksOfWards): Group {
  if (code === all || kind === 'none' || kind === 'month') return {};
  // A ward is its parks: so its figures are set against theirs.
  if (kind === 'ward') return { park: wards.get(code) ?? [] };
  if (kind === 'activity' || kind === 'worker') return { [`${kind} ${code}`]: 'yes' };
  return { [kind === 'newness' ? `newness from ${from}` : kind]: code };
}

/** Of whom and which sessions, as it is asked. @param partners all that the reader coordinates */
function groupOf({ only }: Pick<FiguresAsked, 'only'>, partners: readonly string[]): Group {
  const some = (dimension: string, codes: readonly string[]): Group => (codes.length > 0 ? { [dimension]: codes } : {});
  const activities: Group = only.activities.length > 0 ? { activities: only.activities } : {};
  return {
    partner: only.partners.length > 0 ? only.partners.filter((id) => partners.includes(id)) : partners,
    ...some('park', only.parks),
    ...some('age', only.ages),
    ...some('gender', only.genders),
    ...activities,
  };
}

/** Of a ward only the parks that are asked for. */
const within = ({ only: { parks } }: FiguresAsked, group: Group): Group =>
  parks.length > 0 && Array.isArray(group.park)
    ? { ...group, park: group.park.filter((id) => parks.includes(id)) }
    : group;

/** Every figure of a table, and those beside it, with what each is of. */
export function publishedIn(
  asked: FiguresAsked,
  days: Period,
  partners: readonly string[],
  rows: readonly string[],
  columns: readonly string[],
  wards: ParksOfWards,
): PublishedFigure[] {
  const whole = groupOf(asked, partners);
  const figure = (measure: Measure, key: string, more: Group, of: Period = days): PublishedFigure => ({
    ...{ key, measure, from: of.from, to: of.to },
    group: { ...whole, ...more },
  });
  const beside = [
    figure('attendances', cellKey('attendances', all, all), {}),
    figure('attendances', cellKey('attendances', all, 'named'), { how: 'named' }),
    figure('attendances', cellKey('attendances', all, 'counted'), { how: 'counted' }),
    figure('people', cellKey('people', all, all), {}),
    figure('contacts', cellKey('contacts', all, all), {}),
  ];
  if (asked.measure === 'sessions') return beside;
  const measure = asked.measure === 'people' ? 'people' : 'attendances';
  const table = [...rows, all].flatMap((row) =>
    [...columns, all].map((column) =>
      figure(
        measure,
        cellKey(measure, row, column),
        within(asked, { ...narrowed(asked.rows, row, days, wards), ...narrowed(asked.columns, column, days, wards) }),
        asked.rows === 'month' && row !== all ? monthIn(row, days) : days,
      ),
    ),
  );
  return [...new Map([...beside, ...table].map((each) => [each.key, each])).values()];
}
