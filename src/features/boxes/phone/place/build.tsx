import { useNavigate } from 'react-router';
import { build, lackingIn, takeApart } from '#domain/stock/acts.ts';
import { isBox, type Kept } from '#domain/stock/sets.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import {
  asBuilt,
  type Boxes,
  BoxesBody,
  type BoxesFields,
  type Contents,
  useBoxes,
} from '#features/boxes/forms/boxes.tsx';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { TooFew } from '#features/boxes/forms/too-few.tsx';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { leftShort, shortageOf, useUp } from '#features/boxes/shortage.ts';
import { contentsOf, packedIn, type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { FormPage } from '#phone/form-page.tsx';
import { PhonePage } from '#ui/page.tsx';
import type { At } from './at-place.tsx';

/** Boxes made of parts, or taken apart again. The parts that went in are said; what did not is owed to those boxes. */
export function Build({ stock, place, apart }: At & { apart: boolean }) {
  const navigate = useNavigate();
  const contents = ({ set }: BoxesFields) => (apart ? inHand(stock, place.id, set) : asBuilt(stock, set));
  const found = useBoxes({
    name: `${apart ? 'apart' : 'build'} ${place.id}`,
    now: { partner: stock.partner, place: place.id },
    ground: () => stock,
    contents,
    none: 'A box is made of at least one part.',
    save: (boxes, _, { id }) => {
      const words = `${apart ? 'Taken apart' : 'Built'}: ${amountInside(stock, boxes)}`;
      const occasion = occasionAt(stock.partner, null, idsOf(id));
      const said = { ...boxes, place: place.id };
      return sayMoves(
        words,
        apart ? [takeApart(occasion, said, answered(stock, place.id, boxes))] : build(occasion, said),
      );
    },
    onSaved: () => navigate(placeAddress(place.id), { replace: true }),
  });
  const title = apart ? 'Take apart' : 'Build boxes';
  if (!found) return <PhonePage title={title} loading />;
  const { form, boxes } = found;
  const { set } = form.values;
  const short = apart || set === '' ? [] : lackingIn(boxes.inOne, boxes.n, boxes.parts);
  const shortage = apart ? shortageOf(stock, place.id, set) : [];
  const hint = (part: string) => {
    const before = leftShort(shortage, part);
    return `${shelfOf(stock, place.id, part).balance} here${before > 0 ? ` · found missing before: ${before}` : ''}`;
  };
  return (
    <FormPage
      form={form}
      words={{}}
      title={title}
      subtitle={place.name}
      back={placeAddress(place.id)}
      submit={apart ? 'Take apart' : 'Build'}
      foot={short.length > 0 ? `Missing in them: ${listed(short.map((part) => amountInside(stock, part)))}` : undefined}
    >
      <BoxesBody
        form={form}
        ground={stock}
        place={place.id}
        contents={contents(form.values)}
        isMeant={isMeant}
        words={{ which: 'Which box?', parts: apart ? 'What comes out' : 'What goes in' }}
        hint={hint}
      />
      {!apart && set !== '' && <TooFew ground={stock} place={place.id} amounts={boxes.parts} />}
    </FormPage>
  );
}

const isMeant = ({ body }: Kept): boolean => isBox(body);

/** As the boxes in hand were built: what was found missing in them does not come out. */
function inHand(stock: Stock, place: string, set: string): Contents {
  const version = packedIn(stock, set);
  const shortage = shortageOf(stock, place, set);
  const usual: Contents['usual'] = (part, boxes) => Math.max(0, part.n * boxes - leftShort(shortage, part.set));
  return { version, inOne: contentsOf(stock, set, version), usual };
}

/** The findings that are answered as what was missing did not come out. */
function answered(stock: Stock, place: string, { set, n, inOne, parts }: Boxes): string[] {
  const shortage = shortageOf(stock, place, set);
  return [...new Set(lackingIn(inOne, n, parts).flatMap((part) => useUp(shortage, part.set, part.n)))];
}
