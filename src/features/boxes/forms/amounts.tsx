import { numberOrNone, wholeNumber } from '#domain/numbers.ts';
import { setName } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import type { FormState } from '#forms/form.tsx';
import { AmountRow } from '#ui/amount-row.tsx';
import { Fold } from '#ui/answers.tsx';

/** How many of each of several sets. What is empty is none. */

export type AmountField = `n/${string}`;
/** As they were typed. */
export type AmountFields = { readonly [field: AmountField]: string | undefined };

/** The field of a set, or of a line of its own. */
export const amountField = (of: string): AmountField => `n/${of}`;

type Read = { readonly amounts: readonly Amount[]; readonly faults: Readonly<Record<AmountField, string>> };

/** Judges what was typed: the amounts, and by field what is wrong. Zero is only an answer where it is counted. */
export function readAmounts(values: AmountFields, from: { readonly sets: readonly Kept[] }, mayBeNone = false): Read {
  const amounts: Amount[] = [];
  const faults: Record<AmountField, string> = {};
  for (const [field, typed] of Object.entries(values)) {
    if (!field.startsWith('n/') || typeof typed !== 'string' || typed.trim() === '') continue;
    const set = field.slice(2);
    const n = mayBeNone ? numberOrNone(typed) : wholeNumber(typed);
    if (typeof n === 'number') amounts.push({ set, n });
    else faults[amountField(set)] = `${setName(from, set)}: ${n}`;
  }
  return { amounts, faults };
}

/** The same, where at least one of them has to be said. @param first the set that is asked for where none is */
export function judgeAmounts(
  read: Read,
  first: string | undefined,
  none = 'Say how many of at least one thing.',
): Readonly<Record<AmountField, string>> {
  const isNone = read.amounts.length === 0 && Object.keys(read.faults).length === 0;
  return isNone ? { [amountField(first ?? '')]: none } : read.faults;
}

type AmountsProps<T extends AmountFields> = {
  readonly form: FormState<T>;
  readonly sets: readonly Kept[];
  /** Sets that are seldom meant: behind a fold, unless a number stands beside one. */
  readonly others?: readonly Kept[];
  readonly hint: (set: string) => string;
  /** What stands there while nothing was typed. */
  readonly usual?: (set: string) => string;
  /** What the first + or − counts from. */
  readonly startsAt?: (set: string) => number;
  readonly mayBeNone?: boolean;
  readonly onType?: (set: string, typed: string) => void;
};

/** A number for each of many things. */
export function Amounts<T extends AmountFields>({ sets, others = [], ...rows }: AmountsProps<T>) {
  const isMeant = others.some(({ id }) => (rows.form.values[amountField(id)] ?? '') !== '');
  return (
    <>
      {sets.length > 0 && (
        <div>
          {sets.map((set) => (
            <Row key={set.id} set={set} {...rows} />
          ))}
        </div>
      )}
      {others.length > 0 && (
        <Fold title={sets.length > 0 ? 'Something else' : 'Which things?'} open={isMeant || sets.length === 0}>
          {others.map((set) => (
            <Row key={set.id} set={set} {...rows} />
          ))}
        </Fold>
      )}
    </>
  );
}

type RowProps<T extends AmountFields> = Omit<AmountsProps<T>, 'sets' | 'others'> & { readonly set: Kept };

function Row<T extends AmountFields>(props: RowProps<T>) {
  const { form, set, hint, usual, startsAt, mayBeNone, onType } = props;
  const field = amountField(set.id);
  const { id, error } = form.text(field);
  const type = (typed: string) => form.change({ [field]: typed } as unknown as Partial<T>); // a field of amounts
  return (
    <AmountRow
      id={id}
      icon={set.body.icon ?? 'box'}
      label={setName({ sets: [set] }, set.id)}
      hint={hint(set.id)}
      value={form.values[field] ?? usual?.(set.id) ?? ''}
      error={error}
      startsAt={startsAt?.(set.id)}
      mayBeZero={mayBeNone}
      onChange={(typed) => (onType ? onType(set.id, typed) : type(typed))}
    />
  );
}
