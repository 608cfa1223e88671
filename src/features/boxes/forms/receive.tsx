import type { Saying } from '#domain/records/say.ts';
import { type Occasion, receive } from '#domain/stock/acts.ts';
import type { DeliveryState } from '#domain/stock/deliveries.ts';
import { arrive } from '#domain/stock/registers.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { choosable, type Ground, shelfOf } from '#features/boxes/stock.ts';
import { amountInside, dateWords, listed } from '#features/boxes/words.ts';
import type { Faults } from '#forms/faults.ts';
import type { FormState } from '#forms/form.tsx';
import { Choice, Tick } from '#ui/choice.tsx';
import { Remark } from '#ui/notice.tsx';
import { type AmountFields, Amounts, amountField, judgeAmounts, readAmounts } from './amounts.tsx';
import { type SayingAgain, useFactForm, useHandedIn } from './ids.ts';

/** What came in: a delivery that is due, with its numbers filled in, or what nobody announced. */

export type ReceiveFields = AmountFields & {
  readonly delivery: string;
  /** What was due of the delivery when a number of it was typed. */
  readonly due: string;
  /** The rest will not come. */
  readonly rest: boolean;
  /** Asked at a desk. */
  readonly place: string;
  readonly day: string;
};

/** Nobody announced it. */
export const none = 'none';

type ReceiveOptions = {
  readonly name: string;
  readonly ground: Ground;
  readonly place: string;
  readonly due: readonly DeliveryState[];
  readonly now: Partial<ReceiveFields>;
  /** The delivery it was opened for: it is another matter than an older draft, which is not brought back. */
  readonly carried?: Partial<ReceiveFields> | undefined;
  readonly judge?: (values: ReceiveFields) => Faults<ReceiveFields>;
  readonly save: (came: Came, values: ReceiveFields, saving: SayingAgain<ReceiveFields>) => Promise<string | null>;
  readonly onSaved?: () => void;
};

export function useReceive({ name, ground, place, due, now, carried, judge, save, onSaved }: ReceiveOptions) {
  const handed = useHandedIn<ReceiveFields>();
  const meant = (values: ReceiveFields) => handed.meant(() => afreshIfPast(values, due));
  const form = useFactForm<ReceiveFields>({
    name,
    now: { delivery: '', due: '', rest: false, place, day: '', ...now },
    carried,
    days: { day: 'past' },
    judge: (typed) => {
      const values = meant(typed);
      if (values.delivery === '') return { delivery: 'Choose which delivery it is.' };
      const came = cameIn(values, ground, due);
      // Nothing came, and nothing more will: that is an answer too.
      const isClosing = values.rest && came.delivery !== undefined && Object.keys(came.faults).length === 0;
      const first = (came.delivery?.lines.find((line) => line.due > 0)?.set ?? ground.sets[0]?.id) || '';
      return { ...judge?.(values), ...(!isClosing && judgeAmounts(came, first)) };
    },
    save: (typed, saving) => {
      const values = handed.handIn(meant(typed));
      return save(cameIn(values, ground, due), values, saving);
    },
    ...(onSaved && { onSaved }),
  });
  if (!form) return undefined;
  const values = meant(form.values);
  const isPast = handed.meant(() => form.values) === form.values && values !== form.values;
  // The first thing typed into a form that begins afresh takes the place of all that stood there.
  const change: typeof form.change = (changed) => {
    handed.typeAnew();
    form.change(isPast ? { ...emptied(form.values), ...values, ...changed } : changed);
  };
  return { form: { ...form, values, change, theirs: [] }, came: cameIn(values, ground, due), isPast };
}

type Came = {
  readonly delivery: DeliveryState | undefined;
  readonly amounts: readonly Amount[];
  readonly faults: Readonly<Record<`n/${string}`, string>>;
  /** What of the delivery is still missing once this is here. */
  readonly left: readonly Amount[];
};

const dueOf = (delivery: DeliveryState | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (delivery?.lines ?? []).flatMap(({ set, due }) => (due > 0 ? [[amountField(set), String(due)]] : [])),
  );

/** A delivery as it is chosen. */
export const startOf = (due: readonly DeliveryState[], id: string): Partial<ReceiveFields> => {
  const lines = dueOf(due.find((each) => each.id === id));
  return { ...lines, delivery: id, due: JSON.stringify(lines), rest: false };
};

const emptied = (values: ReceiveFields): AmountFields =>
  Object.fromEntries(Object.keys(values).flatMap((field) => (field.startsWith('n/') ? [[field, undefined]] : [])));

/** What is due of a form that was left half filled may have come by now: it begins afresh. */
function afreshIfPast(values: ReceiveFields, due: readonly DeliveryState[]): ReceiveFields {
  const { delivery } = values;
  if (delivery === '' || delivery === none) return values;
  const found = due.find(({ id }) => id === delivery);
  if (values.due === JSON.stringify(dueOf(found))) return values;
  return { ...values, ...emptied(values), ...startOf(due, found ? delivery : due.length === 0 ? none : '') };
}

function cameIn(values: ReceiveFields, ground: Ground, due: readonly DeliveryState[]): Came {
  const delivery = due.find(({ id }) => id === values.delivery);
  const read = readAmounts(values, ground, delivery !== undefined);
  const came = new Map(read.amounts.map(({ set, n }) => [set, n]));
  const left = (delivery?.lines ?? []).map((line) => ({ set: line.set, n: line.due - (came.get(line.set) ?? 0) }));
  return { ...read, amounts: read.amounts.filter(({ n }) => n > 0), delivery, left: left.filter(({ n }) => n > 0) };
}

/** What is said of it: each thing that came, and that the delivery did, or will not any more. */
export const cameSaid = (occasion: Occasion, { delivery, amounts }: Came, { place, rest }: ReceiveFields): Saying[] => [
  ...receive(occasion, amounts, { to: place, delivery: delivery?.id }),
  ...(delivery
    ? arrive(occasion.partner, delivery.id, { day: amounts.length > 0 ? occasion.day : null, noMore: rest })
    : []),
];

type ReceiveBodyProps = {
  readonly form: FormState<ReceiveFields>;
  readonly came: Came;
  readonly ground: Ground;
  readonly due: readonly DeliveryState[];
  readonly isPast: boolean;
  /** It is about one delivery: nobody is asked which. */
  readonly single?: boolean;
};

export function ReceiveBody({ form, came, ground, due, isPast, single = false }: ReceiveBodyProps) {
  const { values, change } = form;
  return (
    <>
      {isPast && <Remark>What was due has changed since you began. This begins again.</Remark>}
      {!single && due.length > 0 && (
        <Choice
          {...form.choice('delivery')}
          legend="Which delivery?"
          options={[
            ...due.map(({ id, supplier, promised, is }) => ({
              value: id,
              label: supplier,
              end: promised ? `${is === 'late' ? 'was due' : 'due'} ${dateWords(promised)}` : undefined,
            })),
            { value: none, label: 'None of these' },
          ]}
          value={values.delivery || undefined}
          onChange={(id) => change({ ...emptied(values), ...startOf(due, id) })}
        />
      )}
      {values.delivery !== '' && <What form={form} came={came} ground={ground} single={single} />}
      {came.left.length > 0 && (
        <Tick
          {...form.tick('rest')}
          label="The rest will not come"
          hint={listed(came.left.map((amount) => amountInside(ground, amount)))}
          onChange={(rest) => change({ rest })}
        />
      )}
    </>
  );
}

/** The lines of the delivery, or anything at all. */
function What({
  form,
  came: { delivery },
  ground,
  single,
}: Pick<ReceiveBodyProps, 'form' | 'came' | 'ground' | 'single'>) {
  const { due, place } = form.values;
  const lines = new Map((delivery?.lines ?? []).map((line) => [line.set, line]));
  const sets = choosable(ground, undefined, [...lines.keys()]);
  const isWaited = (id: string) => !single || (lines.get(id)?.due ?? 0) > 0;
  return (
    <Amounts
      form={form}
      sets={delivery ? sets.filter(({ id }) => lines.has(id) && isWaited(id)) : sets}
      others={delivery ? sets.filter(({ id }) => !lines.has(id)) : []}
      hint={(set) => {
        const line = lines.get(set);
        return line ? `${line.due} due of ${line.n} ordered` : `${shelfOf(ground, place, set).balance} here`;
      }}
      mayBeNone={delivery !== undefined}
      onType={(set, typed) => form.change({ [amountField(set)]: typed, due })}
    />
  );
}
