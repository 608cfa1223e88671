import { handOver } from '#app/hand-over/begin.ts';
import type { KnownPerson } from '#db/families.ts';
import type { Setup } from '#db/setup.ts';
import { useConsents } from '#features/consent/queries.ts';
import { AskEquality } from '#features/people/phone/equality/ask.tsx';
import { OfPerson } from '#phone/of-person.tsx';

/** Equality questions of one person. Whether they said no to being asked is another feature’s, and the form is handed over by the app. */
export const EqualityScreen = () => (
  <OfPerson title="Equality questions">{(known, setup) => <OfOne known={known} setup={setup} />}</OfPerson>
);

function OfOne({ known, setup }: { known: KnownPerson; setup: Setup }) {
  const state = useConsents(known.person)?.all.equality.state;
  if (state === undefined) return null;
  return (
    <AskEquality
      known={known}
      setup={setup}
      saidNo={state === 'refused' || state === 'withdrawn'}
      onHandOver={(pack, returnTo) => handOver({ form: 'equality', pack, returnTo })}
    />
  );
}
