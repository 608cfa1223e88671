import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import type { BoxReport, OwnerLine, WeekLine } from './given.ts';
import type { PlaceLine } from './given-places.ts';

/** T11 and T12 as tables. */

type Figures = Omit<OwnerLine, 'partner'>;

const ownerColumns: readonly Column<Figures>[] = [
  ['partner', ({ name }) => name],
  ['under_10s', ({ under10 }) => under10],
  ['over_10s', ({ over10 }) => over10],
  ['boxes', ({ boxes }) => boxes],
  ['other_things', ({ other }) => other],
  ['target', ({ target }) => target],
  ['incomplete', ({ incomplete }) => incomplete],
  ['parts_owed', ({ partsOwed }) => partsOwed],
  ['boxes_to_somebody_named', ({ named }) => named],
  ['people', ({ people }) => people],
  ['families', ({ families }) => families],
  ['first_box', ({ first }) => first, 'day'],
  ['last_box', ({ last }) => last, 'day'],
  ['weeks', ({ weeks }) => weeks],
];

const weekColumns: readonly Column<WeekLine>[] = [
  ['week_from', ({ week }) => week, 'day'],
  ['under_10s', ({ under10 }) => under10],
  ['over_10s', ({ over10 }) => over10],
  ['boxes', ({ boxes }) => boxes],
  ['boxes_so_far', ({ soFar }) => soFar],
];

const placeColumns: readonly Column<PlaceLine>[] = [
  ['partner', ({ partner }) => partner],
  ['month', ({ month }) => month, 'day'],
  ['site', ({ site }) => site],
  ['kind', ({ kind }) => kind],
  ['set', ({ set }) => set],
  ['given_out', ({ n }) => n],
];

/** People and families of all partners are different people: their line is no sum of the ones above it. */
export const allPartners = 'All partners';

/** The tables of T11; a file with one table holds the first, or the one asked for by its name. */
export const boxTables = ['partners', 'weeks', 'parks'] as const;
export type BoxTable = (typeof boxTables)[number];

export function boxSheets({ owners, all, weeks }: BoxReport, places: readonly PlaceLine[]): Record<BoxTable, Sheet> {
  return {
    partners: sheetOf<Figures>('partners', ownerColumns, owners, { ...all, name: allPartners }),
    weeks: sheetOf('weeks', weekColumns, weeks),
    parks: sheetOf('parks', placeColumns, places),
  };
}
