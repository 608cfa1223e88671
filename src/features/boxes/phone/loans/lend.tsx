import { useNavigate, useSearchParams } from 'react-router';
import { lend } from '#domain/stock/acts.ts';
import { setOf } from '#domain/stock/places.ts';
import { isBox, type Kept } from '#domain/stock/sets.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { idsOf } from '#features/boxes/forms/ids.ts';
import { LinesBody, useLines } from '#features/boxes/forms/lines.tsx';
import { FromPlace } from '#features/boxes/phone/give/from.tsx';
import { sayMoves } from '#features/boxes/phone/last-done.ts';
import { NoSession } from '#features/boxes/phone/no-session.tsx';
import { NotYours } from '#features/boxes/phone/not-yours.tsx';
import { type Outing, outingOf } from '#features/boxes/phone/outing.ts';
import { PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { whereWords } from '#features/boxes/places.ts';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { choosable, givesOut, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { FormPage } from '#phone/form-page.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

/** Lending balls, bibs and cones for a session: they come back, boxes do not. */
export function Lend() {
  const [parameters] = useSearchParams();
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  const place = useGivingPlace(stock);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock || !place) return <PhonePage title="Lend" loading />;
  if (!givesOut(stock)) return <NotYours />;
  return <Lending outing={outingOf(stock, around, place)} />;
}

function Lending({ outing }: { outing: Outing }) {
  const { stock, session, place, title } = outing;
  const back = session ? `/boxes?tab=loans&session=${session.id}` : '/boxes?tab=loans';
  const navigate = useNavigate();
  // Of what is not heard of nobody knows that it is no box.
  const isMeant = ({ id, body }: Kept) => !isBox(body) && setOf(stock, id) !== undefined;
  const at = { ground: stock, place: place.id, asked: {}, isMeant };
  const form = useLines({
    name: 'lend',
    at: () => at,
    save: (amounts, _, { id }) =>
      sayMoves(
        `Lent: ${listed(amounts.map((amount) => amountInside(stock, amount)))}`,
        lend(occasionAt(stock.partner, session, idsOf(id)), amounts, place.id),
      ),
    onSaved: () => navigate(back, { replace: true }),
  });
  if (!form) return <PhonePage title="Lend" loading />;
  return (
    <FormPage form={form} words={{}} title="Lend" subtitle={title} back={back} submit="Lend">
      <NoSession outing={outing} words="it is lent for today" to={({ id }) => `/lend?session=${id}`} />
      <FromPlace stock={stock} place={place} />
      {!choosable(stock, place.id).some(isMeant) && (
        <Empty icon="box" title="Nothing to lend yet">
          Your coordinator defines balls, bibs and cones at the desk.
        </Empty>
      )}
      <LinesBody
        form={form}
        {...at}
        hint={(set) => `${shelfOf(stock, place.id, set).balance} ${whereWords(stock, place.id)}`}
      />
    </FormPage>
  );
}
