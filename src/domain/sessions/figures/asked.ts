import * as v from 'valibot';
import {
  ageBands,
  codesOf,
  genders,
  levels,
  newnesses,
  type TallyBand,
  tallyBands,
  toTallyBand,
} from '#domain/codes.ts';

/** What a table of figures is asked for: what stands in its rows and columns, what is counted, and of whom. */

/** What a session is. A session may be of several activities and workers; it stands in each of their rows then. */
export const sessionKinds = [
  ['park', 'Park'],
  ['ward', 'Ward'],
  ['activity', 'Activity'],
  ['month', 'Month'],
  ['partner', 'Partner'],
  ['worker', 'Team member'],
] as const;
/** What somebody who came is. */
export const comerKinds = [
  ['age', 'Age'],
  ['gender', 'Gender'],
  ['newness', 'New or been before'],
  ['level', 'Joined in or helped'],
] as const;
export const rowKinds = [...sessionKinds, ...comerKinds] as const;
export type FigureRows = (typeof rowKinds)[number][0];
export const columnKinds = [['none', 'Nothing more'], ['how', 'Named or counted'], ...comerKinds] as const;
export type FigureColumns = (typeof columnKinds)[number][0];
type SessionKind = (typeof sessionKinds)[number][0];
type ComerKind = (typeof comerKinds)[number][0];

export const isSessionKind = (kind: FigureRows): kind is SessionKind => sessionKinds.some(([each]) => each === kind);

/** What may be counted. */
export const measures = [
  ['attendances', 'Attendances'],
  ['people', 'Different young people'],
  ['hours', 'Contact hours'],
  ['sessions', 'Sessions'],
] as const;
export type Measure = (typeof measures)[number][0];

/** How somebody is known of whom a figure tells. */
export const hows = [
  ['named', 'Named'],
  ['counted', 'Counted'],
] as const;

/** The codes of a kind of people, in the order they are read, with their words. */
export const comerCodes = {
  age: tallyBands,
  gender: genders,
  newness: newnesses,
  level: levels.filter(([code]) => code === 'joined_in' || code === 'helped'),
  how: hows,
} as const satisfies Record<ComerKind | 'how', readonly (readonly [string, string])[]>;

/** A band of either list, as figures have it. */
export const figureBand = (band: string): TallyBand => {
  const fine = ageBands.find(([code]) => code === band)?.[0];
  return fine ? toTallyBand(fine) : (tallyBands.find(([code]) => code === band)?.[0] ?? 'NK');
};

/** Codes with commas between: `00-09,10-12`; nothing is all of them. */
// @__NO_SIDE_EFFECTS__
const codesField = (codes: readonly string[], what: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.maxLength(2000),
      v.check((text) => text === '' || text.split(',').every((each) => codes.includes(each)), `not ${what}`),
    ),
    '',
  );
const idsField = v.optional(v.pipe(v.string(), v.maxLength(4000), v.regex(/^[a-z0-9:_,-]*$/i)), '');

/** What may be asked of the figures beside their period. */
export const figuresQuery = {
  rows: v.optional(v.picklist(codesOf(rowKinds)), 'park'),
  columns: v.optional(v.picklist(codesOf(columnKinds)), 'how'),
  measure: v.optional(v.picklist(codesOf(measures)), 'attendances'),
  ages: codesField(codesOf(tallyBands), 'an age band'),
  genders: codesField(codesOf(genders), 'a gender'),
  parks: idsField,
  partners: idsField,
  activities: idsField,
};

/** What is asked, taken apart. */
export type FiguresAsked = {
  readonly rows: FigureRows;
  readonly columns: FigureColumns;
  readonly measure: Measure;
  readonly only: Only;
};

/** Of whom and which sessions; an empty list is of all. */
export type Only = Readonly<Record<'ages' | 'genders' | 'parks' | 'partners' | 'activities', readonly string[]>>;

const listOf = (text: string): readonly string[] => (text === '' ? [] : [...new Set(text.split(','))].sort());

/** A query read. Who is only counted is nobody in particular: of different people and of sessions no *named or counted* is known. */
export function askedOf(
  query: Partial<v.InferOutput<ReturnType<typeof v.strictObject<typeof figuresQuery, undefined>>>>,
): FiguresAsked {
  const { rows = 'park', columns = 'how', measure = 'attendances' } = query;
  const { ages = '', genders: gender = '', parks = '', partners = '', activities = '' } = query;
  const isSame = (columns as string) === rows;
  const isVain = isSame || measure === 'sessions' || (measure === 'people' && columns === 'how');
  return {
    rows: measure === 'sessions' && !isSessionKind(rows) ? 'park' : rows,
    columns: isVain ? 'none' : columns,
    measure,
    only: {
      ages: listOf(ages),
      genders: listOf(gender),
      parks: listOf(parks),
      partners: listOf(partners),
      activities: listOf(activities),
    },
  };
}
