import { useState } from 'react';
import { useDesk } from '#desk/desk.ts';
import { PartnerPick, partnerName, usePartner } from '#desk/partner.tsx';
import { dateWords } from '#desk/period.ts';
import type { DeliveryLine } from '#domain/stock/partner-stock.ts';
import { setName } from '#domain/stock/places.ts';
import { expectMore } from '#domain/stock/registers.ts';
import type { StockView } from '#domain/stock/view.ts';
import styles from '#features/boxes/desk/boxes.module.css';
import { amountWords } from '#features/boxes/desk/words.ts';
import { NotSaved } from '#forms/not-saved.tsx';
import { ActionRow } from '#ui/action-row.tsx';
import { Fold } from '#ui/answers.tsx';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/card.tsx';
import { Filters } from '#ui/desk-bar.tsx';
import { Each } from '#ui/each.tsx';
import { Empty } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { ArrivedSheet } from './arrived.tsx';
import { DeliverySheet } from './delivery.tsx';

/** What was ordered: late first, then what is due, then what came. */
export function Deliveries({ view }: { view: StockView }) {
  const partner = usePartner(view);
  const [adding, setAdding] = useState(false);
  const [arrived, setArrived] = useState<DeliveryLine>();
  const desk = useDesk();
  const [trouble, setTrouble] = useState<string | null>(null);
  const reopen = useOnce(async ({ id, partner: owner }: DeliveryLine) =>
    setTrouble(await desk.save('The delivery', [expectMore(owner, id)])),
  );
  const own = view.deliveries.filter((each) => partner === '' || each.partner === partner);
  const waiting = own.filter(({ is }) => is !== 'in').sort(soonest);
  const came = own.filter(({ is }) => is === 'in').sort((a, b) => (a.arrived < b.arrived ? 1 : -1));
  return (
    <>
      <Filters label="Whose deliveries">
        <PartnerPick view={view} />
        <Button kind="primary" size="inline" icon="plus" onClick={() => setAdding(true)}>
          Add a delivery
        </Button>
      </Filters>
      <NotSaved trouble={trouble} />
      {waiting.length === 0 && (
        <Empty icon="box" title="Nothing on its way">
          {came.length > 0 ? 'All that was ordered came.' : 'Write down what was ordered, and who supplies it.'}
        </Empty>
      )}
      <div className={`${styles.column} ${styles.roomy}`}>
        <List>
          <Each of={waiting} by={(delivery) => delivery.id}>
            {(delivery) => <Waiting view={view} delivery={delivery} onArrived={() => setArrived(delivery)} />}
          </Each>
        </List>
        {came.length > 0 && (
          <Fold title={`${came.length} in`} open={came.some(isOver)} note="What came, or will not come any more.">
            <List>
              <Each of={came} by={(delivery) => delivery.id}>
                {(delivery) => <Came view={view} delivery={delivery} onReopen={() => void reopen(delivery)} />}
              </Each>
            </List>
          </Fold>
        )}
      </div>
      <DeliverySheet view={view} open={adding} partner={partner} onClose={() => setAdding(false)} />
      <ArrivedSheet view={view} delivery={arrived} onClose={() => setArrived(undefined)} />
    </>
  );
}

/** By the day promised; without one, last. */
const soonest = (a: DeliveryLine, b: DeliveryLine): number =>
  (a.promised || '9999').localeCompare(b.promised || '9999') || (a.id < b.id ? -1 : 1);

type OneProps = { readonly view: StockView; readonly delivery: DeliveryLine };

function Waiting({ view, delivery, onArrived }: OneProps & { onArrived: () => void }) {
  const { supplier, promised, is, lines, reference } = delivery;
  return (
    <ActionRow
      icon={is === 'late' ? 'warning' : 'clock'}
      calm={is !== 'late'}
      action={
        <Button size="inline" aria-label={`Mark received: ${supplier}`} onClick={onArrived}>
          Mark received
        </Button>
      }
    >
      <b>{supplier}</b>{' '}
      <span className={is === 'late' ? styles.late : undefined}>
        {promised === '' ? 'no day promised' : `${is === 'late' ? 'late, promised for' : 'due'} ${dateWords(promised)}`}
      </span>
      <span className={styles.under}>
        {lines
          .map(({ set, n, due }) =>
            due === n ? amountWords(view, { set, n }) : `${due} of ${n} ${setName(view, set)}`,
          )
          .join(', ')}
      </span>
      <Over view={view} delivery={delivery} />
      <span className={styles.under}>{byline(view, delivery, reference)}</span>
    </ActionRow>
  );
}

function Came({ view, delivery, onReopen }: OneProps & { onReopen: () => void }) {
  const { supplier, arrived, lines, reference } = delivery;
  const missing = lines.filter(({ due }) => due > 0);
  return (
    <ActionRow
      icon={isOver(delivery) ? 'warning' : 'tick'}
      calm={!isOver(delivery)}
      action={
        missing.length > 0 ? (
          <Button size="inline" aria-label={`Wait for it after all: ${supplier}`} onClick={onReopen}>
            Wait for it after all
          </Button>
        ) : (
          arrived && dateWords(arrived)
        )
      }
    >
      <b>{supplier}</b> {missing.length > 0 && arrived && dateWords(arrived)}
      <span className={styles.under}>{lines.map((line) => amountWords(view, line)).join(', ')}</span>
      {missing.length > 0 && (
        <span className={styles.under}>
          Never came: {missing.map(({ set, due }) => amountWords(view, { set, n: due })).join(', ')}
        </span>
      )}
      <Over view={view} delivery={delivery} />
      <span className={styles.under}>{byline(view, delivery, reference)}</span>
    </ActionRow>
  );
}

/** More came than was ordered: a question until one is taken back, in the history on a phone, or the shelf is counted. */
const Over = ({ view, delivery: { lines } }: OneProps) =>
  lines
    .filter(({ over }) => over > 0)
    .map(({ set, over }) => (
      <span key={set} className={`${styles.under} ${styles.late}`}>
        {over} more {setName(view, set)} came than {over === 1 ? 'was' : 'were'} ordered. Written down twice?
      </span>
    ));

const isOver = ({ lines }: DeliveryLine): boolean => lines.some(({ over }) => over > 0);

const byline = (view: StockView, { partner }: DeliveryLine, reference: string): string =>
  [view.partners.length > 1 && partnerName(view, partner), reference].filter(Boolean).join(' · ');
