import type { HolderKind } from '#domain/codes.ts';
import type { Body } from '#domain/records/entry.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { boxesIn, ownShelves, type Stock, shelvesIn } from './stock.ts';

/** Where a partner's stock may be: its store, which needs no record, its vans and bags, workers and parks. */

export type Place = {
  readonly id: string;
  readonly name: string;
  readonly kind: HolderKind;
  readonly body: Body;
  readonly closed: boolean;
  /** Something lies in a place of which no record has arrived. */
  readonly known: boolean;
};

const unknownPlace = 'A place not yet known here';

const order: readonly HolderKind[] = ['van', 'bag', 'worker', 'site', 'store'];

/** Open places, and closed or unheard-of ones that something still lies in. The store is always one. */
export function placesOf(stock: Stock): Place[] {
  const store = storeOf(stock.partner);
  const lying = new Set(
    ownShelves(stock)
      .filter(({ balance }) => balance !== 0)
      .map(({ place }) => place),
  );
  const known = new Map(stock.holders.map(({ id, body }) => [id, toPlace(id, body)]));
  if (!known.has(store))
    known.set(store, { id: store, name: 'Store', kind: 'store', body: {}, closed: false, known: true });
  for (const place of lying)
    if (!known.has(place) && place !== onLoan)
      known.set(place, { id: place, name: unknownPlace, kind: 'bag', body: {}, closed: false, known: false });
  return [...known.values()]
    .filter(({ id, closed }) => !closed || lying.has(id))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.name < b.name ? -1 : 1));
}

const toPlace = (id: string, body: Body): Place => ({
  id,
  name: String(body.name),
  kind: body.kind as HolderKind, // its shape was checked when it was accepted
  body,
  closed: body.status === 'closed',
  known: true,
});

export const placeOf = (stock: Stock, id: string): Place | undefined =>
  placesOf(stock).find((place) => place.id === id) ??
  stock.holders.filter((holder) => holder.id === id).map(({ body }) => toPlace(id, body))[0];

/** A place by its name, as a label: `Blue van`. */
export function placeName(stock: Stock, id: string): string {
  if (id === onLoan) return 'On loan';
  return placeOf(stock, id)?.name ?? unknownPlace;
}

/** A place in a sentence: `in the van`, `in the Blue van`, `with Marta`, `at Woodlands Park`, `on loan`. */
export function whereWords(stock: Stock, id: string): string {
  if (id === onLoan) return 'on loan';
  const place = placeOf(stock, id);
  if (!place?.known) return 'in a place not yet known here';
  if (place.kind === 'worker') return `with ${place.name}`;
  if (place.kind === 'site') return `at ${place.name}`;
  const alone = placesOf(stock).filter(({ kind }) => kind === place.kind).length === 1;
  return alone ? `in the ${place.kind}` : `in ${place.name}`;
}

/** Where boxes are given out of: the place chosen on this phone, else what is nearest and not empty, else the store. */
export function givingPlace(stock: Stock, remembered: string | null): Place | undefined {
  const open = placesOf(stock).filter(({ closed, known }) => known && !closed);
  const me = stock.setup.me?.id;
  const filled = open.filter(
    ({ id, kind }) => kind !== 'store' && shelvesIn(stock, id).some(({ balance }) => balance > 0),
  );
  return (
    open.find(({ id }) => id === remembered) ??
    filled.find(({ body }) => body.member !== undefined && body.member === me) ??
    filled.find(({ id }) => boxesIn(stock, id) > 0) ??
    filled[0] ??
    open.find(({ id }) => id === storeOf(stock.partner)) ??
    open[0]
  );
}

/** The address of a place's page. */
export const placeAddress = (place: string): string => `/boxes/place/${encodeURIComponent(place)}`;
