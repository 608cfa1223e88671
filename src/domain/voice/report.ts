import { wishKinds, wordsOf } from '#domain/codes.ts';
import { type Column, type Sheet, sheetOf } from '#domain/reports/sheet.ts';
import type { WishLine } from './wishes.ts';

/** The table of what young people wish for. */

type WishAt = WishLine & { readonly site: string };

const wishColumns: readonly Column<WishAt>[] = [
  ['kind', ({ kind }) => wordsOf(wishKinds, kind)],
  ['wish', ({ name }) => name],
  ['on_a_list', ({ what }) => (what === null ? 'no' : 'yes')],
  ['under_10s', ({ under10 }) => under10],
  ['over_10s', ({ over10 }) => over10],
  ['age_not_known', ({ ageNotKnown }) => ageNotKnown],
  ['all', ({ all }) => all],
  ['site', ({ site }) => site],
];

/** Where the wishes of a file were said, when they are of every park. */
export const allParks = 'All parks';

/** @param site the name of the park they are of, or of all */
export const wishSheet = (lines: readonly WishLine[], site: string = allParks): Sheet =>
  sheetOf(
    'wishes',
    wishColumns,
    lines.map((line) => ({ ...line, site })),
  );
