import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Loans } from '#features/boxes/phone/loans/loans.tsx';
import { useAround, useGivingPlace, useStock } from '#features/boxes/queries.ts';
import { givesOut, keepsStock, partnerName } from '#features/boxes/stock.ts';
import { DoneBar } from '#phone/done-bar.tsx';
import { Empty } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { useSlots } from '#ui/slots.tsx';
import { Tabs } from '#ui/tabs.tsx';
import styles from './boxes.module.css';
import { NotYours } from './not-yours.tsx';
import { type Outing, outingOf } from './outing.ts';
import { PartnerChips, PartnerChoice } from './partner-choice.tsx';
import { StockTab } from './stock-tab.tsx';
import { WithMe } from './with-me.tsx';

const tabs = [
  { id: 'give', label: 'Give out' },
  { id: 'stock', label: 'Stock' },
  { id: 'loans', label: 'Loans' },
  { id: 'wishes', label: 'Wishes' },
] as const;
type TabId = (typeof tabs)[number]['id'];

type BoxesProps = {
  /** What is wished for is another feature’s. */
  readonly wishes: (outing: Outing) => ReactNode;
};

/** Boxes: what is with me, what there is, what is out, what is wished for. Which of them stands in the address. */
export function Boxes({ wishes }: BoxesProps) {
  const [parameters, setParameters] = useSearchParams();
  const around = useAround(parameters.get('session'));
  const stock = useStock(around?.partner);
  const place = useGivingPlace(stock);
  const { bar } = useSlots();
  if (around?.partner === null) return <PartnerChoice setup={around.setup} />;
  if (!around || !stock || !place) return <PhonePage title="Boxes" bottom={bar} loading />;
  if (!givesOut(stock)) return <NotYours />;
  const isKeeper = keepsStock(stock);
  // A volunteer gives out, lends and asks what is wished for; the rest is not theirs to save.
  const shown = tabs.filter(({ id }) => isKeeper || id !== 'stock');
  const asked = shown.find(({ id }) => id === parameters.get('tab'))?.id ?? 'give';
  const outing = outingOf(stock, around, place);
  const turn = (changed: Readonly<Record<string, string | null>>) => {
    const next = Object.entries({ ...Object.fromEntries(parameters), ...changed });
    setParameters(Object.fromEntries(next.filter((each): each is [string, string] => each[1] !== null)), {
      replace: true,
    });
  };
  return (
    <PhonePage
      title="Boxes"
      subtitle={partnerName(stock)}
      back={isKeeper ? undefined : (parts) => <Link to="/" {...parts} />}
      bottom={
        <>
          <DoneBar />
          {isKeeper && bar}
        </>
      }
    >
      <PartnerChips setup={around.setup} partner={stock.partner} onChosen={() => turn({ session: null })} />
      <Tabs label="Boxes" tabs={shown} selected={asked} onSelect={(tab) => turn({ tab: tab === 'give' ? null : tab })}>
        <div className={styles.panel}>
          <Tab tab={asked} outing={outing} wishes={wishes} />
        </div>
      </Tabs>
    </PhonePage>
  );
}

function Tab({ tab, outing, wishes }: BoxesProps & { tab: TabId; outing: Outing }) {
  if (outing.stock.sets.length === 0 && tab !== 'wishes')
    return (
      <Empty icon="box" title="No boxes yet">
        Your coordinator defines the boxes at the desk. They arrive here with signal.
      </Empty>
    );
  if (tab === 'stock') return <StockTab stock={outing.stock} />;
  if (tab === 'loans') return <Loans outing={outing} />;
  return tab === 'wishes' ? wishes(outing) : <WithMe outing={outing} />;
}
