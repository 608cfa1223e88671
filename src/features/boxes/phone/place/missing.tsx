import { useNavigate } from 'react-router';
import { many } from '#domain/many.ts';
import { findShort } from '#domain/stock/acts.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { BoxesBody, type BoxesFields, type Contents, useBoxes } from '#features/boxes/forms/boxes.tsx';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { contentsOf, packedIn } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { FormPage } from '#phone/form-page.tsx';
import { PhonePage } from '#ui/page.tsx';
import type { At } from './at-place.tsx';

/** Boxes here were found without some of their parts. It is known when one of them is given out. */
export function Missing({ stock, place }: At) {
  const navigate = useNavigate();
  const contents = ({ set }: BoxesFields): Contents => {
    const version = packedIn(stock, set);
    return { version, inOne: contentsOf(stock, set, version) };
  };
  const found = useBoxes({
    name: `missing ${place.id}`,
    now: { partner: stock.partner, place: place.id },
    ground: () => stock,
    contents,
    none: 'Say which part is missing.',
    save: ({ set, n, version, parts }, _, { id }) =>
      sayMoves(`Missing: ${listed(parts.map((part) => amountInside(stock, part)))}`, [
        findShort(occasionAt(stock.partner, null, idsOf(id)), { set, n, version, owed: parts, place: place.id }),
      ]),
    onSaved: () => navigate(placeAddress(place.id), { replace: true }),
  });
  if (!found) return <PhonePage title="Missing part" loading />;
  const { form, boxes } = found;
  const inOne = new Map(boxes.inOne.map((part) => [part.set, part.n]));
  return (
    <FormPage
      form={form}
      words={{}}
      title="Missing part"
      subtitle={place.name}
      back={placeAddress(place.id)}
      submit="Save"
      foot={boxes.n > 0 && boxes.parts.length > 0 ? `In ${many(boxes.n, 'box', 'boxes')} here` : undefined}
    >
      <BoxesBody
        form={form}
        ground={stock}
        place={place.id}
        contents={contents(form.values)}
        isMeant={() => true}
        words={{ which: 'In which box?', parts: 'What is missing, in all?' }}
        hint={(part) => `${inOne.get(part) ?? 0} in each box`}
      />
    </FormPage>
  );
}
