import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useDrafted } from '#db/draft.ts';
import { onLoan } from '#domain/records/shapes/movement-sides.ts';
import { setName, setOf } from '#domain/stock/places.ts';
import { isBox } from '#domain/stock/sets.ts';
import { move } from '#features/boxes/actions.ts';
import { FromPlace } from '#features/boxes/phone/give/from.tsx';
import { doing } from '#features/boxes/phone/last-done.ts';
import { NoSession } from '#features/boxes/phone/no-session.tsx';
import { NotYours } from '#features/boxes/phone/not-yours.tsx';
import { type Outing, outingOf } from '#features/boxes/phone/outing.ts';
import { PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { Amounts, amountField, readAmounts, type Typed } from '#features/boxes/phone/place/amounts.tsx';
import { amountFaults } from '#features/boxes/phone/place/form-page.tsx';
import { whereWords } from '#features/boxes/places.ts';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { choosable, givesOut, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, listed } from '#features/boxes/words.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, type FieldFault } from '#ui/error-summary.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { Foot, PhonePage } from '#ui/page.tsx';
import { Form } from '#ui/stack.tsx';

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
  const { fields, change, done } = useDrafted<{ typed: Typed }>('lend', { typed: {} });
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  const typed = fields?.typed ?? {};
  const { amounts, faults: wrong } = readAmounts(typed);
  const all = choosable(stock, place.id).filter(({ id, body }) => !isBox(body) && setOf(stock, id));
  const isThere = ({ id }: { id: string }) => shelfOf(stock, place.id, id).balance > 0;
  const lend = useOnce(async () => {
    const found = amountFaults(wrong, (set) => setName(stock, set));
    const isNone = found.length === 0 && amounts.length === 0;
    const first = amountField((all.find(isThere) ?? all[0])?.id ?? '');
    setFaults(isNone ? [{ fieldId: first, message: 'Say how many of at least one thing.' }] : found);
    if (isNone || found.length > 0) return;
    const words = `Lent: ${listed(amounts.map((amount) => amountInside(stock, amount)))}`;
    const moves = amounts.map((amount) => ({ kind: 'lent' as const, ...amount, from: place.id, to: onLoan }));
    if (!(await doing(words, () => move({ partner: stock.partner, session }, moves)))) return;
    await done();
    navigate(back, { replace: true });
  });
  return (
    <PhonePage
      title="Lend"
      subtitle={title}
      back={(parts) => <Link to={back} onClick={() => void done()} {...parts} />}
      bottom={
        <Foot>
          <Button kind="primary" wide onClick={() => void lend()}>
            Lend
          </Button>
        </Foot>
      }
    >
      <Form onSubmit={() => lend()}>
        <ErrorSummary errors={faults} />
        <NoSession outing={outing} words="it is lent for today" to={({ id }) => `/lend?session=${id}`} />
        <FromPlace stock={stock} place={place} />
        {all.length === 0 && (
          <Empty icon="box" title="Nothing to lend yet">
            Your coordinator defines balls, bibs and cones at the desk.
          </Empty>
        )}
        <Amounts
          sets={all.filter(isThere)}
          others={all.filter((each) => !isThere(each))}
          typed={typed}
          faults={faults.length > 0 ? wrong : {}}
          hint={(set) => `${shelfOf(stock, place.id, set).balance} ${whereWords(stock, place.id)}`}
          onChange={(next) => change({ typed: next })}
        />
      </Form>
    </PhonePage>
  );
}
