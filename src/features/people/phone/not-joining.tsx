import { useNavigate } from 'react-router';
import { newId } from '#db/person.ts';
import type { ShownOf } from '#db/shown.ts';
import { wordsOf } from '#domain/codes.ts';
import { joinsAgain, notJoining } from '#domain/people/acts.ts';
import { notBeforeOn, notJoiningWords } from '#domain/people/eligibility.ts';
import { nameOf } from '#domain/people/person.ts';
import { type TurnedAwayReason, turnedAwayReasons } from '#domain/people-codes.ts';
import { dayOf, toInstant } from '#domain/time.ts';
import { useEligibility } from '#features/people/queries.ts';
import { DayField } from '#forms/day-field.tsx';
import { useForm } from '#forms/form.tsx';
import { sayOnce } from '#forms/say-once.ts';
import { saySaid } from '#phone/done.ts';
import { FormPage } from '#phone/form-page.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { keepHere } from '#phone/save.ts';
import { Button } from '#ui/button.tsx';
import { Choice } from '#ui/choice.tsx';
import { Notice, Remark } from '#ui/notice.tsx';
import { useOnce } from '#ui/once.ts';
import { PhonePage } from '#ui/page.tsx';

/** Somebody does not join in until a day. The words accuse nobody, and it ends by itself. */
export const NotJoining = () => (
  <OfPerson title="Not joining in">{({ person }) => <WithFacts key={person.id} person={person} />}</OfPerson>
);

function WithFacts({ person }: { person: ShownOf<'person'> }) {
  const facts = useEligibility(person);
  if (!facts) return <PhonePage title="Not joining in" loading />;
  return <AwayForm person={person} facts={facts} />;
}

type Away = { readonly reason: TurnedAwayReason | ''; readonly until: string };
const words = {
  reason: (reason: string) => `Why: ${reason === '' ? 'not said' : wordsOf(turnedAwayReasons, reason)}`,
  until: 'Until',
};

type AwayProps = { readonly person: ShownOf<'person'>; readonly facts: readonly ShownOf<'eligibility'>[] };

function AwayForm({ person, facts }: AwayProps) {
  const navigate = useNavigate();
  const today = dayOf(Date.now());
  const back = `/people/${person.id}`;
  const form = useForm<Away>({
    name: `away ${person.id}`,
    now: { reason: '', until: '' },
    days: { until: 'any' },
    judge: ({ reason, until }) => ({
      reason: reason === '' ? 'Choose why.' : undefined,
      until:
        until === '' || until <= today
          ? 'Write a day that is still to come: on that day they join in again.'
          : undefined,
    }),
    save: ({ reason, until }, { id }) =>
      reason === ''
        ? Promise.resolve('Choose why.')
        : keepHere(notJoiningWords({ until }, today), () =>
            sayOnce(
              id,
              [notJoining(person, { reason, from: today, until }, facts, { id, at: toInstant(Date.now()) })],
              ['from'],
            ),
          ),
    onSaved: () => navigate(back, { replace: true }),
  });
  const end = useOnce(async () => {
    const minted = { id: newId(), at: toInstant(Date.now()) };
    const said = joinsAgain(person, facts, today, minted);
    if ((await saySaid(`${nameOf(person.body)} joins in again`, [said])) === null) navigate(back, { replace: true });
  });
  if (!form) return <PhonePage title="Not joining in" loading />;
  const now = notBeforeOn(facts, today);
  return (
    <FormPage form={form} words={words} title="Not joining in" subtitle={nameOf(person.body)} back={back} submit="Save">
      {now && (
        <Notice
          kind="warn"
          icon="clock"
          title={notJoiningWords(now, today)}
          action={
            <Button size="inline" onClick={() => void end()}>
              They join in again
            </Button>
          }
        >
          {wordsOf(turnedAwayReasons, now.reason)}
        </Notice>
      )}
      <Choice
        legend="Why?"
        look="plain"
        options={turnedAwayReasons.filter(([code]) => code !== 'full').map(([value, label]) => ({ value, label }))}
        {...form.choice('reason')}
        value={form.values.reason === '' ? undefined : form.values.reason}
      />
      <DayField label="Until" {...form.day('until')} />
      <Remark>
        It ends by itself on that day, on every phone. Whoever comes before then can still be marked here: the register
        says what happened.
      </Remark>
    </FormPage>
  );
}
