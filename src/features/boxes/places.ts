import type { HolderKind } from '#domain/codes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { type KnownPlace, openPlaces } from '#domain/stock/places.ts';
import { storeOf } from '#domain/stock/stock.ts';
import { boxesIn, type Stock, shelvesIn } from './stock.ts';

/** Places as a phone shows them: the nearest first. */

const order: readonly (HolderKind | 'on loan')[] = ['van', 'bag', 'worker', 'site', 'store'];

/** Open places, and closed or unheard-of ones that something still lies in. */
export const placesOf = (stock: Stock): KnownPlace[] =>
  stock.places
    .filter(({ id, closed }) => id !== onLoan && (!closed || !isEmpty(stock, id)))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || (a.name < b.name ? -1 : 1));

export const isEmpty = (stock: Stock, place: string): boolean =>
  shelvesIn(stock, place).every(({ balance }) => balance === 0);

/** Where things can be put, the nearest first. */
export const openIn = (stock: Stock): KnownPlace[] => openPlaces({ places: placesOf(stock) }, stock.partner);

export const placeOf = ({ places }: Stock, id: string): KnownPlace | undefined =>
  places.find((place) => place.id === id && place.id !== onLoan);

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
export function givingPlace(stock: Stock, remembered: string | null): KnownPlace | undefined {
  const open = openIn(stock);
  const me = stock.setup.me?.id;
  const filled = open.filter(
    ({ id, kind }) => kind !== 'store' && shelvesIn(stock, id).some(({ balance }) => balance > 0),
  );
  return (
    open.find(({ id }) => id === remembered) ??
    filled.find(({ member }) => member !== '' && member === me) ??
    filled.find(({ id }) => boxesIn(stock, id) > 0) ??
    filled[0] ??
    open.find(({ id }) => id === storeOf(stock.partner)) ??
    open[0]
  );
}

/** The address of a place's page. */
export const placeAddress = (place: string): string => `/boxes/place/${encodeURIComponent(place)}`;
