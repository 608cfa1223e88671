import type { ShownNumber } from './shown.ts';

/** Figures that hang together: what adds up to what, in one table and across several. */

/** A figure: people, attendances or contacts. */
export type CountedCell = {
  readonly key: string;
  /** Whole, not below zero. */
  readonly n: number;
};

/**
 * Parts and what they come to, by their keys. A key that stands among no cells is a group of which no figure is given, and which the
 * others may give away.
 */
export type Sum = { readonly total: string; readonly parts: readonly string[] };

/** The figures of one answer, or of several that share some. */
export type Linked = {
  readonly cells: readonly CountedCell[];
  readonly sums: readonly Sum[];
  /** What can never be more than something else: different people and the attendances of the same group. */
  readonly within?: readonly { readonly small: string; readonly large: string }[];
  /** What is at most its parts together: different people of two months, of whom some came in both. */
  readonly covered?: readonly Sum[];
  /** Of ethnicity, disability, concerns: in public nothing below ten is shown. */
  readonly sensitive?: true;
};

/** What was given away before. The same key means the same group and days; sums may reach across old keys and new ones. */
export type Earlier = Linked & {
  /** As each was shown. `n` of a cell is read nowhere: of a hidden one it is not kept. */
  readonly shown: ReadonlyMap<string, ShownNumber>;
  /** Which of the numbers were shown to the nearest five. */
  readonly rounded?: ReadonlySet<string>;
};
