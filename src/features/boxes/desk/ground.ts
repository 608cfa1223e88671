import { shelfKey } from '#domain/stock/stock.ts';
import type { StockView } from '#domain/stock/view.ts';
import type { Ground } from '#features/boxes/stock.ts';

/** One partner's stock of all that is looked at, as the forms take it. */
export const groundOf = (view: StockView, partner: string): Ground => ({
  partner,
  sets: view.sets,
  places: view.places.filter((place) => place.partner === partner),
  shelves: new Map(
    view.shelves
      .filter((shelf) => shelf.partner === partner)
      .map((shelf) => [shelfKey(partner, shelf.place, shelf.set), shelf]),
  ),
});
