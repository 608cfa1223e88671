import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import type { Body } from '#domain/records/entry.ts';
import { partnerScope } from '#domain/records/scopes.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { mayWrite } from '#domain/records/write-access.ts';
import type { PartnerStock } from '#domain/stock/partner-stock.ts';
import { choosableSets, type StockPlace, setOf } from '#domain/stock/places.ts';
import { boxAgeOf, inOrder, isBox, type Kept, packedVersion, partsIn } from '#domain/stock/sets.ts';
import { type Amount, emptyShelf, type Owed, type Shelf, shelfKey } from '#domain/stock/stock.ts';
import { targetsIn } from '#domain/stock/targets.ts';
import { type Low, lowOf, thereOf } from '#domain/stock/totals.ts';

/** What the screens of a phone ask of one partner's stock. */

export type Stock = PartnerStock & {
  readonly setup: Setup;
  readonly people: ReadonlyMap<string, ShownOf<'person'>>;
};

/** What a form of equipment stands on, at a phone or a desk: one partner's stock. */
export type Ground = Pick<PartnerStock, 'partner' | 'sets' | 'shelves'> & { readonly places: readonly StockPlace[] };

export const partnerName = ({ setup, partner }: Stock): string =>
  String(setup.partners.find(({ id }) => id === partner)?.body.name ?? 'not yet known here');

/** Whether the rules allow this person such a write; the server judges by the same. */
export function may({ setup, partner }: Stock, type: string, body: Body = {}): boolean {
  const write = { op: 'fact', type, id: 'specimen', scope: partnerScope(partner), body } as const;
  return mayWrite(setup.rights, { write, stored: undefined, savedAt: '', arrivedAt: '' });
}

export const givesOut = (stock: Stock): boolean => may(stock, 'movement', { kind: 'given out' });

/** What a volunteer does not: everything of the stock but giving out and lending. */
export const keepsStock = (stock: Stock): boolean => may(stock, 'stocktake');

/** What is in one of a set: as it is built now, or in an older version as they were built. */
export function contentsOf(stock: Pick<Ground, 'sets'>, set: string, version?: number): Amount[] {
  const known = setOf(stock, set);
  return known ? partsIn(known.body, version) : [];
}

/** The version of a set that is in hand; none of a set whose contents never changed. */
export function packedIn(stock: Stock, set: string): number | undefined {
  const known = setOf(stock, set);
  if (!known || !('version' in known.body)) return undefined;
  const own = stock.movements.filter(({ partner }) => partner === stock.partner);
  return packedVersion(own, known);
}

/** Sets that can be chosen: the open ones, and those still lying in this place or chosen already. */
export function choosable(stock: Ground, place: string | undefined, chosen: readonly string[] = []): Kept[] {
  const there = place === undefined ? [] : shelvesIn(stock, place).filter(({ balance }) => balance !== 0);
  return choosableSets(stock, [...there.map(({ set }) => set), ...chosen]);
}

export const isBoxSet = (stock: Stock, id: string): boolean => isBox(setOf(stock, id)?.body ?? {});

export const shelfOf = ({ shelves, partner }: Ground, place: string, set: string): Shelf =>
  shelves.get(shelfKey(partner, place, set)) ?? emptyShelf(partner, place, set);

export const ownShelves = ({ shelves }: Ground): Shelf[] => [...shelves.values()];

export const shelvesIn = (stock: Ground, place: string): Shelf[] =>
  ownShelves(stock).filter((shelf) => shelf.place === place);

/** How many of a set are in all places. */
export const totalOf = (stock: Stock, set: string): number => thereOf(ownShelves(stock), stock.partner, set);

/** Boxes that can be given out of a place. */
export const boxesIn = (stock: Stock, place: string): number =>
  shelvesIn(stock, place)
    .filter(({ set }) => isBoxSet(stock, set))
    .reduce((sum, { balance }) => sum + Math.max(0, balance), 0);

/** Sets of which there is little left. */
export const lowSets = (stock: Stock): Low[] => lowOf([...stock.sets].sort(inOrder), ownShelves(stock));

/** Shelves on which more went out than was recorded coming in. What is on loan is no place to count. */
export const belowZero = (stock: Stock): Shelf[] =>
  ownShelves(stock).filter(({ balance, place }) => balance < 0 && place !== onLoan);

/**
 * Of boxes of a set in this place, what was found missing and not put in since. Boxes found so elsewhere, of which fewer are
 * left there, may have come along.
 */
export const shortIn = (stock: Stock, place: string, set: string): Owed[] =>
  stock.owed.filter(
    ({ move }) =>
      move.kind === 'part missing' &&
      move.set === set &&
      (move.from === place || shelfOf(stock, move.from ?? '', set).balance < move.n),
  );

/** How many boxes were given out, and of how many: the targets that hold on this day. */
export function progress(stock: Stock, today: string): { readonly given: number; readonly of: number | null } {
  const aims = targetsIn(stock.targets, today, today);
  const from = aims.map((aim) => aim.from).sort()[0] ?? '';
  const boxes = stock.out.filter(({ set, day }) => isBoxSet(stock, set) && day >= from);
  return {
    given: boxes.reduce((sum, { n }) => sum + n, 0),
    of: aims.length === 0 ? null : aims.reduce((sum, { n }) => sum + n, 0),
  };
}

export const boxAge = ({ setup }: Stock): number => boxAgeOf(setup.programme?.body);

/** Amounts of the same part added up. */
export function summed(amounts: readonly Amount[]): Amount[] {
  const all = new Map<string, number>();
  for (const { set, n } of amounts) all.set(set, (all.get(set) ?? 0) + n);
  return [...all].filter(([, n]) => n > 0).map(([set, n]) => ({ set, n }));
}
