import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useDrafted } from '#db/draft.ts';
import { say } from '#db/person.ts';
import { receive } from '#domain/stock/acts.ts';
import type { DeliveryState } from '#domain/stock/deliveries.ts';
import { setName } from '#domain/stock/places.ts';
import { arrive } from '#domain/stock/registers.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { occasionAt } from '#features/boxes/actions.ts';
import { doing } from '#features/boxes/phone/last-done.ts';
import { placeAddress } from '#features/boxes/places.ts';
import { choosable, type Stock, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, dateWords, listed } from '#features/boxes/words.ts';
import { Choice, Tick } from '#ui/choice.tsx';
import type { FieldFault } from '#ui/error-summary.tsx';
import { Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';
import { Amounts, amountField, readAmounts, type Typed } from './amounts.tsx';
import type { At } from './at-place.tsx';
import { amountFaults, FormPage } from './form-page.tsx';

/** `due`: what was due of the delivery when it was chosen. */
type ReceiveFields = {
  readonly delivery: string;
  readonly due: Typed;
  readonly typed: Typed;
  readonly rest: boolean;
};

const none = 'none';

/** Something came in: a delivery that is due, with its numbers filled in, or what nobody announced. */
export function Receive({ stock, place }: At) {
  const [parameters] = useSearchParams();
  const due = stock.deliveries.filter(({ is }) => is !== 'in');
  const first = due.find(({ id }) => id === parameters.get('delivery'));
  const begun = first ? startOf(first) : { ...startOf(undefined), delivery: due.length === 0 ? none : '' };
  const { fields: kept, change, done } = useDrafted<ReceiveFields>(`receive:${place.id}`, begun, first !== undefined);
  const [faults, setFaults] = useState<readonly FieldFault[]>([]);
  const navigate = useNavigate();
  if (!kept) return <PhonePage title="Came in" loading />;
  const isPast = !stillDue(kept, due);
  const fields = isPast ? begun : kept;
  const { typed, rest } = fields;
  const delivery = due.find(({ id }) => id === fields.delivery);
  const { amounts, faults: wrong } = readAmounts(typed);
  const left = delivery ? leftOf(delivery, amounts) : [];

  async function save() {
    const found = problems(stock, fields.delivery, typed);
    setFaults(found);
    if (found.length > 0) return;
    const words = `Came in: ${listed(amounts.map((amount) => amountInside(stock, amount)))}`;
    const occasion = occasionAt(stock.partner);
    const came = receive(occasion, amounts, { to: place.id, delivery: delivery?.id });
    const state = delivery ? arrive(stock.partner, delivery.id, { day: occasion.day, noMore: rest }) : [];
    if (!(await doing(words, () => say([...came, ...state])))) return;
    await done();
    navigate(placeAddress(place.id), { replace: true });
  }

  return (
    <FormPage
      title="Came in"
      place={place}
      submit="It is here"
      faults={faults}
      onSubmit={save}
      onLeave={() => void done()}
    >
      {isPast && <Remark>What was due has changed since you began. This begins afresh.</Remark>}
      <WhichDelivery due={due} chosen={fields.delivery} faults={faults} onChange={change} />
      {fields.delivery !== '' && (
        <What
          at={{ stock, place }}
          delivery={delivery}
          typed={typed}
          faults={faults.length > 0 ? wrong : {}}
          onChange={(next) => change({ ...fields, typed: next })}
        />
      )}
      {left.length > 0 && (
        <Tick
          label="The rest will not come"
          hint={listed(left.map((amount) => amountInside(stock, amount)))}
          checked={rest}
          onChange={(closed) => change({ ...fields, rest: closed })}
        />
      )}
    </FormPage>
  );
}

type WhichProps = {
  readonly due: readonly DeliveryState[];
  readonly chosen: string;
  readonly faults: readonly FieldFault[];
  readonly onChange: (changed: ReceiveFields) => void;
};

function WhichDelivery({ due, chosen, faults, onChange }: WhichProps) {
  if (due.length === 0) return null;
  return (
    <Choice
      id="receive-delivery"
      legend="Which delivery?"
      options={[
        ...due.map(({ id, supplier, promised, is }) => ({
          value: id,
          label: supplier,
          end: promised ? `${is === 'late' ? 'was due' : 'due'} ${dateWords(promised)}` : undefined,
        })),
        { value: none, label: 'None of these' },
      ]}
      value={chosen || undefined}
      error={faults.find(({ fieldId }) => fieldId === 'receive-delivery')?.message}
      onChange={(id) => onChange({ ...startOf(due.find((each) => each.id === id)), delivery: id })}
    />
  );
}

type WhatProps = {
  readonly at: At;
  readonly delivery: DeliveryState | undefined;
  readonly typed: Typed;
  readonly faults: Readonly<Record<string, string>>;
  readonly onChange: (typed: Typed) => void;
};

/** The lines of the delivery, or anything at all. */
function What({ at: { stock, place }, delivery, ...rows }: WhatProps) {
  const lines = new Set(delivery?.lines.map(({ set }) => set) ?? []);
  const sets = choosable(stock, undefined, [...lines]);
  return (
    <Amounts
      sets={delivery ? sets.filter(({ id }) => lines.has(id)) : sets}
      others={delivery ? sets.filter(({ id }) => !lines.has(id)) : []}
      hint={(set) => hintOf(stock, place.id, delivery, set)}
      {...rows}
    />
  );
}

/** What is due, as if it had been typed. */
const dueOf = (delivery: DeliveryState | undefined): Typed =>
  Object.fromEntries((delivery?.lines ?? []).filter(({ due }) => due > 0).map(({ set, due }) => [set, String(due)]));

/** A delivery as it is when it is chosen. */
const startOf = (delivery: DeliveryState | undefined): ReceiveFields => ({
  delivery: delivery?.id ?? '',
  due: dueOf(delivery),
  typed: dueOf(delivery),
  rest: false,
});

/** Whether a form that was left half filled is still of what is due: another may have taken it in since. */
function stillDue({ delivery, due: begun }: ReceiveFields, due: readonly DeliveryState[]): boolean {
  if (delivery === '' || delivery === none) return true;
  const now = dueOf(due.find(({ id }) => id === delivery));
  const sets = new Set([...Object.keys(now), ...Object.keys(begun)]);
  return [...sets].every((set) => now[set] === begun[set]);
}

/** What of a delivery is still missing once this is here. */
const leftOf = ({ lines }: DeliveryState, came: readonly Amount[]): Amount[] =>
  lines
    .map(({ set, due }) => ({ set, n: due - (came.find((each) => each.set === set)?.n ?? 0) }))
    .filter(({ n }) => n > 0);

function hintOf(stock: Stock, place: string, delivery: DeliveryState | undefined, set: string): string {
  const line = delivery?.lines.find((each) => each.set === set);
  return line ? `${line.due} due of ${line.n} ordered` : `${shelfOf(stock, place, set).balance} here`;
}

function problems(stock: Stock, delivery: string, typed: Typed): FieldFault[] {
  if (delivery === '') return [{ fieldId: 'receive-delivery', message: 'Choose which delivery it is.' }];
  const { amounts, faults } = readAmounts(typed);
  const wrong = amountFaults(faults, (set) => setName(stock, set));
  if (wrong.length > 0 || amounts.length > 0) return wrong;
  const first = Object.keys(typed)[0] ?? stock.sets[0]?.id ?? '';
  return [{ fieldId: amountField(first), message: 'Say how many of at least one thing.' }];
}
