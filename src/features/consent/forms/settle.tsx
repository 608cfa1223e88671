import { newId } from '#db/person.ts';
import { wordsOf } from '#domain/codes.ts';
import type { Whose } from '#domain/people/acts.ts';
import { settle, stillStanding } from '#domain/people/consents/acts.ts';
import type { ConsentFact, Said } from '#domain/people/consents/in-force.ts';
import { decisions, type Purpose } from '#domain/people-codes.ts';
import { dayOf, plainDay } from '#domain/time.ts';
import type { Moment } from '#features/consent/queries.ts';
import { useForm } from '#forms/form.tsx';
import { useSeen } from '#forms/seen.ts';
import { Item, List } from '#ui/card.tsx';
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

/** Where parents differ a coordinator weighs what they said, as they have seen it. It holds until there is another answer. */
export function useSettle(options: SettleOptions) {
  const { person, purpose, said, moment, save, onSaved } = options;
  const weighed = stillStanding(said, person, purpose);
  const hasChanged = useSeen(weighed.map(({ id }) => id).join(' '));
  const form = useForm<SettleTyped>({
    name: `settle ${person.id} ${purpose}`,
    now: { ...noWhy, outcome: '' },
    judge: (typed) => ({ ...whyFaults(typed), outcome: typed.outcome === '' ? 'Choose what holds.' : undefined }),
    save: (typed, { id }) => {
      if (typed.outcome === '') return Promise.resolve('Choose what holds.');
      if (hasChanged()) return Promise.resolve('Somebody has answered meanwhile. Look at the answers again.');
      const at = { at: moment.now, day: moment.day, newId: idsFrom(id, newId) };
      return save('Settled', id, settle(person, purpose, typed.outcome, said, whyOf(typed), at));
    },
    onSaved,
  });
  return form && { form, weighed, said };
}

/** `No, Nadia Karim, 3 Sep` */
function answerWords({ body }: ConsentFact, said: Said, today: string): string {
  const name = said.signing(body.signing ?? '')?.body.giverName;
  const who = body.own ? 'the young person themselves' : (name ?? 'told to a worker');
  return [wordsOf(decisions, body.decision), who, plainDay(body.day, today)].join(', ');
}

type SettleFieldsProps = NonNullable<ReturnType<typeof useSettle>>;

/** What is weighed, and its fields. */
export const SettleFields = ({ form, weighed, said }: SettleFieldsProps) => (
  <>
    <List>
      {weighed.map((each) => (
        <Item key={each.id}>{answerWords(each, said, dayOf(Date.now()))}</Item>
      ))}
    </List>
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
