import { useLayoutEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Given } from './given.tsx';
import { NotYours } from './not-yours.tsx';
import { outingOf } from './outing.ts';
import { PartnerChoice } from './partner-choice.tsx';
import { useAround, useGivingPlace, useStock } from './queries.ts';
import { givesOut } from './stock.ts';
import { WhichBox } from './which.tsx';
import { Who } from './who.tsx';

/** Giving out a box: who, which, all in it. The address says how far it is, so that Back goes one step back. */
export function Give() {
  const [parameters] = useSearchParams();
  const step = parameters.has('given') ? 'given' : parameters.has('person') ? 'which' : 'who';
  // Each step begins at its top: the address is the same page to the shell.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new step that asks for it
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
  }, [step]);
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  const place = useGivingPlace(stock);
  const back = parameters.get('session');
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock || !place)
    return (
      <PhonePage title="Give out">
        <p />
      </PhonePage>
    );
  if (!givesOut(stock)) return <NotYours />;
  if (!stock.sets.some(({ body }) => body.status !== 'closed')) return <NoSets back={back} />;
  const outing = outingOf(stock, around.session, place);
  if (step === 'given') return <Given outing={outing} />;
  return step === 'which' ? <WhichBox outing={outing} /> : <Who outing={outing} />;
}

function NoSets({ back }: { back: string | null }) {
  return (
    <PhonePage title="Give out" back={(parts) => <Link to={back ? `/s/${back}` : '/'} {...parts} />}>
      <Empty icon="box" title="No boxes yet">
        Your coordinator defines the boxes at the desk. They arrive here with signal.
      </Empty>
    </PhonePage>
  );
}
