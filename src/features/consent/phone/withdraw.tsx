import { Link, useNavigate } from 'react-router';
import type { KnownPerson } from '#db/families.ts';
import { readsFamilies } from '#db/people.ts';
import { newId, useRead } from '#db/person.ts';
import { readRunning } from '#db/running.ts';
import type { Setup } from '#db/setup.ts';
import { wordsOf } from '#domain/codes.ts';
import { givenBy, withdraw } from '#domain/people/consents/acts.ts';
import { giversOf } from '#domain/people/consents/asking.ts';
import { nameOf } from '#domain/people/person.ts';
import { askedWays, type Purpose, relationships } from '#domain/people-codes.ts';
import { partnerOf } from '#domain/records/scopes.ts';
import { type Consents, useConsents } from '#features/consent/queries.ts';
import { purposesInWords, purposeWords } from '#features/consent/words.ts';
import { type FormState, useForm } from '#forms/form.tsx';
import { sayOnce } from '#forms/say-once.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { keepHere } from '#phone/save.ts';
import { Choice, Ticks } from '#ui/choice.tsx';
import { SelectField } from '#ui/field.tsx';
import { Empty, Remark } from '#ui/notice.tsx';
import { PhonePage } from '#ui/page.tsx';

/** Taking back what was given: never more taps than giving it, and it holds from this moment. */
export const Withdraw = () => (
  <OfPerson title="Withdraw">
    {(known, setup) => <WithConsents key={known.person.id} known={known} setup={setup} />}
  </OfPerson>
);

function WithConsents({ known, setup }: { known: KnownPerson; setup: Setup }) {
  const consents = useConsents(known.person);
  const session = useRead(
    async (tx) => {
      const running = await readRunning(tx, Date.now());
      return running.find(({ scope }) => partnerOf(scope) === partnerOf(known.person.scope))?.id ?? null;
    },
    [known.person.scope],
  );
  if (!consents || session === undefined) return <PhonePage title="Withdraw" loading />;
  if (consents.asked.length === 0)
    return (
      <PhonePage title="Withdraw" back={(parts) => <Link to={`/people/${known.person.id}`} {...parts} />}>
        <Empty icon="paper" title="Nothing was asked yet">
          So there is nothing to take back.
        </Empty>
      </PhonePage>
    );
  const families = readsFamilies(setup.rights, known.person.scope);
  return <WithdrawForm known={known} consents={consents} session={session} families={families} />;
}

type Taken = {
  /** A guardian’s id, the young person’s, or `nobody` where it is not known whose. */
  readonly giver: string;
  readonly purposes: readonly Purpose[];
  readonly how: (typeof askedWays)[number][0];
};

/** Whoever may take something back: those who gave it, and the grown-ups known. */
function giversNow({ person, grownups }: KnownPerson, { said, moment, asked }: Consents) {
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

type WithdrawProps = {
  readonly known: KnownPerson;
  readonly consents: Consents;
  readonly session: string | null;
  /** Whether this phone holds who gave what. */
  readonly families: boolean;
};

function WithdrawForm({ known, consents, session, families }: WithdrawProps) {
  const { person } = known;
  const { said, moment, asked } = consents;
  const navigate = useNavigate();
  const back = `/people/${person.id}`;
  const givers = families ? giversNow(known, consents) : [];
  const gave = givers.filter((each) => each.gave.length > 0);
  const only = gave.length === 1 ? gave[0] : undefined;
  // Where nobody’s answer lies here, whose it is cannot be known here.
  const giver = families ? (only?.id ?? '') : 'nobody';
  const purposesOf = (id: string): readonly Purpose[] => givers.find((each) => each.id === id)?.gave ?? asked;
  const form = useForm<Taken>({
    name: `withdraw ${person.id}`,
    now: { giver, purposes: only?.gave.length === 1 ? only.gave : [], how: 'inPerson' },
    judge: (typed) => ({
      giver: typed.giver === '' ? 'Choose whose it is. Not known is an answer.' : undefined,
      purposes: typed.purposes.length === 0 ? 'Choose what is taken back.' : undefined,
    }),
    save: (typed, { id }) => {
      const ids = [id];
      const at = { at: moment.now, day: moment.day, newId: () => ids.pop() ?? newId() };
      const told = {
        toldBy: typed.how,
        ...(session !== null && { session }),
        ...(moment.offsetMs !== null && { offsetMs: moment.offsetMs }),
      };
      const whose = typed.giver === 'nobody' ? null : typed.giver;
      return keepHere(`Withdrawn: ${purposesInWords(typed.purposes)}`, () =>
        sayOnce(id, withdraw(person, typed.purposes, whose, said, told, at), ['decidedAt'], { first: true }),
      );
    },
    onSaved: () => navigate(back, { replace: true }),
  });
  if (!form) return <PhonePage title="Withdraw" loading />;
  const offered = purposesOf(form.values.giver);
  return (
    <FormPage
      form={form}
      words={{}}
      title="Withdraw"
      subtitle={nameOf(person.body)}
      back={back}
      submit="Withdraw"
      foot={<small>It holds on this phone at once, and is sent before everything else.</small>}
    >
      {families && (
        <Choice
          legend="Whose is it?"
          tile="9rem"
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
    </FormPage>
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
