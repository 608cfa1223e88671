/** What somebody who reads figures does not know, and everything they know about it. */

/** A number, and the bounds that what is shown of it sets. */
export type Unknown = {
  readonly key: string;
  /** A value that it may have, together with those of all others. */
  at: number;
  low: number;
  high: number;
  /** The bounds once it is hidden, and how much would be lost by that; null: it is hidden as far as it can be. */
  wider: { readonly low: number; readonly high: number; readonly cost: number } | null;
  /** It must not be possible to work it out. */
  isSecret: boolean;
};

/** Terms that come to zero, or to at most zero: `parts − total = 0`, `people − attendances ≤ 0`. */
export type Line = { readonly terms: readonly (readonly [place: number, sign: 1 | -1])[]; readonly atMost: boolean };

/** Unknowns with what holds between them. */
export type Unknowns = { readonly of: readonly Unknown[]; readonly lines: readonly Line[] };

/** Names a line for good, whatever place its unknowns have. */
export const lineName = ({ terms, atMost }: Line, of: readonly Unknown[]): string =>
  JSON.stringify([atMost, ...terms.map(([place, sign]) => [of[place]?.key, sign])]);
