import { useLayoutEffect } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { NotYours } from '#features/boxes/phone/not-yours.tsx';
import { giveAddress, outingOf } from '#features/boxes/phone/outing.ts';
import { PartnerChoice } from '#features/boxes/phone/partner-choice.tsx';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { givesOut } from '#features/boxes/stock.ts';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Given } from './given.tsx';
import { focusTitle, useIsSpent } from './steps.tsx';
import { WhichBox } from './which.tsx';
import { Who } from './who.tsx';

/** Giving out a box: who, which, all in it. The address says how far it is, so that Back goes one step back. */
export function Give() {
  const [parameters] = useSearchParams();
  const step = stepOf(parameters);
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  const place = useGivingPlace(stock);
  const back = parameters.get('session');
  const isSpent = useIsSpent() && (parameters.has('family') || parameters.has('set'));
  const isReady = stock !== undefined && place !== undefined;
  // Each step begins at its top, and is read out from its title: the address is the same page to the shell.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new step that asks for it
  useLayoutEffect(() => {
    window.scrollTo(0, 0);
    if (isReady) focusTitle();
  }, [step, isReady, isSpent]);
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock || !place) return <PhonePage title="Give out" loading />;
  if (!givesOut(stock)) return <NotYours />;
  if (!stock.sets.some(({ body }) => body.status !== 'closed')) return <NoSets back={back} />;
  const outing = outingOf(stock, around, place);
  if (isSpent) return <Navigate to={giveAddress(outing.session)} replace />;
  if (step === 'given' || step === 'thanks') return <Given outing={outing} thanks={step === 'thanks'} />;
  return step === 'which' ? <WhichBox outing={outing} /> : <Who outing={outing} />;
}

function stepOf(parameters: URLSearchParams): 'who' | 'which' | 'given' | 'thanks' {
  if (parameters.has('given')) return parameters.has('thanks') ? 'thanks' : 'given';
  return parameters.has('person') ? 'which' : 'who';
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
