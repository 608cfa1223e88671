import { newId } from '#db/person.ts';
import type { Whose } from '#domain/people/acts.ts';
import { mistake, type Speaker } from '#domain/people/consents/acts.ts';
import type { ConsentFact } from '#domain/people/consents/in-force.ts';
import type { Moment } from '#features/consent/queries.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { type Deciding, idsFrom } from './decide.ts';
import { noWhy, type WhyTyped, whyFaults, whyOf } from './why.tsx';

type MistakeOptions = Deciding & {
  readonly person: Whose;
  readonly decision: ConsentFact;
  readonly who: Speaker;
  readonly moment: Moment;
};

/** A decision that was never given: the wrong twin. It counts as never said, and stays to be read. */
export function useMistake(options: MistakeOptions): FormState<WhyTyped> | undefined {
  const { person, decision, who, moment, save, onSaved } = options;
  return useForm<WhyTyped>({
    name: `error ${decision.id}`,
    now: noWhy,
    judge: whyFaults,
    save: (typed, { id }) => {
      const at = { at: moment.now, day: moment.day, newId: idsFrom(id, newId) };
      return save('Entered in error', id, mistake(person, decision, who, whyOf(typed), at));
    },
    onSaved,
  });
}
