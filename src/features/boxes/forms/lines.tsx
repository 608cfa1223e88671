import type { Kept } from '#domain/stock/sets.ts';
import type { Amount } from '#domain/stock/stock.ts';
import { choosable, type Ground, shelfOf, shelvesIn } from '#features/boxes/stock.ts';
import type { Faults } from '#forms/faults.ts';
import type { FormState } from '#forms/form.tsx';
import { Choice } from '#ui/choice.tsx';
import { TextField } from '#ui/field.tsx';
import { type AmountFields, Amounts, judgeAmounts, readAmounts } from './amounts.tsx';
import { type SayingAgain, useFactForm } from './ids.ts';

/** A form with a number for each of many things, and one or two answers more: what came in, goes elsewhere, is lent or is gone. */

export type LinesFields = AmountFields & {
  /** Asked at a desk: whose they are, and the place it is about. */
  readonly partner: string;
  readonly place: string;
  /** Where to, which way, who gets it. */
  readonly choice: string;
  readonly reason: string;
};

/** What is asked beside the numbers. */
export type LinesAsked = {
  readonly choice?: {
    readonly legend: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
    /** Where nothing is chosen. */
    readonly missing: string;
    /** Names that people gave: long ones need a line each. */
    readonly areNames?: boolean;
  };
  readonly reason?: { readonly label: string; readonly hint?: string; readonly missing?: string };
};

/** Whose stock it is about, where in it, and what is asked. */
export type LinesAt = {
  readonly ground: Ground;
  readonly place: string;
  readonly asked: LinesAsked;
  /** Sets that can be meant; all where it is left out. */
  readonly isMeant?: (set: Kept) => boolean;
};

export type LinesOptions = {
  /** What is done, and where: `load store:p1`. */
  readonly name: string;
  readonly now?: Partial<LinesFields>;
  /** By what is chosen: whose stock it is, and where in it. */
  readonly at: (values: LinesFields) => LinesAt;
  readonly judge?: (values: LinesFields) => Faults<LinesFields>;
  readonly save: (
    amounts: readonly Amount[],
    values: LinesFields,
    saving: SayingAgain<LinesFields>,
  ) => Promise<string | null>;
  readonly onSaved?: () => void;
};

export function useLines(options: LinesOptions): FormState<LinesFields> | undefined {
  const { name, now, at, judge, save, onSaved } = options;
  return useFactForm<LinesFields>({
    name,
    now: { partner: '', place: '', choice: '', reason: '', ...now },
    judge: (values) => {
      const { asked, ...where } = at(values);
      const { ground } = where;
      const { sets, others } = setsAt(where, values);
      const own = judge?.(values);
      if (own?.partner) return own;
      return {
        ...own,
        ...(asked.choice && { choice: choiceFault(asked.choice, values.choice) }),
        ...judgeAmounts(readAmounts(values, ground), (sets[0] ?? others[0])?.id),
        ...(asked.reason?.missing && values.reason.trim() === '' && { reason: asked.reason.missing }),
      };
    },
    save: (values, saving) =>
      save(readAmounts(values, at(values).ground).amounts, { ...values, reason: values.reason.trim() }, saving),
    ...(onSaved && { onSaved }),
  });
}

/** What was chosen may be closed by now: it is judged by what is offered at this moment. */
function choiceFault({ options, missing }: NonNullable<LinesAsked['choice']>, chosen: string): string | undefined {
  if (chosen === '') return missing;
  return options.some(({ value }) => value === chosen) ? undefined : `What you chose is closed by now. ${missing}`;
}

/** What lies there first; what does not, by the records, behind a fold. */
function setsAt({ ground, place, isMeant = () => true }: Omit<LinesAt, 'asked'>, values: LinesFields) {
  const there = new Set(shelvesIn(ground, place).flatMap(({ set, balance }) => (balance > 0 ? [set] : [])));
  // One that was closed since a number was typed beside it is still seen: it would be saved.
  const typed = readAmounts(values, ground).amounts.map(({ set }) => set);
  const all = choosable(ground, place, typed).filter(isMeant);
  return { sets: all.filter(({ id }) => there.has(id)), others: all.filter(({ id }) => !there.has(id)) };
}

type LinesBodyProps = LinesAt & {
  readonly form: FormState<LinesFields>;
  readonly hint?: (set: string) => string;
};

export function LinesBody({ form, asked: { choice, reason }, hint, ...where }: LinesBodyProps) {
  const { ground, place } = where;
  return (
    <>
      {choice && (
        <Choice
          {...form.choice('choice')}
          legend={choice.legend}
          tile={choice.areNames ? '16rem' : '9rem'}
          options={choice.options}
          value={form.values.choice || undefined}
        />
      )}
      <Amounts
        form={form}
        {...setsAt(where, form.values)}
        hint={hint ?? ((set) => `${shelfOf(ground, place, set).balance} here`)}
      />
      {reason && (
        <TextField
          {...form.text('reason')}
          label={reason.label}
          optional={reason.missing === undefined ? '(optional)' : undefined}
          hint={reason.hint}
          maxLength={200}
        />
      )}
    </>
  );
}
