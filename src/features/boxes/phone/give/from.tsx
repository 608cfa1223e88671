import { attempt } from '#db/attempt.ts';
import { remember } from '#db/remember.ts';
import type { KnownPlace } from '#domain/stock/places.ts';
import { placesOf } from '#features/boxes/places.ts';
import { givingFrom } from '#features/boxes/queries.ts';
import type { Stock } from '#features/boxes/stock.ts';
import { Chips } from '#ui/chips.tsx';

/** Which place boxes are given out of, changed in one tap and remembered on this phone. */
export function FromPlace({ stock, place }: { stock: Stock; place: KnownPlace }) {
  const open = placesOf(stock).filter(({ closed }) => !closed);
  if (open.length < 2) return null;
  return (
    <Chips
      legend="Out of"
      chips={open.map(({ id, name }) => ({ value: id, label: name }))}
      value={place.id}
      onPress={(id) => void attempt('Where from', () => remember(givingFrom(stock.partner), id))}
    />
  );
}
