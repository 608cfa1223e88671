import { useNavigate } from 'react-router';
import { many } from '#domain/many.ts';
import { countPlace } from '#features/boxes/actions.ts';
import { CountBody, useCount } from '#features/boxes/forms/count.tsx';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { choosable, shelvesIn } from '#features/boxes/stock.ts';
import { didLast } from '#phone/done.ts';
import { FormPage } from '#phone/form-page.tsx';
import { keepHere } from '#phone/save.ts';
import { PhonePage } from '#ui/page.tsx';
import { type At, AtPlace } from './at-place.tsx';

/** Counting what lies in a place. */
export function CountScreen() {
  return <AtPlace title="Count">{(at) => <Counting key={at.place.id} {...at} />}</AtPlace>;
}

function Counting({ stock, place }: At) {
  const navigate = useNavigate();
  const there = new Set(shelvesIn(stock, place.id).map(({ set }) => set));
  const all = choosable(stock, place.id, [...there]);
  const sets = all.filter(({ id }) => there.has(id));
  const others = all.filter(({ id }) => !there.has(id));
  const form = useCount({
    ...{ ground: stock, place: place.id },
    sets: [...sets, ...others],
    save: (counted, { id }) =>
      keepHere('The count', async () => {
        await countPlace(stock.partner, place.id, counted, idsOf(id));
        didLast({ words: `${many(counted.size, 'thing')} counted in ${place.name}`, undo: null });
      }),
    onSaved: () => navigate(placeAddress(place.id), { replace: true }),
  });
  if (!form) return <PhonePage title="Count" loading />;
  return (
    <FormPage
      form={form}
      words={{}}
      title="Count"
      subtitle={place.name}
      back={placeAddress(place.id)}
      submit={form.n === 0 ? 'Save the count' : `Save the count of ${many(form.n, 'thing')}`}
      foot="Empty is not counted, and stays as it is"
    >
      <CountBody form={form} ground={stock} place={place.id} sets={sets} others={others} />
    </FormPage>
  );
}
