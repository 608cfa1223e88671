import { wholeNumber } from '#domain/numbers.ts';
import { type StockPlace, setIcon, setName } from '#domain/stock/places.ts';
import type { Ground } from '#features/boxes/stock.ts';
import type { FormState } from '#forms/form.tsx';
import { AmountRow } from '#ui/amount-row.tsx';
import { Chips } from '#ui/chips.tsx';
import { type SayingAgain, useFactForm, useHandedIn } from './ids.ts';

/** What is owed is here now: how many, and out of which place. */

export type SupplyFields = { readonly n: string; readonly from: string };

/** It was bought or found for this, and never in the stock. */
export const elsewhere = 'elsewhere';

type SupplyOptions = {
  /** What is owed: a movement, a person, a part. */
  readonly name: string;
  /** How many are owed as things stand: none where another supplied them meanwhile. */
  readonly owed: number;
  /** Where it most likely comes from. */
  readonly near: string;
  readonly save: (n: number, from: string | undefined, saving: SayingAgain<SupplyFields>) => Promise<string | null>;
  readonly onSaved: () => void;
};

type SupplyForm = FormState<SupplyFields> & Pick<SupplyOptions, 'owed'>;

export function useSupply({ name, owed: stands, near, save, onSaved }: SupplyOptions): SupplyForm | undefined {
  // What was handed in may be supplied by now, though its answer was lost: it can be handed in again.
  const { handIn, meant, typeAnew } = useHandedIn<number>();
  const owed = meant(() => stands);
  const form = useFactForm<SupplyFields>({
    name: `supply ${name}`,
    now: { n: String(owed), from: near },
    judge: ({ n: typed }) => {
      const n = wholeNumber(typed);
      if (typeof n === 'string') return { n };
      return { n: n > owed ? `Only ${owed} ${owed === 1 ? 'is' : 'are'} owed here` : undefined };
    },
    save: ({ n, from }, saving) => {
      handIn(owed);
      return save(Number(wholeNumber(n)), from === elsewhere ? undefined : from, saving);
    },
    onSaved,
  });
  if (!form) return undefined;
  const change: typeof form.change = (changed) => {
    typeAnew();
    form.change(changed);
  };
  return { ...form, change, owed };
}

type SupplyBodyProps = {
  readonly form: SupplyForm;
  readonly ground: Pick<Ground, 'sets'>;
  readonly places: readonly StockPlace[];
  readonly part: string;
};

export function SupplyBody({ form, ground, places, part }: SupplyBodyProps) {
  const { owed } = form;
  return (
    <>
      {(owed > 1 || form.values.n !== '1') && (
        <AmountRow
          id={form.text('n').id}
          icon={setIcon(ground, part)}
          label={setName(ground, part)}
          hint={`${owed} owed`}
          value={form.values.n}
          error={form.error('n')}
          onChange={(n) => form.change({ n })}
        />
      )}
      <Chips
        legend="Out of"
        chips={[
          ...places.map(({ id, name }) => ({ value: id, label: name })),
          { value: elsewhere, label: 'Not from our stock' },
        ]}
        value={form.values.from}
        onPress={(from) => form.change({ from })}
      />
    </>
  );
}
