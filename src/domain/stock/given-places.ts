import type * as v from 'valibot';
import { setKinds, wordsOf } from '#domain/codes.ts';
import { number, object, text } from '#domain/reports/answer.ts';
import { type Kept, kindOfSet } from './sets.ts';
import { type Movement, stillOut } from './stock.ts';

/** Where and when what was given out: the rows behind the figures of T11, to be added up any way a funder asks. */

/** Sets of one kind that a partner gave out at one park in one month. */
export const placeLineSchema = object({
  partner: text,
  set: text,
  kind: text,
  /** The park of the session it was given out at; empty where it was at none. */
  site: text,
  /** The first day of the month. */
  month: text,
  n: number,
});
export type PlaceLine = v.InferOutput<typeof placeLineSchema>;

type Around = {
  readonly sets: readonly Kept[];
  readonly partners: readonly { readonly id: string; readonly name: string }[];
  /** The name of the park of a session. */
  readonly siteName: (session: string | undefined) => string;
  /** Days, both included. */
  readonly from: string;
  readonly to: string;
};

/** Given out less brought back, by partner, set, park and month; every line of T11 is a sum of these. */
export function placeLines(
  movements: readonly Movement[],
  { sets, partners, siteName, from, to }: Around,
): PlaceLine[] {
  const setById = new Map(sets.map(({ id, body }) => [id, body]));
  const partnerById = new Map(partners.map(({ id, name }) => [id, name]));
  const given = stillOut(movements).filter(({ day, partner }) => day >= from && day <= to && partnerById.has(partner));
  const lines = given.map(
    ({ partner, set, session, day, n }): PlaceLine => ({
      partner: partnerById.get(partner) ?? '',
      set: String(setById.get(set)?.name ?? set),
      kind: wordsOf(setKinds, kindOfSet(setById.get(set) ?? {})),
      site: siteName(session),
      month: `${day.slice(0, 7)}-01`,
      n,
    }),
  );
  const keyOf = ({ partner, set, kind, site, month }: PlaceLine) => [partner, month, site, kind, set].join('\n');
  return [...Map.groupBy(lines, keyOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, same]) => (same[0] ? [{ ...same[0], n: same.reduce((sum, { n }) => sum + n, 0) }] : []));
}
