import * as v from 'valibot';
import type { GivenAway } from '#domain/reports/disclosure/given.ts';
import type { Earlier } from '#domain/reports/disclosure/linked.ts';
import { isWithheld } from '#domain/reports/disclosure/protect.ts';
import { type ShownNumber, shownSchema } from '#domain/reports/disclosure/shown.ts';
import {
  figureName,
  type PublishedFigure,
  sumsBetween,
  type WholeLists,
} from '#domain/reports/disclosure/sums-between.ts';
import type { Db } from './store.ts';
import type { PublishedRow } from './tables.ts';

/** What was given away without names: figures as they were shown, so that files of other days cannot be set against each other. */

/** SQLite takes so many values in one statement, with room to spare. */
const atOnce = 200;

const groupSchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]));

const shownIn = (row: PublishedRow): ShownNumber => v.parse(shownSchema, JSON.parse(row.shown));

const groupIn = ({ dimensions }: PublishedRow) => v.parse(groupSchema, JSON.parse(dimensions));

/** All that was given of days that some figures are of as well. */
function rowsBeside(db: Db, programme: string, figures: readonly PublishedFigure[]): Promise<PublishedRow[]> {
  const days = (of: 'from' | 'to') => figures.map((figure) => figure[of]).sort();
  return db
    .selectFrom('published')
    .selectAll()
    .where('programme', '=', programme)
    .where('to_day', '>=', days('from')[0] ?? '')
    .where('from_day', '<=', days('to').at(-1) ?? '')
    .execute();
}

/** A figure that was given before, under the key that a figure of now has, where it is the same. */
function figureOf(row: PublishedRow, keys: ReadonlyMap<string, string>): PublishedFigure {
  const { name, measure, from_day: from, to_day: to } = row;
  return { key: keys.get(name) ?? name, measure, from, to, group: groupIn(row) };
}

/**
 * What was given before of the same days, as `protect` asks for it, with what adds up between that and now; also between figures of
 * now. Of what is parted by something that these figures are not (ages, where they are of genders) only what it comes to: every file
 * ever made of a year would take minutes to weigh.
 * @param whole all codes there are of a dimension, where they are known
 * @param also what goes out together with these, in the same file
 */
export async function earlierOf(
  db: Db,
  programme: string,
  published: readonly PublishedFigure[],
  whole: WholeLists = {},
  also: readonly GivenAway[] = [],
): Promise<Earlier> {
  const keys = new Map(published.map((figure) => [figureName(figure), figure.key]));
  const kept = new Map((await rowsBeside(db, programme, published)).map((row) => [row.name, row]));
  for (const row of also.flatMap((given) => rowsOf(programme, given, 0))) kept.set(row.name, row);
  const dimensions = new Set(published.flatMap(({ group }) => Object.keys(group)));
  const before = [...kept.values()]
    .filter((row) => Object.keys(groupIn(row)).every((dimension) => dimensions.has(dimension)))
    .map((row) => ({ row, figure: figureOf(row, keys) }));
  const shown = new Map(before.map(({ row, figure }) => [figure.key, shownIn(row)]));
  const others = before.flatMap(({ row, figure }) => (keys.has(row.name) ? [] : [figure]));
  return {
    cells: before.map(({ figure }) => ({ key: figure.key, n: 0 })),
    ...sumsBetween([...published, ...others], whole),
    shown,
    rounded: new Set(before.flatMap(({ row, figure }) => (row.rounded === 1 ? [figure.key] : []))),
  };
}

/** The rows of what is given away: none of what stays inside, nor of an answer in which nothing is shown. */
function rowsOf(programme: string, { published, shown, before, profile }: GivenAway, givenAt: number): PublishedRow[] {
  if (profile === 'internal' || isWithheld(shown, before)) return [];
  const rounded = Number(profile === 'public');
  const rows = published.flatMap((figure): [string, PublishedRow][] => {
    const as = shown.get(figure.key);
    if (as === undefined) return [];
    const name = figureName(figure);
    const { measure, from, to, group } = figure;
    const days = { from_day: from, to_day: to, dimensions: JSON.stringify(group) };
    return [[name, { programme, name, measure, ...days, shown: JSON.stringify(as), rounded, given_at: givenAt }]];
  });
  return [...new Map(rows).values()];
}

/**
 * Keeps what is given away. Of a figure that was given before, what is given now.
 * @param db a write transaction, the one that writes its line in the log @param givenAt epoch ms
 */
export async function keepPublished(db: Db, programme: string, given: GivenAway, givenAt: number): Promise<void> {
  const all = rowsOf(programme, given, givenAt);
  for (let from = 0; from < all.length; from += atOnce)
    await db
      .replaceInto('published')
      .values(all.slice(from, from + atOnce))
      .execute();
}
