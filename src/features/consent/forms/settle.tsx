import { newId } from '#db/person.ts';
import type { Whose } from '#domain/people/acts.ts';
import { settle } from '#domain/people/consents/acts.ts';
import type { Said } from '#domain/people/consents/in-force.ts';
import type { Purpose } from '#domain/people-codes.ts';
import type { Moment } from '#features/consent/queries.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { Choice } from '#ui/choice.tsx';
import { type Deciding, idsFrom } from './decide.ts';
import { noWhy, WhyFields, type WhyTyped, whyFaults, whyOf } from './why.tsx';

/** What stands in the form. */
export type SettleTyped = WhyTyped & { readonly outcome: 'given' | 'refused' | '' };

type SettleOptions = Deciding & {
  readonly person: Whose;
  readonly purpose: Purpose;
  readonly said: Said;
  readonly moment: Moment;
};

/** Where parents differ a coordinator weighs what they said. It holds until there is another answer. */
export function useSettle(options: SettleOptions): FormState<SettleTyped> | undefined {
  const { person, purpose, said, moment, save, onSaved } = options;
  return useForm<SettleTyped>({
    name: `settle ${person.id} ${purpose}`,
    now: { ...noWhy, outcome: '' },
    judge: (typed) => ({ ...whyFaults(typed), outcome: typed.outcome === '' ? 'Choose what holds.' : undefined }),
    save: (typed, { id }) => {
      if (typed.outcome === '') return Promise.resolve('Choose what holds.');
      const at = { at: moment.now, day: moment.day, newId: idsFrom(id, newId) };
      return save('Settled', id, settle(person, purpose, typed.outcome, said, whyOf(typed), at));
    },
    onSaved,
  });
}

/** Its fields. */
export const SettleFields = ({ form }: { form: FormState<SettleTyped> }) => (
  <>
    <Choice
      legend="What holds?"
      options={[
        { value: 'given', label: 'Yes, it may' },
        { value: 'refused', label: 'No, it may not' },
      ]}
      {...form.choice('outcome')}
      value={form.values.outcome === '' ? undefined : form.values.outcome}
    />
    <WhyFields form={form} seen="What did you see? A court order, both agreed" />
  </>
);
