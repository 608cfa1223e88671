import { lazy, Suspense } from 'react';
import { Navigate } from 'react-router';
import { type Read, useDesk } from '#desk/desk.ts';
import { DeskTabs } from '#desk/desk-tabs.tsx';
import { boxesPeriod } from '#desk/period.ts';
import { AnswerState, PeriodPick, Screen } from '#desk/screen.tsx';
import { useSearchField } from '#desk/use-search.ts';
import { type StockView, stockOfDesk } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';

/** Equipment: what is where, what is owed and ordered, what was given out and wished for. */

const Stock = lazy(() => import('#features/boxes/desk/stock.tsx').then(({ Stock: found }) => ({ default: found })));
const Owed = lazy(() => import('#features/boxes/desk/owed.tsx').then(({ Owed: found }) => ({ default: found })));
const Deliveries = lazy(() =>
  import('#features/boxes/desk/deliveries/deliveries.tsx').then(({ Deliveries: found }) => ({ default: found })),
);
const Given = lazy(() => import('#features/boxes/desk/given.tsx').then(({ Given: found }) => ({ default: found })));
const Wishes = lazy(() => import('#features/voice/desk/wishes.tsx').then(({ Wishes: found }) => ({ default: found })));
const Reorder = lazy(() =>
  import('#features/boxes/desk/reorder.tsx').then(({ Reorder: found }) => ({ default: found })),
);

const parts = ['stock', 'owed', 'deliveries', 'given', 'wishes', 'reorder'] as const;
type Part = (typeof parts)[number];

export function Boxes() {
  const stock = useDesk().useView(stockOfDesk);
  const [asked, setPart] = useSearchField('part');
  // What was asked for has a place of its own now: an address somebody kept leads there.
  if (asked === 'needs') return <Navigate to="/desk/voice" replace />;
  const part: Part = parts.find((each) => each === asked) ?? 'stock';
  const isReport = part === 'given' || part === 'wishes';
  return (
    <Screen
      title="Boxes"
      paperNote={tabsOf(stock.value).find(({ id }) => id === part)?.label}
      end={isReport ? <PeriodPick otherwise={boxesPeriod} /> : undefined}
    >
      <div className={styles.boxes}>
        <DeskTabs
          label="Boxes"
          tabs={tabsOf(stock.value)}
          selected={part}
          onSelect={(next) => setPart(next === 'stock' ? '' : next)}
        >
          <Suspense>
            <Chosen part={part} stock={stock} />
          </Suspense>
        </DeskTabs>
      </div>
    </Screen>
  );
}

/** Beside the words, what waits there. */
function tabsOf(view: StockView | undefined) {
  const late = view?.deliveries.filter(({ is }) => is === 'late').length;
  return [
    { id: 'stock', label: 'Stock' },
    { id: 'owed', label: 'Parts owed', count: view?.owed.length || undefined },
    { id: 'deliveries', label: 'Deliveries', count: late || undefined },
    { id: 'given', label: 'Given out' },
    { id: 'wishes', label: 'Wishes' },
    { id: 'reorder', label: 'Reorder' },
  ] as const;
}

function Chosen({ part, stock }: { part: Part; stock: Read<StockView> }) {
  const { value: view } = stock;
  return (
    <>
      <AnswerState answer={stock} what="the stock" />
      {view && part === 'stock' && <Stock view={view} />}
      {view && part === 'owed' && <Owed view={view} />}
      {view && part === 'deliveries' && <Deliveries view={view} />}
      {view && part === 'given' && <Given view={view} />}
      {view && part === 'wishes' && <Wishes view={view} />}
      {view && part === 'reorder' && <Reorder view={view} />}
    </>
  );
}
