import { newId } from '#db/person.ts';
import { wordsOf } from '#domain/codes.ts';
import { givenBy, withdraw } from '#domain/people/consents/acts.ts';
import { giversOf } from '#domain/people/consents/asking.ts';
import type { Grownup } from '#domain/people/family.ts';
import { nameOf } from '#domain/people/person.ts';
import { askedWays, type Purpose, relationships } from '#domain/people-codes.ts';
import type { RowOf } from '#domain/records/body.ts';
import type { Consents, Moment } from '#features/consent/queries.ts';
import { purposesInWords, purposeWords } from '#features/consent/words.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { Choice, Ticks } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { Remark } from '#ui/notice.tsx';
import { type Deciding, idsFrom } from './decide.ts';

/** Taking back what was given: whose it is, what, and how it was said. */

export type Taken = {
  /** A guardian’s id, the young person’s, or `nobody` where it is not known whose. */
  readonly giver: string;
  readonly purposes: readonly Purpose[];
  readonly how: (typeof askedWays)[number][0];
  /** Who else heard it on the phone; a no waits for nobody, so it may stay empty. */
  readonly second: string;
};

type WithdrawOptions = Deciding & {
  readonly person: Pick<RowOf<'person'>, 'id' | 'scope' | 'body'>;
  readonly grownups: readonly Grownup[];
  readonly standing: Pick<Consents, 'said' | 'asked'>;
  readonly moment: Moment;
  readonly session: string | null;
  /** Grown-ups of the team, but for whoever fills it in. */
  readonly team: readonly { readonly id: string; readonly body: { readonly name: string } }[];
  /** Whether whoever fills it in may know who gave what. */
  readonly families: boolean;
};

/** Whoever may take something back: those who gave it, and the grown-ups known. */
function giversNow({ person, grownups, standing: { said, asked }, moment }: WithdrawOptions) {
  const names = new Map(grownups.map(({ id, name, is }) => [id, { name, is: wordsOf(relationships, is) }]));
  const ids = [...new Set([...giversOf(said, person.id), ...grownups.map(({ id }) => id)])];
  return ids
    .map((id) => (id === 'self' ? person.id : id))
    .map((id) => ({
      id,
      label: id === person.id ? nameOf(person.body) : (names.get(id)?.name ?? 'Somebody not known here'),
      hint: id === person.id ? 'for themselves' : (names.get(id)?.is.toLocaleLowerCase('en-GB') ?? ''),
      gave: givenBy(said, person.id, id, asked, moment),
    }));
}

/** The form, and whom and what it offers. Undefined while a draft is read. */
export function useWithdraw(options: WithdrawOptions) {
  const { person, standing, moment, session, families, save, onSaved } = options;
  const givers = families ? giversNow(options) : [];
  const gave = givers.filter((each) => each.gave.length > 0);
  const only = gave.length === 1 ? gave[0] : undefined;
  // Where nobody’s answer lies here, whose it is cannot be known here.
  const giver = families ? (only?.id ?? '') : 'nobody';
  const form = useForm<Taken>({
    name: `withdraw ${person.id}`,
    now: { giver, purposes: only?.gave.length === 1 ? only.gave : [], how: 'inPerson', second: '' },
    judge: (typed) => ({
      giver: typed.giver === '' ? 'Choose whose it is. Not known is an answer.' : undefined,
      purposes: typed.purposes.length === 0 ? 'Choose what is taken back.' : undefined,
    }),
    save: (typed, { id }) => {
      const at = { at: moment.now, day: moment.day, newId: idsFrom(id, newId) };
      const told = {
        toldBy: typed.how,
        ...(typed.how === 'call' && typed.second !== '' && { second: typed.second }),
        ...(session !== null && { session }),
        ...(moment.offsetMs !== null && { offsetMs: moment.offsetMs }),
      };
      const whose = typed.giver === 'nobody' ? null : typed.giver;
      const words = `Withdrawn: ${purposesInWords(typed.purposes)}`;
      return save(words, id, withdraw(person, typed.purposes, whose, standing.said, told, at));
    },
    onSaved,
  });
  const purposesOf = (id: string): readonly Purpose[] => givers.find((each) => each.id === id)?.gave ?? standing.asked;
  return form && { form, givers, purposesOf, families, team: options.team };
}

/** Its fields. */
export function WithdrawFields(of: NonNullable<ReturnType<typeof useWithdraw>>) {
  const { form, givers, purposesOf, families, team } = of;
  const offered = purposesOf(form.values.giver);
  return (
    <>
      {families && (
        <Choice
          legend="Whose is it?"
          tile="11rem"
          options={[
            ...givers.map(({ id, label, hint }) => ({ value: id, label, hint })),
            { value: 'nobody', label: 'Not known' },
          ]}
          {...form.choice('giver')}
          value={form.values.giver === '' ? undefined : form.values.giver}
          onChange={(id) => {
            const own = purposesOf(id);
            form.change({ giver: id, purposes: own.length === 1 ? own : [] });
          }}
        />
      )}
      {form.values.giver !== '' && (
        <Ticks
          legend="What is taken back?"
          options={offered.map((purpose) => ({ value: purpose, label: purposeWords(purpose) }))}
          {...form.choice('purposes')}
          values={form.values.purposes}
        />
      )}
      {form.values.giver !== '' && offered.length === 0 && <Remark>They gave nothing that still stands.</Remark>}
      <HowSaid field={form.text('how')} />
      {form.values.how === 'call' && (
        <SelectField label="Who else heard it?" optional="(optional)" {...form.text('second')}>
          <option value="" />
          {team.map(({ id, body }) => (
            <option key={id} value={id}>
              {body.name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}

function HowSaid({ field }: { field: ReturnType<FormState<Taken>['text']> }) {
  return (
    <SelectField label="How was it said?" {...field}>
      {askedWays
        .filter(([code]) => code !== 'link')
        .map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
    </SelectField>
  );
}
