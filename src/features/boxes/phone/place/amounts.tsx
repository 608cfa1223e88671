import { numberOrNone, wholeNumber } from '#domain/numbers.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { AmountRow } from '#ui/amount-row.tsx';
import { Fold } from '#ui/answers.tsx';

/** Numbers typed beside sets, as they were typed. What is empty is none. */
export type Typed = Readonly<Record<string, string>>;

/** The field of a set, for the summary of what is wrong. */
export const amountField = (set: string): string => `amount-${set}`;

/** Judges what was typed: the amounts, and by set what is wrong. Nought is only an answer where it is counted. */
export function readAmounts(
  typed: Typed,
  nought = false,
): { amounts: Amount[]; faults: Readonly<Record<string, string>> } {
  const amounts: Amount[] = [];
  const faults: Record<string, string> = {};
  for (const [set, text] of Object.entries(typed)) {
    if (text.trim() === '') continue;
    const n = nought ? numberOrNone(text) : wholeNumber(text);
    if (typeof n === 'number') amounts.push({ set, n });
    else faults[set] = n;
  }
  return { amounts, faults };
}

type AmountsProps = {
  readonly sets: readonly Kept[];
  /** Sets that are seldom meant: behind a fold, unless a number stands beside one. */
  readonly others?: readonly Kept[];
  readonly typed: Typed;
  readonly faults: Readonly<Record<string, string>>;
  readonly hint: (set: string) => string;
  /** What the first + or − counts from. */
  readonly startsAt?: ((set: string) => number) | undefined;
  readonly nought?: boolean;
  readonly onChange: (typed: Typed) => void;
};

/** A number for each of many things. */
export function Amounts({ sets, others = [], ...rows }: AmountsProps) {
  const isMeant = others.some(({ id }) => (rows.typed[id] ?? '') !== '');
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

type RowProps = Omit<AmountsProps, 'sets' | 'others'> & { readonly set: Kept };

function Row({ set: { id, body }, typed, faults, hint, startsAt, nought, onChange }: RowProps) {
  return (
    <AmountRow
      id={amountField(id)}
      icon={body.icon ?? 'box'}
      label={String(body.name)}
      hint={hint(id)}
      value={typed[id] ?? ''}
      error={faults[id]}
      startsAt={startsAt?.(id)}
      nought={nought}
      onChange={(text) => onChange({ ...typed, [id]: text })}
    />
  );
}
