import { useOne } from '#db/person.ts';
import { many } from '#domain/many.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { boxesIn } from '#features/boxes/stock.ts';

/** `6 boxes with you`, for the volunteer's home. */
export function BoxesWithYou({ session }: { session: string }) {
  const found = useOne('session', session);
  const stock = useStock(found ? partnerOf(found.scope) : null);
  const place = useGivingPlace(stock);
  if (!stock || !place) return null;
  if (!stock.sets.some(({ body }) => body.status !== 'closed')) return 'No boxes yet';
  const n = boxesIn(stock, place.id);
  return n === 0 ? 'None recorded with you' : `${many(n, 'box', 'boxes')} with you`;
}
