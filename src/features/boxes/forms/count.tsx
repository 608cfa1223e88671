import { useRef } from 'react';
import { setName } from '#domain/stock/places.ts';
import type { Kept } from '#domain/stock/sets.ts';
import type { Shelf } from '#domain/stock/stock.ts';
import { type Ground, shelfOf } from '#features/boxes/stock.ts';
import type { FormState } from '#forms/form.tsx';
import { type AmountFields, Amounts, amountField, judgeAmounts, readAmounts } from './amounts.tsx';
import { type SayingAgain, useFactForm, useHandedIn } from './ids.ts';

/** Counting what lies in a place. What was not counted stays as it is. */

/** `known/…`: what was known of each shelf when its number was typed. */
export type CountFields = AmountFields & { readonly [field: `known/${string}`]: string | undefined };

/** A number that was typed before something else happened there is not what lies there now. */
const knownOf = ({ movementTotal, count }: Shelf): string => `${movementTotal} ${count?.id}`;

type CountOptions = {
  readonly ground: Ground;
  readonly place: string;
  /** The first is asked for where none is counted. */
  readonly sets: readonly Kept[];
  readonly save: (counted: ReadonlyMap<string, number>, saving: SayingAgain<CountFields>) => Promise<string | null>;
  readonly onSaved?: () => void;
};

export function useCount({ ground, place, sets, save, onSaved }: CountOptions) {
  const stillOf = (values: CountFields): AmountFields =>
    Object.fromEntries(
      Object.entries(values).filter(
        ([field]) => field.startsWith('n/') && isStill(ground, place, values, field.slice(2)),
      ),
    );
  const { handIn, meant, typeAnew } = useHandedIn<CountFields>();
  const standing = (values: CountFields) => meant(() => stillOf(values));
  const read = (values: CountFields) => readAmounts(standing(values), ground, true);
  const movedOf = (values: CountFields) => (meant(() => values) === values ? movedIn(ground, place, values) : []);
  // Whoever presses is told first, and may then leave that one uncounted.
  const told = useRef(new Set<string>());
  const newsOf = (set: string) => `${set} ${knownOf(shelfOf(ground, place, set))}`;
  const again = (set: string) => `${setName(ground, set)}: something happened there since you counted. Count it again.`;
  const form = useFactForm<CountFields>({
    name: `count ${place}${sets.length === 1 ? ` ${sets[0]?.id}` : ''}`,
    now: {},
    judge: (values) => {
      const news = movedOf(values).filter((set) => !told.current.has(newsOf(set)));
      if (news.length === 0) return judgeAmounts(read(values), sets[0]?.id, 'Count at least one thing.');
      return { ...read(values).faults, ...Object.fromEntries(news.map((set) => [amountField(set), again(set)])) };
    },
    save: (values, saving) => {
      handIn(standing(values));
      return save(new Map(read(values).amounts.map(({ set, n }) => [set, n])), saving);
    },
    ...(onSaved && { onSaved }),
  });
  if (!form) return undefined;
  const values = standing(form.values);
  const change: typeof form.change = (changed) => {
    typeAnew();
    form.change(changed);
  };
  const moved = movedOf(form.values);
  const text: typeof form.text = (name) => {
    const field = form.text(name);
    const set = moved.find((each) => amountField(each) === name);
    return { ...field, error: field.error ?? (set && again(set)) };
  };
  const submit = async () => {
    await form.submit();
    for (const set of moved) told.current.add(newsOf(set));
  };
  return { ...form, values, change, text, submit, n: read(form.values).amounts.length };
}

const isStill = (ground: Ground, place: string, values: CountFields, set: string): boolean =>
  values[`known/${set}`] === knownOf(shelfOf(ground, place, set));

/** What was counted and changed since: it is counted again. */
const movedIn = (ground: Ground, place: string, values: CountFields): string[] =>
  Object.entries(values).flatMap(([field, typed]) => {
    const set = field.slice(2);
    return field.startsWith('n/') && typed && !isStill(ground, place, values, set) ? [set] : [];
  });

type CountBodyProps = {
  readonly form: FormState<CountFields>;
  readonly ground: Ground;
  readonly place: string;
  readonly sets: readonly Kept[];
  readonly others?: readonly Kept[];
};

export function CountBody({ form, ground, place, sets, others = [] }: CountBodyProps) {
  const thought = (set: string) => shelfOf(ground, place, set).balance;
  return (
    <Amounts
      form={form}
      sets={sets}
      others={others}
      hint={(set) => `${thought(set)} expected`}
      startsAt={thought}
      mayBeNone
      onType={(set, typed) =>
        form.change({ [amountField(set)]: typed, [`known/${set}`]: knownOf(shelfOf(ground, place, set)) })
      }
    />
  );
}
