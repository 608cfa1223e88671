import { handOver } from '#app/hand-over/begin.ts';
import { usePeople } from '#db/people.ts';
import type { Setup } from '#db/setup.ts';
import type { ShownOf } from '#db/shown.ts';
import { nameOf } from '#domain/people/person.ts';
import { useRegister } from '#features/register/queries.ts';
import { AskOne } from '#features/voice/phone/indicators/ask.tsx';
import { AskGroup } from '#features/voice/phone/indicators/group.tsx';
import { OfPerson } from '#phone/of-person.tsx';
import { OfSession } from '#phone/of-session.tsx';

/** Statements put to one person. The form is handed over by the app. */
export const IndicatorsScreen = () => (
  <OfPerson title="How are things?">
    {({ person }, setup) => (
      <AskOne
        person={person}
        setup={setup}
        onHandOver={(pack, returnTo) => handOver({ form: 'indicators', pack, returnTo })}
      />
    )}
  </OfPerson>
);

/** Statements put to everybody who is here. Who that is, is the register’s. */
export const GroupScreen = () => (
  <OfSession title="How are things?">{(session, setup) => <Here session={session} setup={setup} />}</OfSession>
);

const { compare } = new Intl.Collator('en-GB');

function Here({ session, setup }: { readonly session: ShownOf<'session'>; readonly setup: Setup }) {
  const found = useRegister(session.id);
  const people = usePeople();
  if (!found || !people) return null;
  const { presences } = found.register;
  const here = people
    .filter(({ id }) => presences.get(id)?.state === 'here')
    .sort((a, b) => compare(nameOf(a.body), nameOf(b.body)));
  return <AskGroup session={session} setup={setup} here={here} />;
}
