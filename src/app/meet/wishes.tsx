import { Link, useSearchParams } from 'react-router';
import { Boxes } from '#features/boxes/phone/boxes.tsx';
import { NotYours } from '#features/boxes/phone/not-yours.tsx';
import { type Outing, outingOf } from '#features/boxes/phone/outing.ts';
import { PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { givesOut, keepsStock } from '#features/boxes/stock.ts';
import { Wishes } from '#features/voice/phone/wishes.tsx';
import { DoneBar } from '#phone/done-bar.tsx';
import { PhonePage } from '#ui/page.tsx';

/** Wishes are asked for where boxes are given out: a tab of Boxes, and a page of its own from a live session. */

export function BoxesScreen() {
  return <Boxes wishes={(outing) => <WishesAt outing={outing} />} />;
}

export function WishesScreen() {
  const [parameters] = useSearchParams();
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  const place = useGivingPlace(stock);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (stock && !givesOut(stock)) return <NotYours />;
  const outing = around && stock && place && outingOf(stock, around, place);
  const session = outing?.session;
  return (
    <PhonePage
      title="Wishes"
      subtitle={outing?.title}
      back={(parts) => <Link to={session ? `/s/${session.id}` : '/boxes?tab=wishes'} {...parts} />}
      bottom={<DoneBar />}
    >
      {outing ? <WishesAt outing={outing} /> : <p />}
    </PhonePage>
  );
}

function WishesAt({ outing: { stock, session, day } }: { outing: Outing }) {
  const { partner, setup, sets } = stock;
  const asking = { partner, session: session?.id, site: session?.body.site, day };
  return <Wishes asking={asking} setup={setup} sets={sets} isTeam={keepsStock(stock)} />;
}
