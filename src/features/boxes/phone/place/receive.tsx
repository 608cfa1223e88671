import { useNavigate, useSearchParams } from 'react-router';
import { occasionAt } from '#features/boxes/actions.ts';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { cameSaid, none, ReceiveBody, startOf, useReceive } from '#features/boxes/forms/receive.tsx';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { FormPage } from '#phone/form-page.tsx';
import { PhonePage } from '#ui/page.tsx';
import type { At } from './at-place.tsx';

/** Something came in: a delivery that is due, or what nobody announced. */
export function Receive({ stock, place }: At) {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const due = stock.deliveries.filter(({ is }) => is !== 'in');
  const first = due.find(({ id }) => id === parameters.get('delivery'));
  const found = useReceive({
    name: `receive ${place.id}`,
    ground: stock,
    place: place.id,
    due,
    now: { delivery: due.length === 0 ? none : '' },
    carried: first && startOf(due, first.id),
    save: (came, values, { id }) => {
      const words = came.amounts.map((amount) => amountInside(stock, amount));
      const said = cameSaid(occasionAt(stock.partner, null, idsOf(id)), came, { ...values, place: place.id });
      return sayMoves(words.length > 0 ? `Came in: ${listed(words)}` : 'Nothing more will come', said);
    },
    onSaved: () => navigate(placeAddress(place.id), { replace: true }),
  });
  if (!found) return <PhonePage title="Came in" loading />;
  return (
    <FormPage
      form={found.form}
      words={{}}
      title="Came in"
      subtitle={place.name}
      back={placeAddress(place.id)}
      submit="It is here"
    >
      <ReceiveBody {...found} ground={stock} due={due} />
    </FormPage>
  );
}
