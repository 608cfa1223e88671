import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Setup } from '#db/setup.ts';
import { ClosePlace, PlaceBody, usePlace } from '#features/boxes/forms/place.tsx';
import { PartnerChips, PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { isEmpty, placeAddress } from '#features/boxes/places.ts';
import { useAround, useStock } from '#features/boxes/queries.ts';
import { keepsStock, type Stock } from '#features/boxes/stock.ts';
import { saySaid } from '#phone/done.ts';
import { FormPage } from '#phone/form-page.tsx';
import { PhonePage } from '#ui/page.tsx';
import type { At } from './at-place.tsx';

/** A new place for stock: a van, a bag, with a worker, at a park. */
export function AddPlace() {
  const [parameters] = useSearchParams();
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock || !keepsStock(stock))
    return <PhonePage title="Add a place" back={(parts) => <Link to="/boxes?tab=stock" {...parts} />} loading />;
  return <Adding stock={stock} />;
}

const around = ({ members, sites }: Setup) => ({ members, sites });

function Adding({ stock }: { stock: Stock }) {
  const navigate = useNavigate();
  const form = usePlace({
    ...{ place: undefined, partner: stock.partner, ground: () => stock, around: around(stock.setup), save: saySaid },
    onSaved: (id) => navigate(placeAddress(id), { replace: true }),
  });
  if (!form) return <PhonePage title="Add a place" loading />;
  return (
    <FormPage form={form} words={{}} title="Add a place" back="/boxes?tab=stock" submit="Add the place">
      <PartnerChips setup={stock.setup} partner={stock.partner} />
      <PlaceBody form={form} place={undefined} around={around(stock.setup)} />
    </FormPage>
  );
}

/** Another name, its code, and closing it once it is empty. */
export function EditPlace({ stock, place }: At) {
  const navigate = useNavigate();
  const to = (address: string) => () => void navigate(address, { replace: true });
  const form = usePlace({
    ...{ place, partner: stock.partner, ground: () => stock, around: around(stock.setup), save: saySaid },
    onSaved: to(placeAddress(place.id)),
  });
  if (!form) return <PhonePage title="This place" loading />;
  return (
    <FormPage
      form={form}
      words={{ name: 'Name' }}
      title="This place"
      subtitle={place.name}
      back={placeAddress(place.id)}
      submit="Save"
      below={
        <ClosePlace
          place={place}
          isEmpty={isEmpty(stock, place.id)}
          save={saySaid}
          onSaved={to(place.closed ? placeAddress(place.id) : '/boxes?tab=stock')}
        />
      }
    >
      <PlaceBody form={form} place={place} around={around(stock.setup)} />
    </FormPage>
  );
}
