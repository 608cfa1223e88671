import { type HolderKind, holderKinds } from '#domain/codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { inOrder, type Kept } from './sets.ts';
import { type Shelf, storeOf } from './stock.ts';

/** Where a partner's stock may be, what can be chosen there, and what places and sets are called: one rule for phone and desk. */

/** A place as the desk looks at it. */
export type StockPlace = {
  readonly id: string;
  readonly partner: string;
  readonly name: string;
  readonly kind: HolderKind | 'on loan';
  readonly code: string;
  readonly closed: boolean;
  /** Whether there is a record of it: a partner's store needs none. */
  readonly recorded: boolean;
};

/** A place as the phone knows it besides. */
export type KnownPlace = StockPlace & {
  /** Whose bag it is; empty where it is nobody's. */
  readonly member: string;
  /** Something lies in a place of which no record has arrived. */
  readonly known: boolean;
};

/** In place of a name: a movement may arrive before its place does. */
export const unknownPlace = 'A place not yet known here';
/** In place of a name: a movement may arrive before its set does. */
export const unknownSet = 'Not yet known here';

const nowhere = { code: '', closed: false, recorded: false, member: '', known: true } as const;

/**
 * A partner's places: its store first, whether or not it has a record, then the others by name, then places not heard of in
 * which something lies, and what is lent.
 * @param holders of this partner
 * @param shelves of this partner
 */
export function placesIn(
  partner: string,
  holders: readonly RowOf<'holder'>[],
  shelves: readonly Shelf[],
): KnownPlace[] {
  const store = storeOf(partner);
  const recorded = holders.map((row) => toPlace(row, partner));
  const ids = new Set([store, onLoan, ...recorded.map(({ id }) => id)]);
  const unheard = new Set(shelves.flatMap(({ place, balance }) => (balance !== 0 && !ids.has(place) ? [place] : [])));
  const rank = ({ id }: KnownPlace) => (id === store ? 0 : 1);
  return [
    ...(recorded.some(({ id }) => id === store)
      ? []
      : [{ ...nowhere, id: store, partner, name: 'Store', kind: 'store' as const }]),
    ...recorded.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en-GB')),
    ...[...unheard].map((id) => ({ ...nowhere, id, partner, name: unknownPlace, kind: 'bag' as const, known: false })),
    ...(shelves.some(({ place }) => place === onLoan)
      ? [{ ...nowhere, id: onLoan, partner, name: 'On loan', kind: 'on loan' as const }]
      : []),
  ];
}

const toPlace = ({ id, body }: RowOf<'holder'>, partner: string): KnownPlace => ({
  id,
  partner,
  name: body.name,
  kind: holderKinds.find(([code]) => code === body.kind)?.[0] ?? 'bag',
  code: body.code ?? '',
  closed: body.status === 'closed',
  recorded: true,
  member: body.member ?? '',
  known: true,
});

/** Where a partner's things can be put: not where they are lent, and not what was closed or nobody heard of. */
export const openPlaces = <Place extends StockPlace & { readonly known?: boolean }>(
  { places }: { readonly places: readonly Place[] },
  partner: string,
): Place[] =>
  places.filter(
    ({ id, partner: owner, closed, known }) => owner === partner && !closed && known !== false && id !== onLoan,
  );

/** A place by its name, as a label: `Blue van`. */
export function placeName({ places }: { readonly places: readonly StockPlace[] }, id: string): string {
  if (id === onLoan) return 'On loan';
  return places.find((place) => place.id === id)?.name ?? unknownPlace;
}

type Sets = { readonly sets: readonly Kept[] };

/** Undefined where its record has not arrived. */
export const setOf = ({ sets }: Sets, id: string): Kept | undefined => sets.find((each) => each.id === id);

/** A set's name, or what to say where nobody here has heard of it. */
export const setName = (from: Sets, id: string): string => setOf(from, id)?.body.name ?? unknownSet;

/** The drawing of a set. */
export const setIcon = (from: Sets, id: string): unknown => setOf(from, id)?.body.icon;

/** Sets that can be chosen, in order: the open ones, and those in `also`, which lie there or are chosen already. */
export function choosableSets({ sets }: Sets, also: Iterable<string> = []): Kept[] {
  const wanted = new Set(also);
  const known = sets.filter(({ id, body }) => body.status !== 'closed' || wanted.has(id)).sort(inOrder);
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...[...wanted].flatMap((id) => (ids.has(id) ? [] : [{ id, body: { name: unknownSet } }]))];
}

/** Labels in use, so that a new one is another. */
export const codesTaken = ({ sets, places }: Sets & { readonly places: readonly StockPlace[] }): Set<string> =>
  new Set([...sets.map(({ body }) => body.code ?? ''), ...places.map(({ code }) => code)].filter(Boolean));
